using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>
/// The second step of signing in: a code of the app, or a recovery code. Wrong ones count like wrong passwords, and a
/// locked account answers as a wrong code does. Errors: sign-in.too-late, sign-in.wrong-code.
/// </summary>
[Anyone]
public sealed record GiveSecondFactor(string Code) : ICommand<Result>;

/// <summary>
/// What may be given in the second step, for whoever has passed the first. Error: sign-in.too-late.
/// </summary>
[Anyone]
public sealed record GetSecondStep : IQuery<Result<SecondStep>>;

/// <param name="Passkey">Null for accounts without one.</param>
public sealed record SecondStep(bool HasApp, PasskeyQuestion? Passkey);

internal sealed class GiveSecondFactorValidator : AbstractValidator<GiveSecondFactor>
{
    public GiveSecondFactorValidator() =>
        RuleFor(g => g.Code).NotEmpty().MaximumLength(40).WithMessage("The six digits that your app shows.");
}

internal sealed class GiveSecondFactorHandler(ISender sender, ISignIn sessions, Arrival arrival)
    : ICommandHandler<GiveSecondFactor, Result>
{
    public async ValueTask<Result> Handle(GiveSecondFactor command, CancellationToken cancellationToken)
    {
        if (sessions.Half is not { } half) return IdentityErrors.TooLate;
        var check = await sender.Send(new CheckSecondFactor(half.PersonId, command.Code, RecoveryToo: true), cancellationToken);
        if (check.Error is { } error) return error;
        if (!check.Value) return IdentityErrors.WrongCode;
        return await arrival.CompleteAsync(half, secondFactor: true, cancellationToken);
    }
}

internal sealed class GetSecondStepHandler(PlatformDb db, ISignIn sessions, IPasskeys passkeys)
    : IQueryHandler<GetSecondStep, Result<SecondStep>>
{
    public async ValueTask<Result<SecondStep>> Handle(GetSecondStep query, CancellationToken cancellationToken)
    {
        if (sessions.Half is not { } half) return IdentityErrors.TooLate;
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(
            p => p.Id == half.PersonId && p.SecurityStamp == half.Stamp && p.DisabledAtUtc == null, cancellationToken);
        if (person is null) return IdentityErrors.TooLate;
        var known = await db.Passkeys.AsNoTracking().Where(k => k.UserId == person.Id).ToListAsync(cancellationToken);
        var question = known.Count == 0 ? null : await passkeys.AskAsync(person.Owner(), [.. known.Select(k => k.Info())]);
        return new SecondStep(person.TotpSecret is not null, question);
    }
}

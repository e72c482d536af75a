using FluentValidation;
using Marketplace.Accounts.Identity.Adapters;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Passkeys;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>
/// Shows once more that it is them, by password or by a code of the app: what is marked Fresh is open for ten minutes.
/// Wrong ones count like wrong sign-ins. Errors: person.wrong-proof.
/// </summary>
[Person]
public sealed record ProveAgain(string Proof) : ICommand<Result>;

/// <summary>The same by passkey. Error: passkey.refused.</summary>
[Person]
public sealed record ProveAgainByPasskey(string Credential, string State) : ICommand<Result>;

/// <summary>The question for one's own passkeys; null without any.</summary>
[Person]
public sealed record AskMyPasskey : IQuery<Result<MyPasskeyQuestion>>;

public sealed record MyPasskeyQuestion(bool HasPassword, bool HasApp, PasskeyQuestion? Passkey);

/// <summary>Writes down that it was shown.</summary>
[Internal]
public sealed record MarkProven(string SessionId, bool SecondFactor) : ICommand<Result>, IPlatformTransaction;

internal sealed class ProveAgainValidator : AbstractValidator<ProveAgain>
{
    public ProveAgainValidator() => RuleFor(p => p.Proof).NotEmpty().MaximumLength(PasswordRules.MaximumLength)
        .WithMessage("Your password, or the six digits of your app.");
}

internal sealed class ProveAgainHandlers(PlatformDb db, CallerAccessor caller, ISender sender, IPasskeys passkeys)
    : ICommandHandler<ProveAgain, Result>, ICommandHandler<ProveAgainByPasskey, Result>,
        IQueryHandler<AskMyPasskey, Result<MyPasskeyQuestion>>
{
    public async ValueTask<Result> Handle(ProveAgain command, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId!;
        // Six digits are a code: no password is as short.
        if (command.Proof.Where(c => !char.IsWhiteSpace(c)).ToList() is { Count: 6 } code && code.TrueForAll(char.IsAsciiDigit))
        {
            var shown = await sender.Send(new CheckSecondFactor(personId, command.Proof, RecoveryToo: false), cancellationToken);
            if (shown.Error is { } failed) return failed;
            return shown.Value ? await MarkAsync(true, cancellationToken) : IdentityErrors.WrongProof;
        }

        var email = await db.People.Where(p => p.Id == personId).Select(p => p.Email!).SingleAsync(cancellationToken);
        var check = await sender.Send(new CheckPassword(email, command.Proof), cancellationToken);
        if (check.Error is { } error) return error;
        return check.Value!.PersonId is null ? IdentityErrors.WrongProof : await MarkAsync(false, cancellationToken);
    }

    public async ValueTask<Result> Handle(ProveAgainByPasskey command, CancellationToken cancellationToken)
    {
        var used = await sender.Send(
            new UsePasskey(new PasskeyAnswer(command.Credential, command.State), caller.Caller.PersonId), cancellationToken);
        return used.Error is { } error ? error : await MarkAsync(true, cancellationToken);
    }

    public async ValueTask<Result<MyPasskeyQuestion>> Handle(AskMyPasskey query, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        var known = await db.Passkeys.AsNoTracking().Where(k => k.UserId == personId).ToListAsync(cancellationToken);
        return new MyPasskeyQuestion(
            person.PasswordHash is not null, person.TotpSecret is not null,
            known.Count == 0 ? null : await passkeys.AskAsync(person.Owner(), [.. known.Select(k => k.Info())]));
    }

    private ValueTask<Result> MarkAsync(bool secondFactor, CancellationToken cancellation) =>
        sender.Send(new MarkProven(caller.Caller.SessionId!, secondFactor), cancellation);
}

internal sealed class MarkProvenHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<MarkProven, Result>
{
    public async ValueTask<Result> Handle(MarkProven command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Sessions.Where(s => s.Id == command.SessionId && s.EndedAtUtc == null).ExecuteUpdateAsync(
            s => s.SetProperty(one => one.ProvedAtUtc, now)
                .SetProperty(one => one.SecondFactor, one => one.SecondFactor || command.SecondFactor), cancellationToken);
        return Result.Success();
    }
}

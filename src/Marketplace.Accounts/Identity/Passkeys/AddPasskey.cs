using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Accounts.Mailing;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Passkeys;

/// <param name="Id">The credential's id in hexadecimal.</param>
public sealed record MyPasskey(string Id, string Name, DateTime SinceUtc);

/// <summary>The question for a new passkey. Error: passkey.too-many.</summary>
[Person, Fresh]
public sealed record AskNewPasskey : IQuery<Result<PasskeyQuestion>>;

/// <summary>
/// Keeps the passkey that the browser has made; other sessions end. Answers recovery codes, this once, if it is the
/// first second factor. Errors: passkey.refused, passkey.too-many.
/// </summary>
[Person, Fresh]
public sealed record AddPasskey(string Name, string Credential, string State)
    : ICommand<Result<IReadOnlyList<string>>>, IPlatformTransaction;

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskey>
{
    public AddPasskeyValidator()
    {
        RuleFor(a => a.Name).NotEmpty().MaximumLength(60).WithMessage("A name for it, such as 'my telephone'.");
        RuleFor(a => a.Credential).NotEmpty().MaximumLength(20_000).WithMessage("Your browser made no passkey.");
        RuleFor(a => a.State).NotEmpty().MaximumLength(4_000).WithMessage("Your browser made no passkey.");
    }
}

internal sealed class AskNewPasskeyHandler(PlatformDb db, CallerAccessor caller, IPasskeys passkeys)
    : IQueryHandler<AskNewPasskey, Result<PasskeyQuestion>>
{
    public const int Most = 10;

    public async ValueTask<Result<PasskeyQuestion>> Handle(AskNewPasskey query, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        var known = await db.Passkeys.AsNoTracking().Where(k => k.UserId == personId).ToListAsync(cancellationToken);
        if (known.Count >= Most) return IdentityErrors.TooManyPasskeys;
        return await passkeys.AskNewAsync(person.Owner(), [.. known.Select(k => k.Info())]);
    }
}

internal sealed class AddPasskeyHandler(
    PlatformDb db, CallerAccessor caller, IPasskeys passkeys, SpentQuestions spent, FactorChange change)
    : ICommandHandler<AddPasskey, Result<IReadOnlyList<string>>>
{
    public async ValueTask<Result<IReadOnlyList<string>>> Handle(AddPasskey command, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId!;
        var person = await db.People.SingleAsync(p => p.Id == personId, cancellationToken);
        if (await db.Passkeys.CountAsync(k => k.UserId == personId, cancellationToken) >= AskNewPasskeyHandler.Most)
            return IdentityErrors.TooManyPasskeys;
        if (!await spent.SpendAsync(command.State, cancellationToken)) return IdentityErrors.PasskeyRefused;
        var made = await passkeys.ReadNewAsync(new PasskeyAnswer(command.Credential, command.State), person.Owner());
        if (made is null || await db.Passkeys.AnyAsync(k => k.CredentialId == made.CredentialId, cancellationToken))
            return IdentityErrors.PasskeyRefused;
        db.Passkeys.Add(made.Row(personId, MailAddress.OneLine(command.Name)));
        return await change.AddedAsync(person, "a passkey", "person.passkey-added", cancellationToken);
    }
}

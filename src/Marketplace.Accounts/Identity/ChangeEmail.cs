using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Asks for another mail address: a link to it shows that it is theirs, and until then the old one stays. The answer is
/// the same when somebody else has the address; then the mail says so to them.
/// </summary>
[Person, Fresh]
public sealed record ChangeEmail(string Email) : ICommand<Result>, IPlatformTransaction;

/// <summary>Takes the link: the new address is the account's, and the old one is told. Error: token.spent.</summary>
[Anyone]
public sealed record ConfirmNewEmail(string Token) : ICommand<Result>, IPlatformTransaction;

internal sealed class ChangeEmailValidator : AbstractValidator<ChangeEmail>
{
    public ChangeEmailValidator() => RuleFor(c => c.Email)
        .Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
}

internal sealed class ChangeEmailHandler(
    PlatformDb db, CallerAccessor caller, OneTimeTokens tokens, ILookupNormalizer normalizer, ISender sender,
    TimeProvider clock) : ICommandHandler<ChangeEmail, Result>
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public async ValueTask<Result> Handle(ChangeEmail command, CancellationToken cancellationToken)
    {
        var (personId, wanted) = (caller.Caller.PersonId!, normalizer.NormalizeEmail(command.Email));
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        if (person.NormalizedEmail == wanted) return Result.Success();
        if (await db.People.AnyAsync(p => p.NormalizedEmail == wanted, cancellationToken))
            return await sender.Send(
                new QueueMail(
                    $"email-taken/{personId}/{clock.GetUtcNow():yyyyMMdd}", command.Email,
                    new MailText(
                        "This address has an account already", "This address has an account already",
                        ["Somebody wanted to move another account to this address. It has one of its own, so nothing was changed."],
                        Note: "If you have two accounts and want one, write to us.")),
                cancellationToken);
        // The last wish counts.
        await tokens.EndOthersAsync(personId, TokenPurpose.ChangeEmail, cancellationToken);
        var secret = tokens.Issue(personId, TokenPurpose.ChangeEmail, Life, command.Email);
        return await sender.Send(
            new QueueMail(
                "change-email/" + OneTimeToken.HashOf(secret), command.Email,
                new MailText(
                    "Confirm your new mail address", $"Hello {person.Name}",
                    ["You want to log in with this address from now on. Please confirm that it is yours."],
                    new MailLink("This address is mine", "/confirm-address/" + secret),
                    Note: "The link works once, for one day. If you did not ask for this, ignore this mail."),
                IsSecret: true),
            cancellationToken);
    }
}

internal sealed class ConfirmNewEmailHandler(
    PlatformDb db, OneTimeTokens tokens, ILookupNormalizer normalizer, ISender sender, AuditTrail audit,
    Kernel.Outbox.EventBuffer events) : ICommandHandler<ConfirmNewEmail, Result>
{
    public async ValueTask<Result> Handle(ConfirmNewEmail command, CancellationToken cancellationToken)
    {
        var hash = OneTimeToken.HashOf(command.Token);
        var email = await db.OneTimeTokens.Where(t => t.Hash == hash).Select(t => t.Email).SingleOrDefaultAsync(cancellationToken);
        var personId = await tokens.UseAsync(command.Token, TokenPurpose.ChangeEmail, cancellationToken);
        if (personId is null || email is null) return IdentityErrors.TokenSpent;
        var wanted = normalizer.NormalizeEmail(email);
        if (await db.People.AnyAsync(p => p.NormalizedEmail == wanted, cancellationToken)) return IdentityErrors.TokenSpent;
        var person = await db.People.SingleAsync(p => p.Id == personId, cancellationToken);
        var old = person.Email!;
        (person.Email, person.UserName) = (email, email);
        (person.NormalizedEmail, person.NormalizedUserName) = (wanted, normalizer.NormalizeName(email));
        (person.EmailConfirmed, person.ConcurrencyStamp) = (true, Guid.NewGuid().ToString());
        // Links in mails to the old address are worth nothing any more.
        await tokens.EndOthersAsync(personId, TokenPurpose.ResetPassword, cancellationToken);
        audit.Note(db, "person.email-changed", "person", personId, "");
        events.Publish(new EmailConfirmed(personId, person.BuyerId, email), hash, 1, buyerId: person.BuyerId);
        return await sender.Send(
            new QueueMail(
                "email-changed/" + hash, old,
                new MailText(
                    "Your mail address was changed", "Your mail address was changed",
                    [$"Your account has the address {email} now, and mails go there.",
                     "If it was not you, write to us at once: we can undo it."])),
            cancellationToken);
    }
}

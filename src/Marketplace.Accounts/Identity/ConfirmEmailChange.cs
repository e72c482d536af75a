using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Takes the link of the mail: the person signs in with the new address from now on. Orders stay whose they are; those
/// made as a guest under the new address join the account. Errors: token.spent, person.email-taken.
/// </summary>
[Anyone]
public sealed record ConfirmEmailChange(string Token) : ICommand<Result>, IPlatformTransaction;

internal sealed class ConfirmEmailChangeHandler(
    PlatformDb db, OneTimeTokens tokens, ILookupNormalizer normalizer, ISender sender, EventBuffer events, AuditTrail audit,
    TimeProvider clock) : ICommandHandler<ConfirmEmailChange, Result>
{
    public async ValueTask<Result> Handle(ConfirmEmailChange command, CancellationToken cancellationToken)
    {
        var (hash, now) = (OneTimeToken.HashOf(command.Token), clock.GetUtcNow().UtcDateTime);
        var wish = db.Set<EmailChange>().Where(c => c.Hash == hash);
        // Of two who open it at once one gets it; a failure gives it back.
        var used = await wish.Where(c => c.EndedAtUtc == null && c.UntilUtc > now)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.EndedAtUtc, now), cancellationToken);
        if (used == 0) return IdentityErrors.TokenSpent;
        var change = await wish.AsNoTracking().SingleAsync(cancellationToken);
        var person = await db.People.SingleAsync(p => p.Id == change.PersonId, cancellationToken);
        if (person.DisabledAtUtc is not null || person.SecurityStamp != change.SecurityStamp) return IdentityErrors.TokenSpent;
        var normalized = normalizer.NormalizeEmail(change.NewEmail);
        if (await db.People.AnyAsync(p => p.NormalizedEmail == normalized, cancellationToken)) return IdentityErrors.EmailTaken;

        var old = person.Email!;
        (person.Email, person.NormalizedEmail, person.EmailConfirmed) = (change.NewEmail, normalized, true);
        (person.UserName, person.NormalizedUserName) = (change.NewEmail, normalizer.NormalizeName(change.NewEmail));
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        // Links that lie in the old mailbox open nothing any more.
        await tokens.EndOthersAsync(person.Id, TokenPurpose.ResetPassword, cancellationToken);
        await tokens.EndOthersAsync(person.Id, TokenPurpose.ConfirmEmail, cancellationToken);
        audit.Note(db, "person.email-changed", "person", person.Id, "");
        events.Publish(
            new EmailConfirmed(person.Id, person.BuyerId, change.NewEmail), "email-change/" + hash, 1, buyerId: person.BuyerId);
        return await sender.Send(new QueueMail("email-changed/" + hash, old, Notice(person.Name)), cancellationToken);
    }

    private static MailText Notice(string name) => new(
        "Your mail address was changed", $"Hello {name}",
        ["Your account has another mail address now. This one is no longer used: you log in with the new one, and receipts go "
            + "there.", "If it was not you, write to us at once: answer this mail."]);
}

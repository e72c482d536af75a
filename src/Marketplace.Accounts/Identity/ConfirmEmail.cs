using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>Takes the link of the mail. Error: token.spent.</summary>
[Anyone]
public sealed record ConfirmEmail(string Token) : ICommand<Result>, IPlatformTransaction;

internal sealed class ConfirmEmailHandler(PlatformDb db, OneTimeTokens tokens, EventBuffer events, AuditTrail audit)
    : ICommandHandler<ConfirmEmail, Result>
{
    public async ValueTask<Result> Handle(ConfirmEmail command, CancellationToken cancellationToken)
    {
        if (await tokens.UseAsync(command.Token, TokenPurpose.ConfirmEmail, cancellationToken) is not { } personId)
            return IdentityErrors.TokenSpent;
        var person = await db.People.SingleAsync(p => p.Id == personId, cancellationToken);
        if (person.EmailConfirmed) return Result.Success();
        person.EmailConfirmed = true;
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        audit.Note(db, "person.email-confirmed", "person", person.Id, "");
        events.Publish(new EmailConfirmed(person.Id, person.BuyerId, person.Email!), person.Id, 1, buyerId: person.BuyerId);
        return Result.Success();
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Passkeys;

/// <summary>Forgets one of the own passkeys; other sessions end. Error: passkey.not-found.</summary>
/// <param name="Id">As <see cref="MyPasskey"/> names it.</param>
[Person, Fresh]
public sealed record RemovePasskey(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class RemovePasskeyHandler(PlatformDb db, CallerAccessor caller, FactorChange change)
    : ICommandHandler<RemovePasskey, Result>
{
    public async ValueTask<Result> Handle(RemovePasskey command, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId;
        var person = await db.People.SingleAsync(p => p.Id == personId, cancellationToken);
        var keys = await db.Passkeys.Where(k => k.UserId == personId).ToListAsync(cancellationToken);
        var gone = keys.Find(k => string.Equals(Convert.ToHexStringLower(k.CredentialId), command.Id, StringComparison.Ordinal));
        if (gone is null) return IdentityErrors.NoSuchPasskey;
        db.Passkeys.Remove(gone);
        var isLast = keys.Count == 1 && person.TotpSecret is null;
        return await change.RemovedAsync(person, "a passkey", "person.passkey-removed", isLast, cancellationToken);
    }
}

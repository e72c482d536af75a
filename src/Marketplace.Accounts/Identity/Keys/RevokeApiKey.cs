using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Keys;

/// <summary>Ends a key with its next use. Error: api-key.not-found, also for one that has ended before.</summary>
[Seller(SellerPermissions.Keys)]
public sealed record RevokeApiKey(string KeyId) : ICommand<Result>, IPlatformTransaction;

internal sealed class RevokeApiKeyHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<RevokeApiKey, Result>
{
    public async ValueTask<Result> Handle(RevokeApiKey command, CancellationToken cancellationToken)
    {
        var (tenantId, now) = (caller.Caller.TenantId!, clock.GetUtcNow().UtcDateTime);
        var ended = await db.ApiKeys
            .Where(k => k.TenantId == tenantId && k.Id == command.KeyId && k.RevokedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAtUtc, now), cancellationToken);
        if (ended == 0) return IdentityErrors.NoSuchKey;
        audit.Note(db, "api-key.revoked", "api-key", command.KeyId, "", tenantId);
        return Result.Success();
    }
}

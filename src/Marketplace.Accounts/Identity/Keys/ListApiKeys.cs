using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Keys;

/// <summary>The current seller's keys, the newest first; those that ended are kept for a look back.</summary>
[Seller(SellerPermissions.Keys)]
public sealed record ListApiKeys : IQuery<Result<IReadOnlyList<ApiKeyRow>>>;

/// <param name="MakerIsMember">The key works only while the one who made it is in the team.</param>
public sealed record ApiKeyRow(
    string Id, string Name, string Prefix, IReadOnlyList<string> Scopes, string MadeBy, bool MakerIsMember, DateTime AtUtc,
    DateTime? UntilUtc, DateTime? LastUsedAtUtc, DateTime? RevokedAtUtc);

internal sealed class ListApiKeysHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListApiKeys, Result<IReadOnlyList<ApiKeyRow>>>
{
    public async ValueTask<Result<IReadOnlyList<ApiKeyRow>>> Handle(ListApiKeys query, CancellationToken cancellationToken)
    {
        var (tenantId, members) = (caller.Caller.TenantId!, db.Memberships);
        return await db.ApiKeys.AsNoTracking().Where(k => k.TenantId == tenantId)
            .Join(db.People, k => k.MadeById, p => p.Id, (k, p) => new { k, p })
            .OrderByDescending(x => x.k.Id).Take(100)
            .Select(x => new ApiKeyRow(
                x.k.Id, x.k.Name, x.k.Prefix, x.k.Scopes, x.p.Name,
                x.p.DisabledAtUtc == null && members.Any(m => m.TenantId == x.k.TenantId && m.PersonId == x.p.Id),
                x.k.AtUtc, x.k.UntilUtc, x.k.LastUsedAtUtc, x.k.RevokedAtUtc))
            .ToListAsync(cancellationToken);
    }
}

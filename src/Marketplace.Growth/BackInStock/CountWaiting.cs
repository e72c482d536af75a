using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.BackInStock.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.BackInStock;

/// <summary>
/// How many wait for each of the seller's variants; those for which nobody waits are not named. Numbers only: the addresses
/// are not the seller's.
/// </summary>
/// <param name="OfferId">Of this variant alone.</param>
[Seller(SellerPermissions.Stock)]
public sealed record CountWaiting(string? OfferId = null) : IQuery<Result<IReadOnlyDictionary<string, int>>>;

internal sealed class CountWaitingHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<CountWaiting, Result<IReadOnlyDictionary<string, int>>>
{
    public async ValueTask<Result<IReadOnlyDictionary<string, int>>> Handle(CountWaiting query, CancellationToken cancellationToken)
    {
        var counts = await db.StockRequests
            .Where(r => r.TenantId == caller.Caller.TenantId && r.ToldAtUtc == null && r.ConfirmedAtUtc != null
                && (query.OfferId == null || r.OfferId == query.OfferId))
            .GroupBy(r => r.OfferId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellationToken);
        return Result<IReadOnlyDictionary<string, int>>.Success(counts);
    }
}

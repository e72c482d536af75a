using System.Linq.Expressions;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>What other contexts need of sellers. Unknown ids are left out; at most 200 a call.</summary>
[Internal]
public sealed record GetSellers(IReadOnlyCollection<string> Ids) : IQuery<Result<IReadOnlyList<SellerInfo>>>
{
    public const int Maximum = 200;
}

/// <param name="CommissionBps">Agreed with this seller alone; null means the platform's rules.</param>
/// <param name="PlanDeltaBps">Added to what the platform's rules for all say, by the plan that was chosen.</param>
/// <param name="HoldDays">Agreed with this seller alone; null means the platform's setting.</param>
public sealed record SellerInfo(
    string TenantId, string Slug, string Name, SellerState State, string Country, int? CommissionBps, int? HoldDays,
    string? PayoutAccountId, bool PayoutsReady, int PlanDeltaBps = 0)
{
    public bool IsOpen => State == SellerState.Approved;
}

internal sealed class GetSellersHandler(PlatformDb db) : IQueryHandler<GetSellers, Result<IReadOnlyList<SellerInfo>>>
{
    public static readonly Expression<Func<Seller, SellerInfo>> Info = s => new SellerInfo(
        s.Id, s.Slug, s.Name, s.State, s.Country, s.CommissionBps, s.HoldDays, s.PayoutAccountId, s.PayoutsReady,
        s.PlanDeltaBps);

    public async ValueTask<Result<IReadOnlyList<SellerInfo>>> Handle(GetSellers query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Ids.Count, GetSellers.Maximum, nameof(query));
        var ids = query.Ids.Distinct(StringComparer.Ordinal).ToList();
        return await db.Sellers.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id)
            .Select(Info).ToListAsync(cancellationToken);
    }
}

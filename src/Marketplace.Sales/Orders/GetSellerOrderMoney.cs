using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>
/// What one of the seller's own orders means for its money: the platform's row, read for this seller alone.
/// </summary>
[Seller("orders")]
public sealed record GetSellerOrderMoney(string SellerOrderId) : IQuery<Result<SellerOrderMoney>>;

/// <param name="GrossMinor">Items as the buyer paid them; <paramref name="SellerNetMinor"/> is what stays of it all.</param>
public sealed record SellerOrderMoney(
    string CurrencyCode, long GrossMinor, long ShippingMinor, long PlatformTaxMinor, long CommissionMinor,
    long CommissionTaxMinor, long PlatformDiscountMinor, long SellerNetMinor, long RefundedMinor, long RefundedNetMinor,
    MoneyState Money, IssueState Issue, int HoldDays, DateTime? ReleasedAtUtc, DateTime? TransferredAtUtc, bool MayRefund,
    IReadOnlyList<RefundView> Refunds)
{
    /// <summary>What was frozen at the sale, line by line.</summary>
    public IReadOnlyList<LineMoney> Lines { get; init; } = [];

    internal static SellerOrderMoney Of(SellerOrderAmounts a, IEnumerable<OrderRefund> refunds) => new(
        a.CurrencyCode, a.GrossMinor, a.ShippingMinor, a.PlatformTaxMinor, a.CommissionMinor, a.CommissionTaxMinor,
        a.PlatformDiscountMinor, a.SellerNetMinor, a.RefundedMinor, a.RefundedNetMinor, a.Money, a.Issue, a.HoldDays,
        a.ReleasedAtUtc, a.TransferredAtUtc, a.MayRefund, [.. refunds.Select(RefundView.Of)]);
}

public sealed record LineMoney(string OrderLineId, int RateBps, long BaseMinor, long CommissionMinor, long CommissionTaxMinor);

public sealed record RefundView(
    string RefundId, long AmountMinor, OrderActor By, string Reason, DateTime RequestedAtUtc, string State)
{
    internal static RefundView Of(OrderRefund r) =>
        new(r.Id, r.AmountMinor, r.By, r.Reason, r.RequestedAtUtc, r.State.ToString());
}

internal sealed class GetSellerOrderMoneyHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<GetSellerOrderMoney, Result<SellerOrderMoney>>
{
    public async ValueTask<Result<SellerOrderMoney>> Handle(GetSellerOrderMoney query, CancellationToken cancellation)
    {
        var amounts = await db.SellerOrderAmounts.AsNoTracking().SingleOrDefaultAsync(
            a => a.TenantId == caller.Caller.TenantId && a.Id == query.SellerOrderId, cancellation);
        if (amounts is null) return FulfilmentErrors.NoSuchOrder;
        var refunds = await db.OrderRefunds.AsNoTracking().Where(r => r.SellerOrderId == amounts.Id)
            .OrderBy(r => r.RequestedAtUtc).ToListAsync(cancellation);
        var lines = await db.OrderLineAmounts.AsNoTracking().Where(l => l.SellerOrderId == amounts.Id)
            .Select(l => new LineMoney(l.Id, l.CommissionRateBps, l.CommissionBaseMinor, l.CommissionMinor, l.CommissionTaxMinor))
            .ToListAsync(cancellation);
        return SellerOrderMoney.Of(amounts, refunds) with { Lines = lines };
    }
}

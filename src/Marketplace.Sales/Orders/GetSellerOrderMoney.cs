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
    IReadOnlyList<RefundView> Refunds);

public sealed record RefundView(
    string RefundId, long AmountMinor, OrderActor By, string Reason, DateTime RequestedAtUtc, string State);

internal sealed class GetSellerOrderMoneyHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<GetSellerOrderMoney, Result<SellerOrderMoney>>
{
    public async ValueTask<Result<SellerOrderMoney>> Handle(GetSellerOrderMoney query, CancellationToken cancellation)
    {
        var amounts = await db.SellerOrderAmounts.AsNoTracking().SingleOrDefaultAsync(
            a => a.TenantId == caller.Caller.TenantId && a.Id == query.SellerOrderId, cancellation);
        return amounts is null ? FulfilmentErrors.NoSuchOrder : await ReadAsync(db, amounts, cancellation);
    }

    internal static async Task<SellerOrderMoney> ReadAsync(
        PlatformDb db, SellerOrderAmounts a, CancellationToken cancellation)
    {
        var refunds = await db.OrderRefunds.AsNoTracking().Where(r => r.SellerOrderId == a.Id)
            .OrderBy(r => r.RequestedAtUtc).ToListAsync(cancellation);
        return new SellerOrderMoney(
            a.CurrencyCode, a.GrossMinor, a.ShippingMinor, a.PlatformTaxMinor, a.CommissionMinor, a.CommissionTaxMinor,
            a.PlatformDiscountMinor, a.SellerNetMinor, a.RefundedMinor, a.RefundedNetMinor, a.Money, a.Issue, a.HoldDays,
            a.ReleasedAtUtc, a.TransferredAtUtc, a.MayRefund,
            [.. refunds.Select(r => new RefundView(r.Id, r.AmountMinor, r.By, r.Reason, r.RequestedAtUtc, r.State.ToString()))]);
    }
}

using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger.Contracts;

namespace Marketplace.Money.Settlement;

/// <summary>What is left of one part of an order after earlier refunds, in minor units.</summary>
/// <param name="SellerNetMinor">Of the seller's share, whether it is still here or was transferred.</param>
/// <param name="DueMinor">Of that, what is still here.</param>
internal sealed record RefundablePart(
    string SellerOrderId, string TenantId, long SellerNetMinor, long CommissionMinor, long CommissionTaxMinor,
    long PlatformTaxMinor, long PlatformDiscountMinor, long DueMinor)
{
    public long BuyerMinor =>
        SellerNetMinor + CommissionMinor + CommissionTaxMinor + PlatformTaxMinor - PlatformDiscountMinor;
}

/// <summary>
/// Who bears a refund that names no part: every part by what is left of it, and within a part the seller's share,
/// commission and tax alike; by largest remainder, in whole quanta. Pure. The shares sum to the refund, and no part
/// bears more than it has.
/// </summary>
internal static class OutsideRefundSplit
{
    public static IReadOnlyList<RefundShare> Split(
        IReadOnlyList<RefundablePart> parts, long amountMinor, string currencyCode)
    {
        var quantum = Currency.Of(currencyCode).QuantumMinor;
        var amounts = Allocation.Share(amountMinor, [.. parts.Select(p => Math.Max(0, p.BuyerMinor))], quantum);
        return [.. parts.Zip(amounts, (part, amount) => Share(part, amount, quantum)).Where(s => s.Parts.BuyerMinor > 0)];
    }

    private static RefundShare Share(RefundablePart part, long amountMinor, long quantum)
    {
        var discount = Allocation.CumulativeTarget(part.PlatformDiscountMinor, amountMinor, part.BuyerMinor, quantum);
        var shares = Allocation.Share(
            amountMinor,
            [
                Math.Max(0, part.SellerNetMinor - part.PlatformDiscountMinor), part.CommissionMinor, part.CommissionTaxMinor,
                part.PlatformTaxMinor,
            ],
            quantum);
        var net = shares[0] + discount;
        return new RefundShare(
            part.SellerOrderId, part.TenantId, new RefundBreakdown(net, shares[1], shares[2], shares[3], discount),
            Math.Max(0, net - part.DueMinor));
    }
}

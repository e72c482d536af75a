using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger.Contracts;

namespace Marketplace.Sales.Fulfilment;

/// <summary>A line's frozen amounts, and how many of its pieces went back before.</summary>
internal sealed record LineToRefund(
    string OrderLineId, int Quantity, int RefundedQuantity, long GrossMinor, long PlatformTaxMinor, long CommissionMinor,
    long CommissionTaxMinor, long PlatformDiscountMinor)
{
    public long SellerNetMinor => GrossMinor + PlatformDiscountMinor - PlatformTaxMinor - CommissionMinor - CommissionTaxMinor;
}

/// <summary>
/// What goes back for some pieces of a line, and out of whose share. Pure. Amounts are differences of cumulative
/// targets: however a line is cut into refunds, they sum to exactly the line, and none is ever negative.
/// </summary>
internal static class RefundMath
{
    public static RefundBreakdown Pieces(LineToRefund line, int quantity, string currencyCode)
    {
        var quantum = Currency.Of(currencyCode).QuantumMinor;
        var byPrice = PriceLeads(line, quantum);
        var before = Until(line, line.RefundedQuantity, quantum, byPrice);
        var after = Until(line, line.RefundedQuantity + quantity, quantum, byPrice);
        return Minus(after, before);
    }

    public static RefundBreakdown Sum(IEnumerable<RefundBreakdown> parts) => parts.Aggregate(
        new RefundBreakdown(0, 0, 0, 0), (a, b) => new RefundBreakdown(
            a.SellerNetMinor + b.SellerNetMinor, a.CommissionMinor + b.CommissionMinor,
            a.CommissionTaxMinor + b.CommissionTaxMinor, a.PlatformTaxMinor + b.PlatformTaxMinor,
            a.PlatformDiscountMinor + b.PlatformDiscountMinor));

    /// <summary>
    /// The buyer's amount per piece is rounded by itself and the seller bears the rest; only where that would make what
    /// the buyer paid of a seller's piece negative (lines of a few cents) is every share rounded by itself instead.
    /// </summary>
    private static bool PriceLeads(LineToRefund line, long quantum)
    {
        for (var piece = 1; piece <= line.Quantity; piece++)
        {
            var one = Minus(Until(line, piece, quantum, true), Until(line, piece - 1, quantum, true));
            if (one.SellerNetMinor < one.PlatformDiscountMinor) return false;
        }

        return true;
    }

    private static RefundBreakdown Until(LineToRefund line, int pieces, long quantum, bool byPrice)
    {
        long Due(long amountMinor) => Allocation.CumulativeTarget(amountMinor, pieces, line.Quantity, quantum);
        var (commission, commissionTax, tax, discount) = (
            Due(line.CommissionMinor), Due(line.CommissionTaxMinor), Due(line.PlatformTaxMinor), Due(line.PlatformDiscountMinor));
        var net = byPrice
            ? Due(line.GrossMinor) + discount - tax - commission - commissionTax
            : Due(line.SellerNetMinor - line.PlatformDiscountMinor) + discount;
        return new RefundBreakdown(net, commission, commissionTax, tax, discount);
    }

    private static RefundBreakdown Minus(RefundBreakdown a, RefundBreakdown b) => new(
        a.SellerNetMinor - b.SellerNetMinor, a.CommissionMinor - b.CommissionMinor,
        a.CommissionTaxMinor - b.CommissionTaxMinor, a.PlatformTaxMinor - b.PlatformTaxMinor,
        a.PlatformDiscountMinor - b.PlatformDiscountMinor);
}

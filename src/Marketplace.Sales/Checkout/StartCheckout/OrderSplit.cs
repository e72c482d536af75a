using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions.Contracts;
using Marketplace.Money.Tax.Contracts;

namespace Marketplace.Sales.Checkout.StartCheckout;

/// <summary>One line on its way into an order: its price after discounts with tax, and its commission.</summary>
internal sealed record LineToSplit(
    string Reference, string TenantId, TaxedLine Tax, CommissionedLine Commission, long PlatformDiscountMinor = 0);

internal sealed record ShippingToSplit(string TenantId, TaxedLine Tax);

/// <summary>One seller's part, to the minor unit.</summary>
/// <param name="GrossMinor">Items as the buyer pays them, tax within.</param>
/// <param name="ShippingMinor">Shipping as the buyer pays it, tax within.</param>
/// <param name="PlatformTaxMinor">Of both, the tax that the platform remits.</param>
internal sealed record SplitPart(
    string TenantId, long GrossMinor, long ShippingMinor, long TaxMinor, long PlatformTaxMinor, long ShippingPlatformTaxMinor,
    long CommissionMinor, long CommissionTaxMinor, long PlatformDiscountMinor)
{
    public long TotalMinor => GrossMinor + ShippingMinor;

    public long SellerNetMinor =>
        TotalMinor + PlatformDiscountMinor - PlatformTaxMinor - CommissionMinor - CommissionTaxMinor;
}

/// <summary>
/// From a taxed and commissioned cart to one part a seller. Pure. Nothing is computed twice: tax, commission and
/// discount come frozen per line and are only summed, so that
/// captured + platform-funded discounts = seller shares + commission incl. its VAT + tax held by the platform.
/// </summary>
internal static class OrderSplit
{
    /// <summary>Parts in the order in which sellers first appear.</summary>
    public static IReadOnlyList<SplitPart> Split(
        IReadOnlyList<LineToSplit> lines, IReadOnlyList<ShippingToSplit> shipping)
    {
        List<SplitPart> parts = [];
        foreach (var group in lines.GroupBy(l => l.TenantId))
        {
            var carried = shipping.Where(s => s.TenantId == group.Key).Select(s => s.Tax).ToList();
            var part = new SplitPart(
                group.Key, group.Sum(l => l.Tax.GrossMinor), carried.Sum(t => t.GrossMinor),
                group.Sum(l => l.Tax.TaxMinor) + carried.Sum(t => t.TaxMinor),
                group.Sum(l => l.Tax.PlatformTaxMinor) + carried.Sum(t => t.PlatformTaxMinor),
                carried.Sum(t => t.PlatformTaxMinor),
                group.Sum(l => l.Commission.CommissionMinor), group.Sum(l => l.Commission.CommissionTaxMinor),
                group.Sum(l => l.PlatformDiscountMinor));
            if (part.SellerNetMinor < 0)
                throw new InvalidOperationException($"Seller {group.Key} would owe {-part.SellerNetMinor} for selling.");
            parts.Add(part);
        }

        return parts;
    }

    /// <summary>
    /// Shares an order-level discount over lines by their price: largest remainder, whole quanta, never more than a
    /// line's price.
    /// </summary>
    public static IReadOnlyList<long> ShareDiscount(
        IReadOnlyList<long> linePricesMinor, long discountMinor, string currencyCode)
    {
        var most = Math.Min(discountMinor, linePricesMinor.Sum());
        var quantum = Currency.Of(currencyCode).QuantumMinor;
        return Allocation.Share(most - (most % quantum), linePricesMinor, quantum);
    }
}

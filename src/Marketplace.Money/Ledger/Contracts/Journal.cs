namespace Marketplace.Money.Ledger.Contracts;

/// <summary>Amount from the credit account's side to the debit account's; zero amounts are left out.</summary>
/// <param name="SellerOrderId">Whose part of an order it belongs to, where the journal is about several.</param>
public sealed record Posting(string Debit, string Credit, long AmountMinor, string? SellerOrderId = null);

/// <summary>What <c>PostJournal</c> writes: all postings in one currency.</summary>
public sealed record Journal(
    string Kind, string ExternalKey, string CurrencyCode, DateTime EffectiveAtUtc, IReadOnlyList<Posting> Postings,
    string? OrderId = null, string? SellerOrderId = null, string? TenantId = null);

/// <summary>One seller's part of a sale, as frozen on its lines. All in minor units of the order's currency.</summary>
/// <param name="GrossMinor">Items as the buyer pays them, tax included, after all discounts.</param>
/// <param name="ShippingMinor">Shipping as the buyer pays it, tax included; the seller ships.</param>
/// <param name="PlatformTaxMinor">Of both, the tax that the platform collects and remits.</param>
/// <param name="CommissionTaxMinor">VAT on the commission.</param>
/// <param name="PlatformDiscountMinor">Discounts that the platform funds: the seller gets them on top.</param>
public sealed record SalePart(
    string SellerOrderId, string TenantId, long GrossMinor, long ShippingMinor, long PlatformTaxMinor,
    long CommissionMinor, long CommissionTaxMinor, long PlatformDiscountMinor, int HoldDays)
{
    /// <summary>The seller's share.</summary>
    public long SellerNetMinor =>
        GrossMinor + ShippingMinor + PlatformDiscountMinor - PlatformTaxMinor - CommissionMinor - CommissionTaxMinor;
}

/// <param name="CapturedMinor">What the buyer paid; must equal the parts' gross and shipping.</param>
/// <param name="TaxCountry">Whose tax the platform collected.</param>
public sealed record SaleToPost(
    string OrderId, string BuyerId, string CurrencyCode, long CapturedMinor, string TaxCountry, DateTime PaidAtUtc,
    IReadOnlyList<SalePart> Parts);

/// <summary>Where the money of a refund comes from. The parts sum to what the buyer gets back.</summary>
/// <param name="SellerNetMinor">From the seller's share.</param>
/// <param name="PlatformTaxMinor">From tax that the platform had collected.</param>
public sealed record RefundBreakdown(
    long SellerNetMinor, long CommissionMinor, long CommissionTaxMinor, long PlatformTaxMinor, long PlatformDiscountMinor = 0)
{
    public long BuyerMinor =>
        SellerNetMinor + CommissionMinor + CommissionTaxMinor + PlatformTaxMinor - PlatformDiscountMinor;
}

/// <summary>What one part of an order bears of a refund.</summary>
/// <param name="OwedMinor">Of the seller's share, what it had received already and now owes the platform.</param>
public sealed record RefundShare(string SellerOrderId, string TenantId, RefundBreakdown Parts, long OwedMinor = 0);

using Marketplace.Money.Tax.Contracts;
using Marketplace.Sales.Shipping.Contracts;

namespace Marketplace.Sales.Cart;

/// <summary>Why a line cannot be bought as it stands, or what changed about it.</summary>
public enum LineProblem
{
    None,
    /// <summary>Fewer are left than wanted; what is left counts.</summary>
    LowStock,
    SoldOut,
    /// <summary>Taken off sale, or its shop is closed.</summary>
    NotForSale,
    /// <summary>Has no price in the buyer's currency.</summary>
    NotInCurrency,
    /// <summary>The shop does not send there.</summary>
    NotSentThere,
}

/// <summary>A cart with the prices, stock, shipping and tax of this moment. Amounts in minor units of one currency.</summary>
/// <param name="ItemsMinor">Lines as shown to the buyer, before tax where prices exclude it.</param>
/// <param name="TaxMinor">Within the prices when <paramref name="PriceIncludesTax"/>, else on top.</param>
public sealed record PricedCart(
    string CurrencyCode, Destination Destination, IReadOnlyList<PricedSeller> Sellers, long ItemsMinor,
    long ShippingMinor, long TaxMinor, bool PriceIncludesTax, long TotalMinor, string? OpenOrderId, string? DetailsJson)
{
    public int Pieces => Sellers.Sum(s => s.Lines.Sum(l => l.Quantity));

    /// <summary>Whether everything in it can be bought exactly as it stands.</summary>
    public bool IsReady => Sellers.Count > 0 && Problems.Count == 0;

    /// <summary>Whether anything would be left to buy without the lines that have problems.</summary>
    public bool HasRest => Sellers.Any(s => s.Counted.Any());

    public IReadOnlyList<PricedLine> Problems => [.. Sellers.SelectMany(s => s.Lines).Where(l => l.Problem != LineProblem.None)];
}

/// <param name="Shipping">The chosen option, else the cheapest; null when nothing of this seller can be bought.</param>
/// <param name="ShippingTax">Its price with tax.</param>
public sealed record PricedSeller(
    string TenantId, string Slug, string Name, string Country, int? HoldDays, IReadOnlyList<PricedLine> Lines,
    IReadOnlyList<ShippingOption> Options, ShippingOption? Shipping, TaxedLine? ShippingTax)
{
    public IEnumerable<PricedLine> Counted => Lines.Where(l => l.CountedQuantity > 0);

    public long ItemsMinor => Counted.Sum(l => l.LineMinor);

    public long TotalMinor => Counted.Sum(l => l.Tax?.GrossMinor ?? l.LineMinor) + (ShippingTax?.GrossMinor ?? 0);

    /// <summary>How much more of this shop makes its delivery free; null when it is, or never will be.</summary>
    public long? MissingForFreeMinor => Shipping is { AmountMinor: > 0, FreeFromMinor: { } free } && free > ItemsMinor
        ? free - ItemsMinor
        : null;
}

/// <param name="Quantity">What the buyer wants.</param>
/// <param name="CountedQuantity">What of it can be bought now; the totals count this.</param>
/// <param name="SeenPriceMinor">The unit price seen before, when it differs from today's.</param>
public sealed record PricedLine(
    string OfferId, string TenantId, string ListingId, string RevisionId, string Slug, string Title, string Options,
    string? PictureRef, string Sku, IReadOnlyList<string> CategoryPath, string TaxCode, int WeightGrams, int Available,
    int Quantity, int CountedQuantity, long UnitPriceMinor, long? SeenPriceMinor, LineProblem Problem, TaxedLine? Tax)
{
    public long LineMinor => UnitPriceMinor * CountedQuantity;
}

/// <summary>The buyer's word on a line for this purchase alone; 0 leaves it in the cart.</summary>
public sealed record LineChange(string OfferId, int Quantity);

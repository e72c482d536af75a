using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Shipping.Contracts;

namespace Marketplace.Sales.Cart;

/// <summary>From rows and answers of other contexts to a priced cart, in three pure steps.</summary>
internal static class CartPricer
{
    /// <summary>First: what of each line can be bought, at which price. Newest seller last, lines as they were added.</summary>
    public static IReadOnlyList<PricedSeller> Lines(IReadOnlyList<CartLine> lines, IReadOnlyList<OfferSnapshot> offers,
        IReadOnlyList<SellerInfo> sellers, IReadOnlyList<LineChange> changes)
    {
        var bySeller = lines.OrderBy(l => l.AddedAtUtc).ThenBy(l => l.OfferId, StringComparer.Ordinal).GroupBy(l => l.TenantId);
        List<PricedSeller> priced = [];
        foreach (var group in bySeller)
        {
            var seller = sellers.FirstOrDefault(s => s.TenantId == group.Key);
            var shown = group.Select(l => (Line: l, Quantity: Wanted(l, changes))).Where(l => l.Quantity > 0)
                .Select(l => Line(l.Line, l.Quantity, offers.FirstOrDefault(o => o.OfferId == l.Line.OfferId), seller)).ToList();
            if (shown.Count == 0) continue;
            priced.Add(new PricedSeller(group.Key, seller?.Slug ?? "", seller?.Name ?? "", seller?.Country ?? "",
                seller?.HoldDays, shown, [], null, null));
        }

        return priced;
    }

    /// <summary>What each seller's parcel would be.</summary>
    public static IReadOnlyList<ParcelToQuote> Parcels(IReadOnlyList<PricedSeller> sellers) =>
    [
        .. sellers.Where(s => s.Counted.Any()).Select(s => new ParcelToQuote(
            s.TenantId, s.Counted.Sum(l => l.WeightGrams * l.CountedQuantity), s.ItemsMinor)),
    ];

    /// <summary>Second: how each parcel travels. Where a seller does not send, none of its lines counts.</summary>
    public static IReadOnlyList<PricedSeller> WithShipping(IReadOnlyList<PricedSeller> sellers,
        IReadOnlyList<ShippingOption> options, IReadOnlyDictionary<string, string> choices) =>
    [
        .. sellers.Select(seller =>
        {
            if (!seller.Counted.Any()) return seller;
            IReadOnlyList<ShippingOption> mine = [.. options.Where(o => o.TenantId == seller.TenantId)];
            if (mine.Count == 0) return seller with { Lines = [.. seller.Lines.Select(NotSent)] };
            var chosen = choices.GetValueOrDefault(seller.TenantId);
            return seller with { Options = mine, Shipping = mine.FirstOrDefault(o => o.MethodId == chosen) ?? mine[0] };
        }),
    ];

    public static TaxRequest TaxRequest(IReadOnlyList<PricedSeller> sellers, Destination destination, string currencyCode) =>
        new(destination.Country, destination.Region, destination.Postcode, currencyCode,
        [
            .. sellers.SelectMany(s => s.Counted).Select(l => new TaxableLine(l.OfferId, l.TenantId, l.TaxCode, l.LineMinor)),
            .. sellers.Where(s => s.Shipping is not null).Select(s => new TaxableLine(
                ShippingReference(s.TenantId), s.TenantId, TaxCodes.Shipping, s.Shipping!.AmountMinor)),
        ]);

    /// <summary>Third: tax, and the sums.</summary>
    public static PricedCart Sum(IReadOnlyList<PricedSeller> sellers, IReadOnlyList<TaxedLine> taxes,
        Destination destination, string currencyCode, BuyerCart? cart)
    {
        var byReference = taxes.ToDictionary(t => t.Reference, StringComparer.Ordinal);
        IReadOnlyList<PricedSeller> taxed =
        [
            .. sellers.Select(s => s with
            {
                Lines = [.. s.Lines.Select(l => l with { Tax = byReference.GetValueOrDefault(l.OfferId) })],
                ShippingTax = byReference.GetValueOrDefault(ShippingReference(s.TenantId)),
            }),
        ];
        return new PricedCart(currencyCode, destination, taxed, taxed.Sum(s => s.ItemsMinor),
            taxed.Sum(s => s.Shipping?.AmountMinor ?? 0), taxes.Sum(t => t.TaxMinor),
            taxes.All(t => t.PriceIncludesTax), taxed.Sum(s => s.TotalMinor), cart?.OpenOrderId, cart?.DetailsJson);
    }

    private static string ShippingReference(string tenantId) => "shipping:" + tenantId;

    private static int Wanted(CartLine line, IReadOnlyList<LineChange> changes) =>
        changes.FirstOrDefault(c => c.OfferId == line.OfferId)?.Quantity ?? line.Quantity;

    private static PricedLine NotSent(PricedLine line) => line.CountedQuantity == 0
        ? line
        : line with { Problem = LineProblem.NotSentThere, CountedQuantity = 0 };

    private static PricedLine Line(CartLine line, int wanted, OfferSnapshot? offer, SellerInfo? seller)
    {
        var problem = Problem(wanted, offer, seller);
        var counted = problem switch
        {
            LineProblem.None => wanted,
            LineProblem.LowStock => offer!.Available,
            LineProblem.SoldOut or LineProblem.NotForSale or LineProblem.NotInCurrency or LineProblem.NotSentThere => 0,
        };
        var price = offer?.UnitPriceMinor ?? 0;
        var seen = line.SeenCurrencyCode == offer?.CurrencyCode && line.SeenPriceMinor != price && price > 0
            ? line.SeenPriceMinor
            : null;
        return new PricedLine(
            line.OfferId, line.TenantId, offer?.ListingId ?? "", offer?.RevisionId ?? "",
            offer is null ? "" : $"{offer.Slug}-{offer.ShortId}",
            offer?.Title ?? "", offer?.OptionsText ?? "", offer?.PictureRef, offer?.Sku ?? "",
            offer?.CategoryPath.Split('/') ?? [],
            offer?.TaxCode ?? "", offer?.WeightGrams ?? 0, offer?.Available ?? 0, wanted, counted, price, seen, problem, null);
    }

    private static LineProblem Problem(int wanted, OfferSnapshot? offer, SellerInfo? seller) =>
        offer is not { IsLive: true } || seller is not { IsOpen: true } ? LineProblem.NotForSale
        : offer.UnitPriceMinor is null ? LineProblem.NotInCurrency
        : offer.Available <= 0 ? LineProblem.SoldOut
        : offer.Available < wanted ? LineProblem.LowStock
        : LineProblem.None;
}

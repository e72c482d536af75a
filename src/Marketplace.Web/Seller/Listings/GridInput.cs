using System.Globalization;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Values;

namespace Marketplace.Web.Seller.Listings;

/// <summary>One row of the grid as it was typed, with what it showed before.</summary>
public sealed class GridRowInput
{
    public string OfferId { get; set; } = "";
    public string ListingId { get; set; } = "";
    public bool Pick { get; set; }
    /// <summary>By currency, in minor units; what the form showed.</summary>
    public Dictionary<string, long?> Was { get; set; } = [];
    public Dictionary<string, string?> Prices { get; set; } = [];
    public List<StockInput> Stock { get; set; } = [];

    public static GridRowInput From(GridRow row, IReadOnlyList<string> currencies, IReadOnlyList<string?> locations) => new()
    {
        OfferId = row.OfferId, ListingId = row.ListingId,
        Was = currencies.ToDictionary(c => c, c => row.Prices.FirstOrDefault(p => p.CurrencyCode == c)?.PriceMinor),
        Prices = currencies.ToDictionary(
            c => c, c => row.Prices.FirstOrDefault(p => p.CurrencyCode == c) is { } price ? Text(price.PriceMinor, c) : null),
        Stock = [.. locations.Select(l => row.Stock.FirstOrDefault(s => s.LocationId == l) ?? new StockDraft(l, 0, 0))
            .Select(s => new StockInput { LocationId = s.LocationId, Was = s.Was, Now = s.Now.ToString(CultureInfo.CurrentCulture) })],
    };

    /// <summary>What was typed stands on what the row is by now: to save again is to overwrite knowingly.</summary>
    public void TypeAgain(GridRowInput typed)
    {
        (Prices, Pick) = (typed.Prices, typed.Pick);
        foreach (var stock in Stock)
            stock.Now = typed.Stock.Find(s => (s.LocationId ?? "") == (stock.LocationId ?? ""))?.Now ?? stock.Now;
    }

    /// <summary>What was changed, and what could not be read, by field; null when nothing was.</summary>
    public (EditVariantRow? Edit, List<(string Field, string Message)> Unread) Read(CultureInfo culture)
    {
        var unread = new List<(string, string)>();
        var prices = new List<PriceEdit>();
        foreach (var (currency, text) in Prices.Where(p => Currency.Find(p.Key) is not null))
        {
            var typed = Amount.Parse(text, currency, culture)?.Minor;
            if (typed is null && !string.IsNullOrWhiteSpace(text)) unread.Add(($"Prices[{currency}]", "Write an amount, like 12.50."));
            else if (typed != Was.GetValueOrDefault(currency)) prices.Add(new PriceEdit(currency, Was.GetValueOrDefault(currency), typed));
        }

        var stock = new List<StockDraft>();
        for (var i = 0; i < Stock.Count; i++)
        {
            var (place, was) = (string.IsNullOrEmpty(Stock[i].LocationId) ? null : Stock[i].LocationId, Stock[i].Was);
            if (!int.TryParse(Stock[i].Now, NumberStyles.AllowThousands, culture, out var now))
                unread.Add(($"Stock[{i}].Now", "Write a whole number."));
            else if (now != was) stock.Add(new StockDraft(place, was, now));
        }

        return (prices.Count + stock.Count == 0 || unread.Count > 0 ? null : new EditVariantRow(OfferId, prices, stock), unread);
    }

    /// <summary>The same row with every price a percentage up or down, in whole quanta.</summary>
    public EditVariantRow Reprice(int bps) => new(
        OfferId,
        [.. Was.Where(w => w.Value is not null && Currency.Find(w.Key) is not null).Select(w => new PriceEdit(
            w.Key, w.Value, Allocation.BasisPoints(w.Value!.Value, 10_000 + bps, Currency.Of(w.Key).QuantumMinor)))], []);

    private static string Text(long minor, string currency) => new Amount(minor, currency).ToMajor()
        .ToString("F" + Currency.Of(currency).Exponent, CultureInfo.CurrentCulture);
}

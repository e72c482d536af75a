using System.Globalization;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Web.Shared.Components;

namespace Marketplace.Web.Storefront;

/// <summary>"Gifts under {price}": the amount and what lies below it, in the visitor's own currency.</summary>
public static class PriceCaps
{
    private const string Hole = "{price}";

    /// <summary>Null where the words name an amount and there is none in this currency: then nothing leads there.</summary>
    public static string? Say(string text, IReadOnlyDictionary<string, long> caps, string currency, CultureInfo culture)
    {
        if (!text.Contains(Hole, StringComparison.Ordinal)) return text;
        return caps.TryGetValue(currency, out var cap)
            ? text.Replace(Hole, MoneyText.Format(cap, currency, culture, whole: true), StringComparison.Ordinal)
            : null;
    }

    public static IEnumerable<ListingCard> Below(
        this IEnumerable<ListingCard> cards, IReadOnlyDictionary<string, long> caps, string currency)
    {
        if (caps.Count == 0) return cards;
        return caps.TryGetValue(currency, out var cap) ? cards.Where(c => c.PriceMinor < cap) : [];
    }
}

namespace Marketplace.Catalog.Listings;

/// <param name="Prices">Minor units by currency.</param>
internal sealed record BuyBoxCandidate(
    string TenantId, string ListingId, string OfferId, bool InStock, IReadOnlyDictionary<string, long> Prices,
    int RatingHundredths, DateTime FirstPublishedAtUtc);

/// <summary>What decided between an offer and the one that leads; the first step of the rule in which they differ.</summary>
public enum BuyBoxReason
{
    Leads,
    NotInStock,
    NoPrice,
    Dearer,
    RatedLower,
    CameLater,
}

/// <summary>Which offer stands for its product group; pure.</summary>
internal static class BuyBoxRule
{
    /// <summary>
    /// In stock before not; then the lowest price, in the currency that most candidates are sold in (one without a
    /// price in it stands behind); then the better rated seller; then who was there first. Null when nobody sells it.
    /// </summary>
    public static BuyBoxCandidate? Choose(IReadOnlyList<BuyBoxCandidate> candidates) => Order(candidates).FirstOrDefault();

    /// <summary>All that have a price, the one that leads in front.</summary>
    public static IReadOnlyList<BuyBoxCandidate> Order(IReadOnlyList<BuyBoxCandidate> candidates)
    {
        if (CurrencyOf(candidates) is not { } currency) return [];
        return [.. candidates.Where(c => c.Prices.Count > 0)
            .OrderByDescending(c => c.InStock)
            .ThenBy(c => PriceOf(c, currency))
            .ThenByDescending(c => c.RatingHundredths)
            .ThenBy(c => c.FirstPublishedAtUtc)
            .ThenBy(c => c.OfferId, StringComparer.Ordinal)];
    }

    /// <summary>The currency in which prices are compared: the one that most are sold in.</summary>
    public static string? CurrencyOf(IReadOnlyList<BuyBoxCandidate> candidates) =>
        candidates.SelectMany(c => c.Prices.Keys).GroupBy(c => c, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    public static BuyBoxReason Why(BuyBoxCandidate mine, BuyBoxCandidate leader, string currency) =>
        mine.OfferId == leader.OfferId ? BuyBoxReason.Leads
        : mine.InStock != leader.InStock ? BuyBoxReason.NotInStock
        : !mine.Prices.ContainsKey(currency) ? BuyBoxReason.NoPrice
        : PriceOf(mine, currency) != PriceOf(leader, currency) ? BuyBoxReason.Dearer
        : mine.RatingHundredths != leader.RatingHundredths ? BuyBoxReason.RatedLower
        : BuyBoxReason.CameLater;

    private static long PriceOf(BuyBoxCandidate candidate, string currency) =>
        candidate.Prices.TryGetValue(currency, out var price) ? price : long.MaxValue;
}

namespace Marketplace.Catalog.Listings;

/// <param name="Prices">Minor units by currency.</param>
internal sealed record BuyBoxCandidate(
    string TenantId, string ListingId, string OfferId, bool InStock, IReadOnlyDictionary<string, long> Prices,
    int RatingHundredths, DateTime FirstPublishedAtUtc);

/// <summary>Which offer stands for its product group; pure.</summary>
internal static class BuyBoxRule
{
    /// <summary>
    /// In stock before not; then the lowest price, in the currency that most candidates are sold in (one without a
    /// price in it stands behind); then the better rated seller; then who was there first. Null when nobody sells it.
    /// </summary>
    public static BuyBoxCandidate? Choose(IReadOnlyList<BuyBoxCandidate> candidates)
    {
        var currency = candidates.SelectMany(c => c.Prices.Keys).GroupBy(c => c, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        if (currency is null) return null;
        return candidates.Where(c => c.Prices.Count > 0)
            .OrderByDescending(c => c.InStock)
            .ThenBy(c => c.Prices.TryGetValue(currency, out var price) ? price : long.MaxValue)
            .ThenByDescending(c => c.RatingHundredths)
            .ThenBy(c => c.FirstPublishedAtUtc)
            .ThenBy(c => c.OfferId, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}

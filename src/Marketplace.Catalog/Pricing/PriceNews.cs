using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;

namespace Marketplace.Catalog.Pricing;

/// <summary>Buyers' prices changed: search's documents and the groups' buy boxes follow, in the running transaction.</summary>
internal static class PriceNews
{
    public static async Task TellAsync(
        MarketplaceDb db, EventBuffer events, IReadOnlyList<(string TenantId, string ListingId, string? GroupGtin)> shown,
        TimeProvider clock, CancellationToken cancellation)
    {
        await ListingChanges.BumpAsync(db, shown.Select(s => (s.TenantId, s.ListingId)), cancellation);
        foreach (var gtin in shown.Select(s => s.GroupGtin).OfType<string>().Distinct(StringComparer.Ordinal))
            events.Publish(new ProductGroupTouched(gtin), ProductGroupTouched.KeyOf(gtin), clock.GetUtcNow().UtcTicks);
    }
}

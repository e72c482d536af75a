using Marketplace.Kernel.Outbox;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>A listing was published, paused or taken away.</summary>
[EventName("catalog.listing-shown.v1")]
public sealed record ListingShown(string TenantId, string ListingId, string Title, bool IsLive) : IEvent;

/// <summary>Something that the choice of a group's buy box depends on has changed.</summary>
[EventName("catalog.product-group-touched.v1")]
public sealed record ProductGroupTouched(string Gtin) : IEvent
{
    /// <summary>One key a group: its recomputations never overlap.</summary>
    public static string KeyOf(string gtin) => "group:" + gtin;
}

using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Review;

/// <summary>
/// The gates of a publication for new listings that come many at once: the shop's facts and the rules are read once, and
/// each listing that goes through counts for the next.
/// </summary>
internal sealed class NewPublications
{
    public const string Waits = "The marketplace looks at it before buyers see it.";

    private readonly bool _isTraceable;
    private readonly int? _maximum;
    private readonly ListingRules _rules;
    private int _live;
    private int _published;

    private NewPublications((bool IsTraceable, int? Maximum) shop, (ListingRules Rules, int Published) review, int live) =>
        (_isTraceable, _maximum, _rules, _published, _live) = (shop.IsTraceable, shop.Maximum, review.Rules, review.Published, live);

    public static async Task<NewPublications> ReadAsync(SellerDb db, CancellationToken cancellation)
    {
        var shop = await PublicationGate.ReadAsync(db, cancellation);
        var live = shop.Maximum is null ? 0
            : await db.PublishedListings.CountAsync(l => l.TenantId == db.TenantId && l.IsLive, cancellation);
        return new NewPublications(shop, await ReviewGate.ReadAsync(db, cancellation), live);
    }

    /// <summary>What keeps a new listing from its buyers: an error, or causes for which it waits; neither where it may be shown.</summary>
    public (Error? Shut, List<HoldCause> Causes) Judge(WorkingCopy copy)
    {
        if (!_isTraceable) return (SellerErrors.NotTraceable, []);
        if (_maximum is { } most && _live >= most) return (ListingErrors.PlanFull(most), []);
        var causes = ReviewGate.Why(_rules, null, copy.Listing, _published, ReviewGate.Words(copy));
        if (causes.Count == 0) (_live, _published) = (_live + 1, _published + 1);
        return (null, causes);
    }
}

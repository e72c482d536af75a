using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Review;

/// <summary>
/// A listing for the eyes of who decides: what was sent against what buyers see; where nothing waits, all that buyers see
/// or saw last. Error: <c>listing.not-found</c>, also for one that was never sent nor published.
/// </summary>
[Admin(AdminPermissions.Moderation)]
public sealed record ReadSubmission(string ListingId) : IQuery<Result<SubmissionView>>;

/// <param name="Slug">Its address while buyers see it.</param>
/// <param name="ListingVersion">What is decided on; null where nothing waits.</param>
public sealed record SubmissionView(
    string ListingId, string ShortId, string Title, string SellerName, string SellerSlug, ListingState State, string? Slug,
    long? ListingVersion, SubmissionState? Decision, IReadOnlyList<HoldCause> Causes, string Reason, DateTime? AtUtc,
    IReadOnlyList<SnapshotChange> Changes, IReadOnlyList<ListingPicture> Before, IReadOnlyList<ListingPicture> After);

internal sealed class ReadSubmissionHandler(PlatformDb db) : IQueryHandler<ReadSubmission, Result<SubmissionView>>
{
    public async ValueTask<Result<SubmissionView>> Handle(ReadSubmission query, CancellationToken cancellationToken)
    {
        var found = await (
            from l in db.Listings.AsNoTracking()
            where l.Id == query.ListingId
            join p in db.SellerProfiles on l.TenantId equals p.TenantId
            join s in db.ListingSubmissions on new { l.TenantId, l.Id } equals new { s.TenantId, Id = s.ListingId } into sent
            from s in sent.DefaultIfEmpty()
            join r in db.ListingRevisions on new { l.TenantId, Id = l.RevisionId } equals new { r.TenantId, Id = (string?)r.Id } into seen
            from r in seen.DefaultIfEmpty()
            join o in db.PublishedListings.Where(o => o.IsLive) on new { l.TenantId, l.Id } equals new { o.TenantId, o.Id } into shown
            from o in shown.DefaultIfEmpty()
            select new { Listing = l, p.Name, p.Slug, Sent = s, Seen = r == null ? null : r.Snapshot, Address = o == null ? null : o.Slug })
            .SingleOrDefaultAsync(cancellationToken);
        var waits = found?.Sent is { State: SubmissionState.Waiting };
        if (found is null || (found.Seen is null && !waits)) return ListingErrors.NotFound;

        var before = found.Seen is { } text ? JsonColumn.Read<RevisionSnapshot>(text) : null;
        var after = waits ? JsonColumn.Read<RevisionSnapshot>(found.Sent!.Snapshot!) : before!;
        var tree = await CategoryTreeReader.ReadAsync(db, cancellationToken);
        var sentNow = found.Sent;
        return new SubmissionView(
            found.Listing.Id, found.Listing.ShortId, after.Title, found.Name, found.Slug, found.Listing.State, found.Address,
            waits ? sentNow!.ListingVersion : null, sentNow?.State, waits ? sentNow!.Causes : [], sentNow?.Reason ?? "", sentNow?.AtUtc,
            SnapshotDiff.Of(waits ? before : null, after, tree), waits ? before?.Pictures ?? [] : [], after.Pictures);
    }
}

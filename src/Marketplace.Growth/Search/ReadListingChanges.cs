using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Search;

/// <summary>
/// The next changed listings after a place in the stream of changes; at most <paramref name="Limit"/>.
/// </summary>
[Internal]
internal sealed record ReadListingChanges(IndexCheckpoint After, int Limit)
    : IQuery<Result<IReadOnlyList<ListingChange>>>;

internal sealed class ReadListingChangesHandler(PlatformDb db)
    : IQueryHandler<ReadListingChanges, Result<IReadOnlyList<ListingChange>>>
{
    public async ValueTask<Result<IReadOnlyList<ListingChange>>> Handle(
        ReadListingChanges query, CancellationToken cancellation)
    {
        var (at, id) = (query.After.ChangedAtUtc.UtcDateTime, query.After.ListingId);
        return await db.ListingChanges.AsNoTracking()
            .Where(c => c.ChangedAtUtc > at || (c.ChangedAtUtc == at && string.Compare(c.ListingId, id) > 0))
            .OrderBy(c => c.ChangedAtUtc).ThenBy(c => c.ListingId)
            .Take(query.Limit)
            .ToListAsync(cancellation);
    }
}

/// <summary>All listings that ever had a document, by id, whatever the time of their change.</summary>
[Internal]
internal sealed record ReadListingVersions(string? AfterListingId, int Limit)
    : IQuery<Result<IReadOnlyList<ListingChange>>>;

internal sealed class ReadListingVersionsHandler(PlatformDb db)
    : IQueryHandler<ReadListingVersions, Result<IReadOnlyList<ListingChange>>>
{
    public async ValueTask<Result<IReadOnlyList<ListingChange>>> Handle(
        ReadListingVersions query, CancellationToken cancellation)
    {
        var after = query.AfterListingId ?? "";
        return await db.ListingChanges.AsNoTracking()
            .Where(c => string.Compare(c.ListingId, after) > 0)
            .OrderBy(c => c.ListingId)
            .Take(query.Limit)
            .ToListAsync(cancellation);
    }
}

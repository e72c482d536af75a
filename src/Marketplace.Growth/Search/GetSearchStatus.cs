using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Search;

/// <summary>What this process's index holds and how far it is behind.</summary>
[Admin("search")]
public sealed record GetSearchStatus : IQuery<Result<SearchStatus>>;

/// <param name="Waiting">Changes after the checkpoint, the first of <paramref name="WaitingSinceUtc"/>; 0 when in step.</param>
public sealed record SearchStatus(
    string Engine, long Documents, DateTimeOffset? CheckpointUtc, int Waiting, int HiddenSellers,
    RebuildProgress? Rebuild, ReconcileOutcome? Reconciled, DateTime? WaitingSinceUtc = null);

/// <summary>What the last comparison with the database found.</summary>
public sealed record ReconcileOutcome(DateTimeOffset AtUtc, int Compared, int Mended, int Removed, int Purged);

/// <summary>How far a rebuild is.</summary>
public sealed record RebuildProgress(
    DateTimeOffset StartedAtUtc, int Read, int Total, DateTimeOffset? EndedAtUtc, string? Failure);

internal sealed class GetSearchStatusHandler(
    PlatformDb db, ISearchEngine engine, IndexRebuilder rebuilder, IndexReconciler reconciler, HiddenSellers hidden)
    : IQueryHandler<GetSearchStatus, Result<SearchStatus>>
{
    public async ValueTask<Result<SearchStatus>> Handle(GetSearchStatus query, CancellationToken cancellation)
    {
        var checkpoint = await engine.ReadCheckpointAsync(cancellation);
        var at = checkpoint?.ChangedAtUtc.UtcDateTime ?? DateTime.UnixEpoch;
        var waiting = await db.ListingChanges.Where(c => c.ChangedAtUtc > at).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Since = (DateTime?)g.Min(c => c.ChangedAtUtc) }).SingleOrDefaultAsync(cancellation);
        return new SearchStatus(
            engine.Name,
            await engine.CountAsync(cancellation),
            checkpoint?.ChangedAtUtc,
            waiting?.Count ?? 0,
            (await hidden.GetAsync(cancellation)).Count,
            rebuilder.Progress,
            reconciler.Last,
            waiting?.Since);
    }
}

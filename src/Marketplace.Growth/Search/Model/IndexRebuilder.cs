using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Growth.Search.Model;

/// <summary>
/// Rebuilds this process's index: while it reads all listings into a new one, live changes go to both. Changes that
/// committed before the rebuild saw their listing are in what it reads; later ones come by the follower.
/// </summary>
internal sealed class IndexRebuilder(
    IServiceScopeFactory scopes, ISearchEngine engine, SearchSignal signal, TimeProvider clock)
{
    private int _isRequested;

    public RebuildProgress? Progress { get; private set; }

    /// <summary>False when one is wanted or running already.</summary>
    public bool TryRequest()
    {
        if (Progress is { EndedAtUtc: null } || Interlocked.Exchange(ref _isRequested, 1) == 1) return false;
        signal.Nudge();
        return true;
    }

    public bool TryTakeRequest() => Interlocked.Exchange(ref _isRequested, 0) == 1;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var started = clock.GetUtcNow();
        Progress = new RebuildProgress(started, 0, (int)await engine.CountAsync(cancellation), null, null);
        try
        {
            await FillAsync(cancellation);
            Progress = Progress with { EndedAtUtc = clock.GetUtcNow() };
        }
        catch (Exception exception)
        {
            // Kept for the admin to see; the old index stays. The caller decides what a failure means to it.
            Progress = Progress with { EndedAtUtc = clock.GetUtcNow(), Failure = exception.Message };
            throw;
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        await using var rebuild = await engine.BeginRebuildAsync(cancellation);
        // Where the live index stands now: everything after it reaches the new index through the follower as well.
        var from = await engine.ReadCheckpointAsync(cancellation);
        string? after = null;
        while (true)
        {
            var documents = await ReadAsync(after, cancellation);
            if (documents.Count == 0) break;
            await rebuild.AddAsync(documents, cancellation);
            after = documents[^1].ListingId;
            var read = Progress!.Read + documents.Count;
            Progress = Progress with { Read = read, Total = Math.Max(read, Progress.Total) };
        }

        await rebuild.CompleteAsync(from ?? new IndexCheckpoint(DateTimeOffset.UnixEpoch, ""), cancellation);
    }

    private async Task<IReadOnlyList<ListingDocument>> ReadAsync(string? after, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var changes = await sender.Send(
            new ReadListingVersions(after, ReadListingDocuments.MaximumListings), cancellation);
        if (changes.Required().Count == 0) return [];
        return (await sender.Send(new ReadListingDocuments(changes.Required()), cancellation)).Required();
    }
}

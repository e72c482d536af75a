using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Growth.Search;

/// <summary>
/// Fills a new index from the database beside the old one and swaps it in. Answers at once;
/// <see cref="GetSearchStatus"/> tells how far it is. Fails with search.rebuild-running.
/// </summary>
[Admin("search")]
public sealed record RebuildSearchIndex : ICommand<Result>;

internal sealed class RebuildSearchIndexHandler(IndexRebuilder rebuilder) : ICommandHandler<RebuildSearchIndex, Result>
{
    public ValueTask<Result> Handle(RebuildSearchIndex command, CancellationToken cancellation) =>
        ValueTask.FromResult(rebuilder.TryRequest() ? Result.Success() : SearchErrors.RebuildRunning);
}

public static class SearchErrors
{
    public static readonly Error RebuildRunning =
        Error.Conflict("search.rebuild-running", "The search index is already being rebuilt.");

    public static readonly Error TooDeep =
        Error.Invalid("search.too-deep", "There are no pages that far in; narrow the search instead.");
}

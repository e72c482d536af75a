using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Growth.Search;

/// <summary>
/// Compares the index with the database soon, instead of at its next daily turn. Answers at once;
/// <see cref="GetSearchStatus"/> tells what came of it.
/// </summary>
[Admin("search")]
public sealed record ReconcileSearchIndex : ICommand<Result>;

internal sealed class ReconcileSearchIndexHandler(IndexReconciler reconciler)
    : ICommandHandler<ReconcileSearchIndex, Result>
{
    public ValueTask<Result> Handle(ReconcileSearchIndex command, CancellationToken cancellation)
    {
        reconciler.Request();
        return ValueTask.FromResult(Result.Success());
    }
}

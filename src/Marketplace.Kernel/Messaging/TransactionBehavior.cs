using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Kernel.Messaging;

/// <summary>
/// Alone saves and commits. Runs inside EF's execution strategy: a retry starts with a cleared context and an empty
/// event buffer. A failed result rolls everything back. A nested message joins the root's transaction, and is refused
/// when it needs other eyes.
/// </summary>
public sealed class TransactionBehavior<TMessage, TResponse>(
    MessageScope scope, IServiceProvider services, IDatabaseProvider database, EventBuffer events,
    InboxMark inbox, IdempotencyMark idempotency)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage, ITransactional
    where TResponse : IOutcome<TResponse>
{
    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        if (scope.TransactionEyes is { } running)
        {
            return running == message.Eyes
                ? await next(message, cancellationToken)
                : throw new InvalidOperationException(
                    $"{typeof(TMessage).Name} needs {message.Eyes} eyes inside a transaction with {running} eyes.");
        }

        var db = Context(message.Eyes);
        using var turn = await database.EnterWriteAsync(cancellationToken);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async cancellation => await RunAsync(db, message, next, cancellation), cancellationToken);
    }

    private async Task<TResponse> RunAsync(
        MarketplaceDb db, TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        events.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        scope.TransactionEyes = message.Eyes;
        try
        {
            if (inbox.Row is { } mark) db.Add(mark);
            var outcome = await next(message, cancellation);
            if (outcome.Error is null)
            {
                events.WriteTo(db);
                if (idempotency.Prepare is { } prepare) db.Add(prepare(outcome));
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                events.SignalCommitted();
            }
            else
            {
                db.ChangeTracker.Clear();
            }

            return outcome;
        }
        finally
        {
            scope.TransactionEyes = null;
            events.Clear();
        }
    }

    private MarketplaceDb Context(Eyes eyes) => eyes switch
    {
        Eyes.Platform => services.GetRequiredService<PlatformDb>(),
        Eyes.Seller => services.GetRequiredService<SellerDb>(),
        Eyes.Buyer => services.GetRequiredService<BuyerDb>(),
    };
}

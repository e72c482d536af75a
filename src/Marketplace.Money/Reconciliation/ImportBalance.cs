using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Reconciliation;

/// <summary>
/// Reads the movements of the platform's balance since the last known one, two days over again, and keeps what is
/// new. Not inside a transaction; may be repeated. Fails with <c>payment.unavailable</c>. Answers how many were new.
/// </summary>
[Internal]
public sealed record ImportBalance : ICommand<Result<int>>;

internal sealed class ImportBalanceHandler(
    PlatformDb db, IProcessorBooks books, IDatabaseProvider database, ISender sender)
    : ICommandHandler<ImportBalance, Result<int>>
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(48);

    public async ValueTask<Result<int>> Handle(ImportBalance command, CancellationToken cancellationToken)
    {
        var last = await db.BalanceEntries.OrderByDescending(e => e.CreatedAtUtc)
            .Select(e => (DateTime?)e.CreatedAtUtc).FirstOrDefaultAsync(cancellationToken);
        try
        {
            var movements = await books.ListMovementsAsync((last - Overlap) ?? DateTime.UnixEpoch, cancellationToken);
            var known = await KnownAsync(movements, cancellationToken);
            var count = 0;
            foreach (var batch in movements.Where(m => !known.Contains(m.Id)).Chunk(RecordMovements.Maximum))
            {
                var named = await NameRefundsAsync(batch, cancellationToken);
                count += await KeepAsync(named, cancellationToken);
            }

            while ((await sender.Send(new MatchEntries(), cancellationToken)).Required() == MatchEntriesHandler.Batch)
            {
                // The next hundred.
            }

            return count;
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }

    private async Task<int> KeepAsync(List<BalanceMovement> movements, CancellationToken cancellation)
    {
        try
        {
            return (await sender.Send(new RecordMovements(movements), cancellation)).Required();
        }
        catch (DbUpdateException exception) when (database.IsDuplicateKey(exception))
        {
            // Another import keeps the same ones in this very moment; what it leaves comes next time.
            return 0;
        }
    }

    private async Task<HashSet<string>> KnownAsync(IReadOnlyList<BalanceMovement> movements, CancellationToken cancellation)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var ids in movements.Select(m => m.Id).Chunk(500))
            known.UnionWith(await db.BalanceEntries.Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation));
        return known;
    }

    /// <summary>
    /// Refunds made at Stripe's own pages do not say what they are: they are imported first. One that cannot be yet
    /// is left for the next time.
    /// </summary>
    private async Task<List<BalanceMovement>> NameRefundsAsync(BalanceMovement[] batch, CancellationToken cancellation)
    {
        List<BalanceMovement> named = [];
        foreach (var movement in batch)
        {
            if (movement is not
                {
                    Type: "refund" or "payment_refund" or "refund_failure" or "payment_failure_refund",
                    Source.RefundId: null, SourceId: { } stripeId
                })
            {
                named.Add(movement);
                continue;
            }

            var imported = await sender.Send(new ImportRefund(stripeId), cancellation);
            if (imported.Ok)
                named.Add(movement with { Source = movement.Source with { RefundId = imported.Value } });
            else if (imported.Error.Kind == ErrorKind.NotFound)
                named.Add(movement);
        }

        return named;
    }
}

internal sealed class ImportBalanceJob(ISender sender) : IJob
{
    public string Name => "import-balance";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var imported = await sender.Send(new ImportBalance(), cancellation);
        return imported.Ok ? $"kept {imported.Value} movements" : imported.Error.Message;
    }
}

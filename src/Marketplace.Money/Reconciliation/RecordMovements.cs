using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Reconciliation.Contracts;
using Marketplace.Money.Reconciliation.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Reconciliation;

/// <summary>
/// Keeps movements of the balance, each once by its own id, and books what only they tell: the processor's fee as the
/// platform's expense, payouts, and what nobody knows. Answers how many were new.
/// </summary>
[Internal]
public sealed record RecordMovements(IReadOnlyList<BalanceMovement> Movements) : ICommand<Result<int>>, IPlatformTransaction
{
    public const int Maximum = 50;
}

internal sealed class RecordMovementsHandler(PlatformDb db, LedgerWriter ledger, ISender sender, TimeProvider clock)
    : ICommandHandler<RecordMovements, Result<int>>
{
    public async ValueTask<Result<int>> Handle(RecordMovements command, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(command.Movements.Count, RecordMovements.Maximum, nameof(command));
        var ids = command.Movements.Select(m => m.Id).ToList();
        var kept = await db.BalanceEntries.Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellationToken);
        var fresh = command.Movements.Where(m => !kept.Contains(m.Id)).DistinctBy(m => m.Id)
            .Select(m => (Movement: m, Booking: BookMovement.Of(m))).ToList();
        var keys = fresh.Select(f => f.Booking.JournalKey).ToList();
        var claimed = (await db.BalanceEntries.Where(e => keys.Contains(e.JournalKey!)).Select(e => e.JournalKey!)
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var (movement, booking) in fresh)
        {
            // A second movement for the same journal is money that nobody can explain.
            var once = claimed.Add(booking.JournalKey) ? booking : BookMovement.Unknown(movement);
            await KeepAsync(movement, once, cancellationToken);
        }

        return fresh.Count;
    }

    private async Task KeepAsync(BalanceMovement movement, Booking booking, CancellationToken cancellation)
    {
        db.Add(new BalanceEntry
        {
            Id = movement.Id, Type = movement.Type, AmountMinor = movement.AmountMinor, FeeMinor = movement.FeeMinor,
            CurrencyCode = movement.CurrencyCode, CreatedAtUtc = movement.CreatedAtUtc,
            AvailableAtUtc = movement.AvailableAtUtc, ImportedAtUtc = clock.GetUtcNow().UtcDateTime,
            SourceId = movement.SourceId, OrderId = movement.Source.OrderId, State = booking.State,
            JournalKey = booking.JournalKey, OtherKey = booking.OtherKey,
        });
        if (booking.Own is { } own) await ledger.PostAsync(own, cancellation);
        if (booking.Fee is { } fee) await ledger.PostAsync(fee, cancellation);
        if (booking.State != BalanceEntryState.Unknown) return;
        await sender.Send(
            new RaiseAlert(
                AlertKind.UnknownMovement, movement.Id, movement.Type, null, movement.Source.OrderId, movement.AmountMinor,
                movement.CurrencyCode), cancellation);
    }
}

using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger;
using Marketplace.Money.Reconciliation.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Reconciliation;

/// <summary>
/// Movements whose journals have come are booked; an amount that differs from its journal's is kept with them.
/// Answers how many; at most a hundred at a time.
/// </summary>
[Internal]
public sealed record MatchEntries : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class MatchEntriesHandler(PlatformDb db) : ICommandHandler<MatchEntries, Result<int>>
{
    public const int Batch = 100;

    public async ValueTask<Result<int>> Handle(MatchEntries command, CancellationToken cancellationToken)
    {
        var journals = db.LedgerTransactions;
        var found = await db.BalanceEntries.Where(e => e.State == BalanceEntryState.Awaiting)
            .Where(e => journals.Any(t => t.ExternalKey == e.JournalKey || t.ExternalKey == e.OtherKey))
            .OrderBy(e => e.CreatedAtUtc).ThenBy(e => e.Id).Take(Batch).ToListAsync(cancellationToken);
        var keys = found.SelectMany(e => (string?[])[e.JournalKey, e.OtherKey]).OfType<string>().ToList();
        var told = await ToldAsync(keys, cancellationToken);
        foreach (var entry in found)
        {
            var key = told.ContainsKey(entry.JournalKey!) ? entry.JournalKey! : entry.OtherKey!;
            (entry.State, entry.JournalKey) = (BalanceEntryState.Booked, key);
            entry.DifferenceMinor = entry.AmountMinor - told.GetValueOrDefault(key);
        }

        await OffsetAsync(cancellationToken);
        return found.Count;
    }

    /// <summary>
    /// A refund that failed before it was confirmed was never booked as paid: Stripe took the money and gave it back,
    /// and the two movements tell of nothing.
    /// </summary>
    private async Task OffsetAsync(CancellationToken cancellation)
    {
        var awaiting = db.BalanceEntries.Where(e => e.State == BalanceEntryState.Awaiting);
        var pairs = await (
            from back in awaiting
            where back.Type == "refund_failure" || back.Type == "payment_failure_refund"
            join taken in awaiting on back.SourceId equals taken.SourceId
            where taken.AmountMinor == -back.AmountMinor && taken.AmountMinor < 0
            orderby back.CreatedAtUtc, back.Id
            select new { back, taken }).Take(Batch).ToListAsync(cancellation);
        foreach (var pair in pairs) pair.back.State = pair.taken.State = BalanceEntryState.Booked;
    }

    /// <summary>By journal, what it moved into the balance.</summary>
    private async Task<Dictionary<string, long>> ToldAsync(List<string> keys, CancellationToken cancellation)
    {
        var lines = await (
            from journal in db.LedgerTransactions.AsNoTracking()
            where keys.Contains(journal.ExternalKey)
            join posting in db.LedgerPostings on journal.Id equals posting.TransactionId
            select new { journal.ExternalKey, posting.DebitAccount, posting.CreditAccount, posting.AmountMinor })
            .ToListAsync(cancellation);
        return lines.GroupBy(l => l.ExternalKey, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => g.Sum(l => (l.DebitAccount == LedgerAccounts.Stripe ? l.AmountMinor : 0)
                - (l.CreditAccount == LedgerAccounts.Stripe ? l.AmountMinor : 0)),
            StringComparer.Ordinal);
    }
}

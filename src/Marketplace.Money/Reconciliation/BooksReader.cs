using Marketplace.Kernel.Data;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Reconciliation.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Reconciliation;

/// <summary>What the ledger and the imported movements say of a balance; at most 200 of each kind of difference.</summary>
internal sealed class BooksReader(PlatformDb db, DateTime nowUtc)
{
    private const int Most = 200;

    public async Task<List<ComparedBalance>> PlatformAsync(
        IReadOnlyList<BalanceFigure> figures, CancellationToken cancellation)
    {
        var ledger = await BalancesAsync(LedgerAccounts.Stripe, cancellation);
        var told = await db.BalanceEntries.AsNoTracking().GroupBy(e => e.CurrencyCode)
            .Select(g => new { g.Key, Net = g.Sum(e => e.AmountMinor - e.FeeMinor) })
            .ToDictionaryAsync(g => g.Key, g => g.Net, cancellation);
        var items = await EntriesAsync(cancellation);
        items.AddRange(await JournalsAsync(cancellation));
        return [.. Currencies(figures, ledger.Keys).Select(currency =>
        {
            var stripe = Of(figures, currency);
            var own = items.Where(i => i.Currency == currency).Select(i => i.Item).ToList();
            var untold = stripe - told.GetValueOrDefault(currency);
            if (untold != 0)
                own.Add(new OneSided(DifferenceReason.NotTold, LedgerAccounts.Stripe, untold, null, null, IsInFlight: false));
            return new ComparedBalance(currency, stripe, ledger.GetValueOrDefault(currency), own);
        })];
    }

    /// <summary>The mirror of a seller's account: what was transferred to it, less what was paid out.</summary>
    public async Task<List<ComparedBalance>> SellerAsync(
        string tenantId, string account, IReadOnlyList<BalanceFigure> figures, CancellationToken cancellation)
    {
        var ledger = await BalancesAsync(LedgerAccounts.SellerStripe(tenantId), cancellation);
        return [.. Currencies(figures, ledger.Keys).Select(currency =>
        {
            var (stripe, here) = (Of(figures, currency), ledger.GetValueOrDefault(currency));
            return new ComparedBalance(currency, stripe, here, stripe == here ? [] :
                [new OneSided(DifferenceReason.SellerAccount, account, stripe - here, null, null, IsInFlight: false)]);
        })];
    }

    private async Task<Dictionary<string, long>> BalancesAsync(string account, CancellationToken cancellation)
    {
        var sums = await db.LedgerPostings.AsNoTracking().Where(p => p.DebitAccount == account || p.CreditAccount == account)
            .GroupBy(p => new { p.CurrencyCode, In = p.DebitAccount == account })
            .Select(g => new { g.Key.CurrencyCode, g.Key.In, Sum = g.Sum(p => p.AmountMinor) }).ToListAsync(cancellation);
        return sums.GroupBy(s => s.CurrencyCode, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(s => s.In ? s.Sum : -s.Sum), StringComparer.Ordinal);
    }

    /// <summary>Movements without their journal, and those that say another amount than it.</summary>
    private async Task<List<(string Currency, OneSided Item)>> EntriesAsync(CancellationToken cancellation)
    {
        var entries = await db.BalanceEntries.AsNoTracking()
            .Where(e => e.State == BalanceEntryState.Awaiting || e.DifferenceMinor != 0)
            .OrderBy(e => e.CreatedAtUtc).ThenBy(e => e.Id).Take(Most).ToListAsync(cancellation);
        return entries.ConvertAll(e =>
        {
            var waits = e.State == BalanceEntryState.Awaiting;
            return (e.CurrencyCode, new OneSided(
                waits ? DifferenceReason.NotBooked : DifferenceReason.OtherAmount, e.Id,
                waits ? e.AmountMinor : e.DifferenceMinor, e.CreatedAtUtc, e.OrderId,
                waits && InFlight.AtStripe(e.Type, e.CreatedAtUtc, nowUtc)));
        });
    }

    /// <summary>Journals that moved the balance and that no movement tells of. Fees are of their movement.</summary>
    private async Task<List<(string Currency, OneSided Item)>> JournalsAsync(CancellationToken cancellation)
    {
        var (entries, postings) = (db.BalanceEntries, db.LedgerPostings);
        var alone = await db.LedgerTransactions.AsNoTracking()
            .Where(t => t.Kind != "stripe-fee" && !entries.Any(e => e.JournalKey == t.ExternalKey))
            .Where(t => postings.Any(p => p.TransactionId == t.Id
                && (p.DebitAccount == LedgerAccounts.Stripe || p.CreditAccount == LedgerAccounts.Stripe)))
            .OrderBy(t => t.Id).Take(Most)
            .Select(t => new
            {
                t.ExternalKey, t.CurrencyCode, t.RecordedAtUtc, t.OrderId,
                In = postings.Where(p => p.TransactionId == t.Id && p.DebitAccount == LedgerAccounts.Stripe)
                    .Sum(p => p.AmountMinor),
                Out = postings.Where(p => p.TransactionId == t.Id && p.CreditAccount == LedgerAccounts.Stripe)
                    .Sum(p => p.AmountMinor),
            }).ToListAsync(cancellation);
        return alone.ConvertAll(t => (t.CurrencyCode, new OneSided(
            DifferenceReason.NotAtStripe, t.ExternalKey, t.Out - t.In, t.RecordedAtUtc, t.OrderId,
            InFlight.Here(t.RecordedAtUtc, nowUtc))));
    }

    private static IEnumerable<string> Currencies(IReadOnlyList<BalanceFigure> figures, IEnumerable<string> here) =>
        figures.Select(f => f.CurrencyCode).Union(here, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static long Of(IReadOnlyList<BalanceFigure> figures, string currency) =>
        figures.Where(f => f.CurrencyCode == currency).Sum(f => f.AvailableMinor + f.PendingMinor);
}

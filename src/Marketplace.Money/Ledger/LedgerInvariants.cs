using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Marketplace.Money.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Ledger;

internal sealed class EveryJournalIsWhole(PlatformDb db) : IInvariant
{
    public string Name => "journals-whole";

    public string Says => "Every journal has postings, all in its own currency, each between two different accounts.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var postings = db.LedgerPostings.AsNoTracking();
        var wrong = await db.LedgerTransactions.AsNoTracking()
            .Where(t => !postings.Any(p => p.TransactionId == t.Id) || postings.Any(p => p.TransactionId == t.Id
                && (p.CurrencyCode != t.CurrencyCode || p.DebitAccount == p.CreditAccount || p.AmountMinor <= 0)))
            .OrderBy(t => t.Id).Select(t => t.ExternalKey).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(key => new Breach(key, "a journal that is not whole"));
    }
}

internal sealed class NothingIsInSuspense(PlatformDb db) : IInvariant
{
    public string Name => "suspense-empty";

    public string Says => "No money came or went that nobody has explained.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var sums = await db.LedgerPostings.AsNoTracking()
            .Where(p => p.DebitAccount == LedgerAccounts.Suspense || p.CreditAccount == LedgerAccounts.Suspense)
            .GroupBy(p => p.CurrencyCode)
            .Select(g => new { g.Key, Sum = g.Sum(p => p.DebitAccount == LedgerAccounts.Suspense ? p.AmountMinor : -p.AmountMinor) })
            .Where(g => g.Sum != 0).OrderBy(g => g.Key).ToListAsync(cancellation);
        return sums.ConvertAll(s => new Breach(s.Key, $"{s.Sum} minor units are unexplained"));
    }
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Ledger;

/// <summary>Postings of a time, summed up by book: <c>seller_held</c> is that of all sellers.</summary>
internal static class LedgerSums
{
    /// <param name="from">The first id that counts; null: from the beginning.</param>
    /// <param name="until">The first id that counts no more; null: to the end.</param>
    public static async Task<List<AccountBalance>> OfAsync(
        PlatformDb db, string? from, string? until, CancellationToken cancellation)
    {
        var postings = db.LedgerPostings.AsNoTracking();
        if (from is not null) postings = postings.Where(p => p.TransactionId.CompareTo(from) >= 0);
        if (until is not null) postings = postings.Where(p => p.TransactionId.CompareTo(until) < 0);
        // By both sides at once: an index of one side would be read from end to end, to have its groups in order.
        var sums = await postings.GroupBy(p => new { p.DebitAccount, p.CreditAccount, p.CurrencyCode })
            .Select(g => new { g.Key.DebitAccount, g.Key.CreditAccount, g.Key.CurrencyCode, Minor = g.Sum(p => p.AmountMinor) })
            .ToListAsync(cancellation);
        return Together(sums.SelectMany(s => (AccountBalance[])
            [new(s.DebitAccount, s.CurrencyCode, s.Minor), new(s.CreditAccount, s.CurrencyCode, -s.Minor)]));
    }

    /// <summary>One a book and currency, in the order of pages.</summary>
    public static List<AccountBalance> Together(IEnumerable<AccountBalance> sums) =>
    [
        .. sums.GroupBy(b => (Book: b.Account.Split(':')[0], b.CurrencyCode))
            .Select(g => new AccountBalance(g.Key.Book, g.Key.CurrencyCode, g.Sum(b => b.DebitMinor)))
            .OrderBy(b => b.CurrencyCode, StringComparer.Ordinal).ThenBy(b => b.Account, StringComparer.Ordinal),
    ];
}

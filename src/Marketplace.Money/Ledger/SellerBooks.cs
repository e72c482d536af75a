using Marketplace.Kernel.Data;
using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Ledger.Model;
using Marketplace.Money.Statements;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Ledger;

/// <summary>The postings that are one seller's business: on its accounts, or of its parts of orders.</summary>
internal sealed class SellerBooks(PlatformDb db, string tenantId)
{
    public SellerAccounts Accounts { get; } = new(tenantId);

    /// <param name="begin">The first id of the period, as <see cref="Ids.NotBefore"/> makes it; null: from the beginning.</param>
    public IQueryable<LedgerPosting> Own(string currency, string? begin, string end)
    {
        var (accounts, holdings) = (Accounts.All, db.Holdings);
        var own = db.LedgerPostings.AsNoTracking().Where(p => p.CurrencyCode == currency)
            .Where(p => accounts.Contains(p.DebitAccount) || accounts.Contains(p.CreditAccount)
                || (p.SellerOrderId != null && holdings.Any(h => h.Id == p.SellerOrderId && h.TenantId == tenantId)))
            .Where(p => p.TransactionId.CompareTo(end) < 0);
        return begin is null ? own : own.Where(p => p.TransactionId.CompareTo(begin) >= 0);
    }

    /// <summary>All that moved in a period, summed by what it was.</summary>
    public async Task<Dictionary<string, StatementFigures>> ByKindAsync(
        string currency, string? begin, string end, CancellationToken cancellation)
    {
        var sums = await (
            from posting in Own(currency, begin, end)
            join journal in db.LedgerTransactions on posting.TransactionId equals journal.Id
            group posting by new { journal.Kind, posting.DebitAccount, posting.CreditAccount } into g
            select new { g.Key.Kind, g.Key.DebitAccount, g.Key.CreditAccount, Sum = g.Sum(p => p.AmountMinor) })
            .ToListAsync(cancellation);
        return sums.GroupBy(s => s.Kind, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => StatementFigures.Of(tenantId, g.Select(s => new Posting(s.DebitAccount, s.CreditAccount, s.Sum))),
            StringComparer.Ordinal);
    }

    /// <summary>The balances here and at the processor before a moment.</summary>
    public async Task<(long HereMinor, long AccountMinor)> BalancesAsync(
        string currency, string before, CancellationToken cancellation)
    {
        var accounts = (List<string>)[Accounts.Held, Accounts.Payable, Accounts.OwedBack, Accounts.AtProcessor];
        var sums = await db.LedgerPostings.AsNoTracking()
            .Where(p => p.CurrencyCode == currency && p.TransactionId.CompareTo(before) < 0)
            .Where(p => accounts.Contains(p.DebitAccount) || accounts.Contains(p.CreditAccount))
            .GroupBy(p => new { p.DebitAccount, p.CreditAccount })
            .Select(g => new { g.Key.DebitAccount, g.Key.CreditAccount, Sum = g.Sum(p => p.AmountMinor) })
            .ToListAsync(cancellation);
        var figures = StatementFigures.Of(tenantId, sums.Select(s => new Posting(s.DebitAccount, s.CreditAccount, s.Sum)));
        return (figures.BalanceMinor, figures.AccountMinor);
    }
}

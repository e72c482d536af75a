using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Marketplace.Money.Ledger;
using Marketplace.Money.Settlement.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

internal sealed class SharesAreWhatTheBooksOwe(PlatformDb db) : IInvariant
{
    public string Name => "shares-are-booked";

    public string Says => "What the books owe a seller, held and payable, is what is left of that seller's shares.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var postings = db.LedgerPostings.AsNoTracking();
        var shares = db.Holdings.AsNoTracking()
            .Select(h => new
            {
                Account = (h.ReleasedAtUtc == null ? "seller_held:" : "seller_payable:") + h.TenantId, h.CurrencyCode,
                Due = h.NetMinor - h.TransferredMinor,
            })
            .GroupBy(h => new { h.Account, h.CurrencyCode })
            .Select(g => new { g.Key.Account, g.Key.CurrencyCode, Minor = g.Sum(h => h.Due) });
        var credits = postings.Where(p => p.CreditAccount.StartsWith("seller_held:") || p.CreditAccount.StartsWith("seller_payable:"))
            .GroupBy(p => new { Account = p.CreditAccount, p.CurrencyCode })
            .Select(g => new { g.Key.Account, g.Key.CurrencyCode, Minor = -g.Sum(p => p.AmountMinor) });
        var debits = postings.Where(p => p.DebitAccount.StartsWith("seller_held:") || p.DebitAccount.StartsWith("seller_payable:"))
            .GroupBy(p => new { Account = p.DebitAccount, p.CurrencyCode })
            .Select(g => new { g.Key.Account, g.Key.CurrencyCode, Minor = g.Sum(p => p.AmountMinor) });
        var wrong = await shares.Concat(credits).Concat(debits).GroupBy(x => new { x.Account, x.CurrencyCode })
            .Select(g => new { g.Key.Account, g.Key.CurrencyCode, Off = g.Sum(x => x.Minor) })
            .Where(x => x.Off != 0).OrderBy(x => x.Account).ThenBy(x => x.CurrencyCode).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach($"{w.Account} {w.CurrencyCode}", $"shares less books come to {w.Off} minor units"));
    }
}

internal sealed class CommissionIsEarnedWithTheShare(PlatformDb db) : IInvariant
{
    public string Name => "commission-deferred";

    public string Says => "The commission that is not earned yet is that of the shares which are still held.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var shares = db.Holdings.AsNoTracking().Where(h => h.ReleasedAtUtc == null)
            .Select(h => new { h.CurrencyCode, Minor = h.CommissionMinor });
        var booked = db.LedgerPostings.AsNoTracking()
            .Where(p => p.DebitAccount == LedgerAccounts.DeferredCommission || p.CreditAccount == LedgerAccounts.DeferredCommission)
            .Select(p => new
            {
                p.CurrencyCode, Minor = p.DebitAccount == LedgerAccounts.DeferredCommission ? p.AmountMinor : -p.AmountMinor,
            });
        var wrong = await shares.Concat(booked).GroupBy(x => x.CurrencyCode)
            .Select(g => new { g.Key, Off = g.Sum(x => x.Minor) }).Where(x => x.Off != 0).OrderBy(x => x.Key).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach(w.Key, $"shares less books come to {w.Off} minor units"));
    }
}

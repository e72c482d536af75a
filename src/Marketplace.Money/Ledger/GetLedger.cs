using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Ledger;

/// <summary>The balance of every account (the sellers' summed up), and the latest journals, 50 a page.</summary>
/// <param name="TenantId">Journals with a posting on one of this seller's accounts.</param>
/// <param name="Kind">One of <see cref="LedgerView.Kinds"/>.</param>
[Admin("money")]
public sealed record GetLedger(string? OrderId = null, int Page = 1, string? TenantId = null, string? Kind = null)
    : IQuery<Result<LedgerView>>;

public sealed record LedgerView(
    IReadOnlyList<AccountBalance> Accounts, IReadOnlyList<JournalView> Journals, int Page, int Pages,
    IReadOnlyList<string> Kinds);

/// <param name="DebitMinor">Debits less credits: positive for assets and expenses, negative for what is owed or earned.</param>
public sealed record AccountBalance(string Account, string CurrencyCode, long DebitMinor);

public sealed record JournalView(
    string Id, string Kind, string ExternalKey, DateTime AtUtc, string CurrencyCode, string? OrderId,
    IReadOnlyList<JournalLine> Lines);

public sealed record JournalLine(string Debit, string Credit, long AmountMinor);

internal sealed class GetLedgerHandler(PlatformDb db) : IQueryHandler<GetLedger, Result<LedgerView>>
{
    private const int PageSize = 50;

    public async ValueTask<Result<LedgerView>> Handle(GetLedger query, CancellationToken cancellationToken)
    {
        var journals = Wanted(query);
        var pages = Math.Max(1, (await journals.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await journals.OrderByDescending(t => t.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var lines = (await db.LedgerPostings.AsNoTracking().Where(p => ids.Contains(p.TransactionId))
            .OrderBy(p => p.Position).ToListAsync(cancellationToken)).ToLookup(p => p.TransactionId, StringComparer.Ordinal);
        return new LedgerView(
            await BalancesAsync(cancellationToken),
            [.. rows.Select(r => new JournalView(
                r.Id, r.Kind, r.ExternalKey, r.EffectiveAtUtc, r.CurrencyCode, r.OrderId,
                [.. lines[r.Id].Select(p => new JournalLine(p.DebitAccount, p.CreditAccount, p.AmountMinor))]))],
            page, pages,
            await db.LedgerTransactions.AsNoTracking().Select(t => t.Kind).Distinct().OrderBy(k => k).ToListAsync(cancellationToken));
    }

    private IQueryable<LedgerTransaction> Wanted(GetLedger query)
    {
        var journals = db.LedgerTransactions.AsNoTracking()
            .Where(t => (query.OrderId == null || t.OrderId == query.OrderId) && (query.Kind == null || t.Kind == query.Kind));
        if (query.TenantId is not { } tenant) return journals;
        // A sale has one journal for all its sellers: the accounts tell whose it is.
        var accounts = LedgerAccounts.OfSeller(tenant);
        var postings = db.LedgerPostings;
        return journals.Where(t => postings.Any(p => p.TransactionId == t.Id
            && (accounts.Contains(p.DebitAccount) || accounts.Contains(p.CreditAccount))));
    }

    private async Task<List<AccountBalance>> BalancesAsync(CancellationToken cancellation)
    {
        var debits = await db.LedgerPostings.AsNoTracking().GroupBy(p => new { p.DebitAccount, p.CurrencyCode })
            .Select(g => new AccountBalance(g.Key.DebitAccount, g.Key.CurrencyCode, g.Sum(p => p.AmountMinor)))
            .ToListAsync(cancellation);
        var credits = await db.LedgerPostings.AsNoTracking().GroupBy(p => new { p.CreditAccount, p.CurrencyCode })
            .Select(g => new AccountBalance(g.Key.CreditAccount, g.Key.CurrencyCode, -g.Sum(p => p.AmountMinor)))
            .ToListAsync(cancellation);
        return [.. debits.Concat(credits)
            .GroupBy(b => (Account: b.Account.Split(':')[0], b.CurrencyCode))
            .Select(g => new AccountBalance(g.Key.Account, g.Key.CurrencyCode, g.Sum(b => b.DebitMinor)))
            .OrderBy(b => b.CurrencyCode, StringComparer.Ordinal).ThenBy(b => b.Account, StringComparer.Ordinal)];
    }
}

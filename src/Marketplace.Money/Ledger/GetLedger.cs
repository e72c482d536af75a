using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Ledger;

/// <summary>
/// The balance of every book, and the latest journals, 50 a page. Costs as much as the page shows and the last hour
/// booked, however long the ledger is.
/// </summary>
/// <param name="Before">The last journal of the page before.</param>
/// <param name="TenantId">Journals with a posting on one of this seller's accounts.</param>
/// <param name="Kind">One of <see cref="LedgerKinds"/>.</param>
[Admin("money")]
public sealed record GetLedger(string? OrderId = null, string? Before = null, string? TenantId = null, string? Kind = null)
    : IQuery<Result<LedgerView>>;

/// <param name="CheckedAtUtc">When the balances were last held against every single posting.</param>
/// <param name="SellerNames">Of the sellers whose accounts the journals name, by their ids.</param>
/// <param name="Next">To ask for the journals after these; null when these are the last.</param>
public sealed record LedgerView(
    IReadOnlyList<AccountBalance> Accounts, DateTime? CheckedAtUtc, IReadOnlyList<JournalView> Journals,
    IReadOnlyDictionary<string, string> SellerNames, string? Next);

/// <param name="DebitMinor">Debits less credits: positive for assets and expenses, negative for what is owed or earned.</param>
public sealed record AccountBalance(string Account, string CurrencyCode, long DebitMinor);

public sealed record JournalView(
    string Id, string Kind, string ExternalKey, DateTime AtUtc, string CurrencyCode, string? OrderId,
    IReadOnlyList<JournalLine> Lines);

public sealed record JournalLine(string Debit, string Credit, long AmountMinor);

internal sealed class GetLedgerHandler(PlatformDb db, ISender sender) : IQueryHandler<GetLedger, Result<LedgerView>>
{
    private const int PageSize = 50;

    public async ValueTask<Result<LedgerView>> Handle(GetLedger query, CancellationToken cancellationToken)
    {
        var found = await Wanted(query).OrderByDescending(t => t.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var rows = found.Take(PageSize).ToList();
        var ids = rows.Select(r => r.Id).ToList();
        var lines = (await db.LedgerPostings.AsNoTracking().Where(p => ids.Contains(p.TransactionId))
            .OrderBy(p => p.Position).ToListAsync(cancellationToken)).ToLookup(p => p.TransactionId, StringComparer.Ordinal);
        var sellers = await sender.SellersByIdAsync(
            lines.SelectMany(l => l).SelectMany(p => (string[])[p.DebitAccount, p.CreditAccount]).Select(LedgerAccounts.SellerOf),
            cancellationToken);
        // The page of an order or a seller shows no balances.
        var isWhole = query is { OrderId: null, TenantId: null };
        var (balances, checkedAt) = isWhole ? await BalancesAsync(cancellationToken) : ([], null);
        return new LedgerView(
            balances, checkedAt,
            [.. rows.Select(r => new JournalView(
                r.Id, r.Kind, r.ExternalKey, r.EffectiveAtUtc, r.CurrencyCode, r.OrderId,
                [.. lines[r.Id].Select(p => new JournalLine(p.DebitAccount, p.CreditAccount, p.AmountMinor))]))],
            sellers.ToDictionary(s => s.Key, s => s.Value.Name, StringComparer.Ordinal),
            found.Count > PageSize ? ids[^1] : null);
    }

    private IQueryable<LedgerTransaction> Wanted(GetLedger query)
    {
        var journals = db.LedgerTransactions.AsNoTracking()
            .Where(t => (query.OrderId == null || t.OrderId == query.OrderId) && (query.Kind == null || t.Kind == query.Kind));
        if (query.Before is { } before) journals = journals.Where(t => t.Id.CompareTo(before) < 0);
        if (query.TenantId is not { } tenant) return journals;
        // A sale has one journal for all its sellers: the accounts tell whose it is, each found by its own index.
        var accounts = LedgerAccounts.OfSeller(tenant);
        var own = db.LedgerPostings.Where(p => accounts.Contains(p.DebitAccount)).Select(p => p.TransactionId)
            .Union(db.LedgerPostings.Where(p => accounts.Contains(p.CreditAccount)).Select(p => p.TransactionId));
        return journals.Where(t => own.Contains(t.Id));
    }

    /// <summary>What was carried on, and what was booked since.</summary>
    private async Task<(List<AccountBalance> Balances, DateTime? CheckedAtUtc)> BalancesAsync(CancellationToken cancellation)
    {
        var carried = await db.LedgerBalances.AsNoTracking().ToListAsync(cancellation);
        var since = await LedgerSums.OfAsync(db, carried.Count == 0 ? null : carried[0].UntilId, null, cancellation);
        var balances = LedgerSums.Together(
            carried.Select(b => new AccountBalance(b.Book, b.CurrencyCode, b.DebitMinor)).Concat(since));
        return (balances, carried.Min(b => b.CheckedAtUtc));
    }
}

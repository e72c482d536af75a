using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Statements;

/// <summary>
/// The movements of a seller's month, as they were booked, a page at a time. Their figures sum to those of
/// <see cref="GetStatement"/>. Fails with <c>statement.no-such-month</c>.
/// </summary>
/// <param name="After">The <c>Next</c> of the page before.</param>
[Seller("money")]
public sealed record ListStatementLines(string Month, string CurrencyCode, string? After = null, int Size = 50)
    : IQuery<Result<Page<StatementLine>>>
{
    public const int MaximumSize = 500;
}

/// <param name="Reference">The journal's key: which refund, which payout.</param>
public sealed record StatementLine(
    string JournalId, DateTime AtUtc, StatementKind Kind, string? SellerOrderId, string Reference, StatementFigures Figures);

internal sealed class ListStatementLinesHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListStatementLines, Result<Page<StatementLine>>>
{
    public async ValueTask<Result<Page<StatementLine>>> Handle(ListStatementLines query, CancellationToken cancellationToken)
    {
        var tenant = caller.Caller.TenantId ?? throw new MissingOwnerException("seller");
        if (Statements.Month.Parse(query.Month) is not { } month) return StatementErrors.NoSuchMonth;
        var size = Math.Clamp(query.Size, 1, ListStatementLines.MaximumSize);
        var own = new SellerBooks(db, tenant).Own(query.CurrencyCode, month.FirstId, month.EndId);
        var rest = query.After is { Length: > 0 } after ? own.Where(p => p.TransactionId.CompareTo(after) > 0) : own;
        var moving = db.LedgerTransactions.AsNoTracking().Where(t => t.Kind != "release");
        var journals = await moving.Where(t => rest.Any(p => p.TransactionId == t.Id))
            .OrderBy(t => t.Id).Take(size + 1)
            .Select(t => new { t.Id, t.Kind, t.ExternalKey, t.RecordedAtUtc }).ToListAsync(cancellationToken);
        var ids = journals.Take(size).Select(j => j.Id).ToList();
        var postings = (await own.Where(p => ids.Contains(p.TransactionId)).OrderBy(p => p.Position)
            .ToListAsync(cancellationToken)).ToLookup(p => p.TransactionId, StringComparer.Ordinal);
        var lines =
            from journal in journals.Take(size)
            from part in postings[journal.Id].GroupBy(p => p.SellerOrderId)
            select new StatementLine(
                journal.Id, journal.RecordedAtUtc, StatementKinds.Of(journal.Kind)!.Value, part.Key, journal.ExternalKey,
                StatementFigures.Of(tenant, part.Select(p => new Posting(p.DebitAccount, p.CreditAccount, p.AmountMinor))));
        return new Page<StatementLine>([.. lines], journals.Count > size ? ids[^1] : null);
    }
}

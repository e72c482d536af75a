using Marketplace.Kernel.Data;
using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Ledger;

/// <summary>Adds journals to the running transaction; one that is booked already adds nothing.</summary>
internal sealed class LedgerWriter(PlatformDb db, TimeProvider clock)
{
    /// <summary>False when the journal's key was booked before.</summary>
    public async Task<bool> PostAsync(Journal journal, CancellationToken cancellation)
    {
        if (db.LedgerTransactions.Local.Any(t => t.ExternalKey == journal.ExternalKey)
            || await db.LedgerTransactions.AnyAsync(t => t.ExternalKey == journal.ExternalKey, cancellation))
            return false;
        if (journal.Postings.Count == 0) return true;
        if (!LedgerKinds.All.Contains(journal.Kind))
            throw new InvalidOperationException($"{journal.ExternalKey}: '{journal.Kind}' is not in the list of kinds.");

        var now = clock.GetUtcNow();
        var transaction = new LedgerTransaction
        {
            Id = Ids.New(now), Kind = journal.Kind, ExternalKey = journal.ExternalKey, CurrencyCode = journal.CurrencyCode,
            EffectiveAtUtc = journal.EffectiveAtUtc, RecordedAtUtc = now.UtcDateTime, OrderId = journal.OrderId,
            SellerOrderId = journal.SellerOrderId, TenantId = journal.TenantId,
        };
        db.Add(transaction);
        for (var i = 0; i < journal.Postings.Count; i++) db.Add(Row(transaction, i, journal.Postings[i]));
        return true;
    }

    /// <summary>The journal once booked under this key, to be turned round; null when there is none.</summary>
    public async Task<Journal?> FindAsync(string externalKey, CancellationToken cancellation)
    {
        var transaction = await db.LedgerTransactions.AsNoTracking()
            .SingleOrDefaultAsync(t => t.ExternalKey == externalKey, cancellation);
        if (transaction is null) return null;
        var postings = await db.LedgerPostings.AsNoTracking().Where(p => p.TransactionId == transaction.Id)
            .OrderBy(p => p.Position).Select(p => new Posting(p.DebitAccount, p.CreditAccount, p.AmountMinor, p.SellerOrderId))
            .ToListAsync(cancellation);
        return new Journal(transaction.Kind, transaction.ExternalKey, transaction.CurrencyCode, transaction.EffectiveAtUtc,
            postings, transaction.OrderId, transaction.SellerOrderId, transaction.TenantId);
    }

    private static LedgerPosting Row(LedgerTransaction transaction, int position, Posting posting)
    {
        if (posting.AmountMinor < 0)
            throw new InvalidOperationException($"{transaction.ExternalKey}: a posting of {posting.AmountMinor} to {posting.Credit}.");
        return new LedgerPosting
        {
            TransactionId = transaction.Id, Position = position, DebitAccount = posting.Debit,
            CreditAccount = posting.Credit, AmountMinor = posting.AmountMinor, CurrencyCode = transaction.CurrencyCode,
            SellerOrderId = posting.SellerOrderId ?? transaction.SellerOrderId,
        };
    }
}

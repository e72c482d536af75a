using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

internal sealed class EveryPaymentIsBooked(PlatformDb db, TimeProvider clock) : IInvariant
{
    /// <summary>A payment is booked when its order is placed or given back, a moment after Stripe has told of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public string Name => "payments-booked";

    public string Says => "What a buyer paid is in the books once, as a sale or as owed back, to the cent.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var settled = clock.GetUtcNow().UtcDateTime - Patience;
        var postings =
            from posting in db.LedgerPostings.AsNoTracking()
            join journal in db.LedgerTransactions.AsNoTracking() on posting.TransactionId equals journal.Id
            where posting.DebitAccount == LedgerAccounts.Stripe && (journal.Kind == "sale" || journal.Kind == "unfulfilled")
            select new { journal.OrderId, posting.CurrencyCode, posting.AmountMinor };
        var wrong = await db.Payments.AsNoTracking()
            .Where(p => p.State == PaymentState.Succeeded && p.SettledAtUtc < settled)
            .Select(p => new
            {
                p.Id, p.CurrencyCode, p.ReceivedMinor, p.AmountMinor,
                Booked = postings.Where(x => x.OrderId == p.Id && x.CurrencyCode == p.CurrencyCode).Sum(x => x.AmountMinor),
            })
            // Another amount than agreed waits for a person, and is booked by what that person decides.
            .Where(p => p.Booked != p.ReceivedMinor && p.ReceivedMinor == p.AmountMinor)
            .OrderBy(p => p.Id).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(p => new Breach(
            p.Id, $"{p.ReceivedMinor} {p.CurrencyCode} (minor units) were paid, {p.Booked} are booked"));
    }
}

internal sealed class RefundsAreWhatWasPromised(PlatformDb db) : IInvariant
{
    public string Name => "refunds-promised";

    public string Says => "What a payment promises back is the sum of its refunds, those that failed not counted.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var paymentRefunds = db.PaymentRefunds;
        var wrong = await db.Payments.AsNoTracking()
            .Select(p => new
            {
                p.Id, p.RefundedMinor,
                Refunds = paymentRefunds.Where(r => r.OrderId == p.Id && r.State != RefundState.Failed).Sum(r => r.AmountMinor),
            })
            .Where(p => p.RefundedMinor != p.Refunds).OrderBy(p => p.Id).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(p => new Breach(p.Id, $"{p.RefundedMinor} promised, refunds come to {p.Refunds} (minor units)"));
    }
}

internal sealed class RefundsInFlightAreBooked(PlatformDb db) : IInvariant
{
    public string Name => "refunds-in-flight";

    public string Says => "Money that the books say is on its way back is that of refunds which Stripe has not confirmed.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var open = db.PaymentRefunds.AsNoTracking()
            .Where(r => r.State == RefundState.Requested || r.State == RefundState.Pending)
            .Select(r => new { r.CurrencyCode, Minor = r.AmountMinor });
        var booked = db.LedgerPostings.AsNoTracking()
            .Where(p => p.DebitAccount == LedgerAccounts.RefundsInFlight || p.CreditAccount == LedgerAccounts.RefundsInFlight)
            .Select(p => new { p.CurrencyCode, Minor = p.DebitAccount == LedgerAccounts.RefundsInFlight ? p.AmountMinor : -p.AmountMinor });
        var wrong = await open.Concat(booked).GroupBy(x => x.CurrencyCode)
            .Select(g => new { g.Key, Off = g.Sum(x => x.Minor) }).Where(x => x.Off != 0).OrderBy(x => x.Key).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach(w.Key, $"refunds less books come to {w.Off} minor units"));
    }
}

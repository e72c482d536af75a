using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Ledger;

/// <summary>
/// Holds the carried balances against sums made anew from every posting. One that differs is put right, and put before
/// a person. Answers how many differed; nothing is compared when the balances were carried on meanwhile.
/// </summary>
[Internal]
public sealed record CheckBalances(string UntilId, IReadOnlyList<AccountBalance> Sums) : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class CheckBalancesHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<CheckBalances, Result<int>>
{
    public async ValueTask<Result<int>> Handle(CheckBalances command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var carried = await db.LedgerBalances.Where(b => b.UntilId == command.UntilId)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.CheckedAtUtc, now), cancellationToken);
        if (carried == 0) return 0;
        var rows = await db.LedgerBalances.ToListAsync(cancellationToken);
        var keys = rows.Select(r => (r.Book, r.CurrencyCode)).Union(command.Sums.Select(s => (Book: s.Account, s.CurrencyCode)));
        var wrong = 0;
        foreach (var (book, currency) in keys.ToList())
        {
            var row = rows.Find(r => r.Book == book && r.CurrencyCode == currency);
            var sum = command.Sums.FirstOrDefault(s => s.Account == book && s.CurrencyCode == currency)?.DebitMinor ?? 0;
            if (row?.DebitMinor == sum) continue;
            wrong++;
            await sender.Send(
                new RaiseAlert(
                    AlertKind.Difference, $"books/{book}/{currency}", $"The carried balance of {book} was not the sum of its postings.",
                    AmountMinor: (row?.DebitMinor ?? 0) - sum, CurrencyCode: currency), cancellationToken);
            if (row is not null) row.DebitMinor = sum;
            else
                db.Add(new LedgerBalance
                {
                    Book = book, CurrencyCode = currency, DebitMinor = sum, UntilId = command.UntilId, CheckedAtUtc = now,
                });
        }

        return wrong;
    }
}

internal sealed class CheckBalancesJob(PlatformDb db, ISender sender) : IJob
{
    public string Name => "check-ledger-balances";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var until = await db.LedgerBalances.AsNoTracking().Select(b => b.UntilId).OrderBy(u => u).FirstOrDefaultAsync(cancellation);
        if (until is null) return "no balances are carried yet";
        // What was booked before a moment that is over does not change: it is summed outside the transaction.
        var sums = await LedgerSums.OfAsync(db, null, until, cancellation);
        var wrong = (await sender.Send(new CheckBalances(until, sums), cancellation)).Required();
        return $"held {sums.Count} balances against all postings, {wrong} differed";
    }
}

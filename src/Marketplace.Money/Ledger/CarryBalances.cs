using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Ledger;

/// <summary>
/// Adds sums to the balances that are carried on, if nobody else did meanwhile. Error: ledger.carried-already.
/// </summary>
/// <param name="FromId">Where the balances ended that the sums go on from; null: there are none yet.</param>
[Internal]
public sealed record CarryBalances(string? FromId, string UntilId, IReadOnlyList<AccountBalance> Sums)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class CarryBalancesHandler(PlatformDb db) : ICommandHandler<CarryBalances, Result>
{
    private static readonly Error Already = Error.Conflict("ledger.carried-already", "Somebody else has carried the balances on.");

    public async ValueTask<Result> Handle(CarryBalances command, CancellationToken cancellationToken)
    {
        // Of two at once the second finds another end than the one it summed from.
        var moved = await db.LedgerBalances.Where(b => b.UntilId == command.FromId)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.UntilId, command.UntilId), cancellationToken);
        var rows = await db.LedgerBalances.ToListAsync(cancellationToken);
        if (rows.Count != moved) return Already;
        foreach (var sum in command.Sums)
        {
            if (rows.Find(r => r.Book == sum.Account && r.CurrencyCode == sum.CurrencyCode) is { } row) row.DebitMinor += sum.DebitMinor;
            else
                db.Add(new LedgerBalance
                {
                    Book = sum.Account, CurrencyCode = sum.CurrencyCode, DebitMinor = sum.DebitMinor, UntilId = command.UntilId,
                });
        }

        return Result.Success();
    }
}

/// <summary>Keeps what the console has to add up small: the balances of an hour ago are a row each.</summary>
internal sealed class CarryBalancesJob(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    /// <summary>A journal's id is made before its commit, perhaps by a machine whose clock is behind.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public string Name => "carry-ledger-balances";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var from = await db.LedgerBalances.AsNoTracking().Select(b => b.UntilId).OrderBy(u => u).FirstOrDefaultAsync(cancellation);
        var until = Ids.NotBefore(clock.GetUtcNow() - Margin);
        if (string.CompareOrdinal(from, until) >= 0) return "nothing to carry yet";
        var sums = await LedgerSums.OfAsync(db, from, until, cancellation);
        var carried = await sender.Send(new CarryBalances(from, until, sums), cancellation);
        return carried.Ok ? $"carried {sums.Count} balances on" : carried.Error.Message;
    }
}

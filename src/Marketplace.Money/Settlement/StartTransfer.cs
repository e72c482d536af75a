using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>
/// Decides the transfer of a payable share and writes the call to Stripe. A share that cannot be sent now stays
/// payable with the reason why; nothing is an error here, and nobody else's transfer waits for it.
/// </summary>
[Internal]
public sealed record StartTransfer(string SellerOrderId) : ICommand<Result>, IPlatformTransaction;

internal static class WaitReasons
{
    public const string AccountNotReady = "account-not-ready";
    public const string Frozen = "frozen";
    public const string NoBalance = "balance_insufficient";
}

internal sealed class StartTransferHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<StartTransfer, Result>
{
    public async ValueTask<Result> Handle(StartTransfer command, CancellationToken cancellationToken)
    {
        var holding = await db.Holdings.LockAsync(command.SellerOrderId, cancellationToken);
        if (holding is not { State: HoldingState.Payable }) return Result.Success();
        var now = clock.GetUtcNow().UtcDateTime;
        if (holding.DueMinor == 0)
        {
            holding.CloseWithoutTransfer(now);
            return Result.Success();
        }

        if (await db.HoldingFreezes.AnyAsync(f => f.HoldingId == holding.Id, cancellationToken))
        {
            holding.Wait(WaitReasons.Frozen, now.AddMinutes(10));
            return Result.Success();
        }

        var sellers = (await sender.Send(new GetSellers([holding.TenantId]), cancellationToken)).Required();
        if (sellers is not [{ PayoutsReady: true, PayoutAccountId: { } account }])
        {
            holding.Wait(WaitReasons.AccountNotReady, now.AddHours(1));
            return Result.Success();
        }

        holding.StartTransfer();
        return await sender.Send(
            new OrderTransfer(new TransferToMake(
                holding.Id, holding.TransferAttempt, holding.OrderId, holding.TenantId, account, holding.DueMinor,
                holding.CurrencyCode, null)), cancellationToken);
    }
}

/// <summary>A released share is sent at once where that is possible.</summary>
internal sealed class TransferReleasedHolding : IConsume<HoldingReleased>
{
    public IEnumerable<ICommand<Result>> On(HoldingReleased happened) => [new StartTransfer(happened.SellerOrderId)];
}

/// <summary>Looks again at shares that had to wait.</summary>
internal sealed class StartTransfersJob(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    public string Name => "start-transfers";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Holdings.AsNoTracking()
            .Where(h => h.State == HoldingState.Payable && (h.NextTransferAtUtc == null || h.NextTransferAtUtc <= now))
            .OrderBy(h => h.NextTransferAtUtc).ThenBy(h => h.Id).Take(Batch).Select(h => h.Id).ToListAsync(cancellation);
        foreach (var id in due) await sender.Send(new StartTransfer(id), cancellation);
        return $"looked at {due.Count} payable shares";
    }
}

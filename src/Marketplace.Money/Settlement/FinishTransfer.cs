using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger;
using Marketplace.Money.Settlement.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>Stripe made the transfer: the share has reached the seller's account there. A repeat books nothing.</summary>
[Internal]
public sealed record FinishTransfer(string SellerOrderId, int Attempt, long AmountMinor, string TransferId)
    : ICommand<Result>, IPlatformTransaction;

/// <summary>Stripe refused the transfer: the share stays payable and is looked at again.</summary>
[Internal]
public sealed record RefuseTransfer(string SellerOrderId, int Attempt, string Code, bool MayPassLater)
    : ICommand<Result>, IPlatformTransaction;

/// <summary>Something changed that payable shares waited for (money became available, an account became ready).</summary>
[Internal]
public sealed record WakeTransfers(string? TenantId, string Reason) : ICommand<Result>, IPlatformTransaction;

internal sealed class FinishTransferHandler(PlatformDb db, LedgerWriter ledger, EventBuffer events, TimeProvider clock)
    : ICommandHandler<FinishTransfer, Result>, ICommandHandler<RefuseTransfer, Result>, ICommandHandler<WakeTransfers, Result>
{
    public async ValueTask<Result> Handle(FinishTransfer command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.SellerOrderId, command.Attempt, cancellationToken) is not { } holding)
            return Result.Success();

        var now = clock.GetUtcNow().UtcDateTime;
        holding.Transferred(command.TransferId, command.AmountMinor, now);
        await ledger.PostAsync(
            Journals.Transfer(holding.OrderId, holding.Id, command.Attempt, holding.TenantId, holding.CurrencyCode,
                command.AmountMinor, now), cancellationToken);
        events.Publish(
            new TransferMade(holding.Id, holding.OrderId, holding.TenantId, command.AmountMinor, holding.CurrencyCode,
                command.TransferId), holding.Id, holding.Version + 1, holding.TenantId);
        return Result.Success();
    }

    public async ValueTask<Result> Handle(RefuseTransfer command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.SellerOrderId, command.Attempt, cancellationToken) is { } holding)
        {
            var code = command.Code.Length > 64 ? command.Code[..64] : command.Code;
            holding.Wait(code, clock.GetUtcNow().UtcDateTime.AddHours(command.MayPassLater ? 1 : 24));
        }

        return Result.Success();
    }

    public async ValueTask<Result> Handle(WakeTransfers command, CancellationToken cancellationToken)
    {
        await db.Holdings.Where(h => h.State == HoldingState.Payable && h.WaitReason == command.Reason
                && (command.TenantId == null || h.TenantId == command.TenantId))
            .ExecuteUpdateAsync(s => s.SetProperty(h => h.NextTransferAtUtc, (DateTime?)null), cancellationToken);
        return Result.Success();
    }

    private async Task<Holding?> FindAsync(string id, int attempt, CancellationToken cancellation)
    {
        var holding = await db.Holdings.LockAsync(id, cancellation);
        return holding is { State: HoldingState.Transferring } && holding.TransferAttempt == attempt ? holding : null;
    }
}

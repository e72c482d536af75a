using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>Writes the call to Stripe that sends a share, with its parameters frozen; the worker makes it.</summary>
[Internal]
public sealed record OrderTransfer(TransferToMake Transfer) : ICommand<Result>, IPlatformTransaction;

/// <summary>Keeps what Stripe answered to a transfer.</summary>
[Internal]
public sealed record RecordTransfer(
    string CommandId, TransferToMake Transfer, string? TransferId, GatewayRefusal? Refusal) : ICommand<Result>, IPlatformTransaction;

internal sealed class OrderTransferHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<OrderTransfer, Result>, ICommandHandler<RecordTransfer, Result>
{
    public async ValueTask<Result> Handle(OrderTransfer command, CancellationToken cancellationToken)
    {
        // The charge ties the transfer to its money: it need not wait until that is available.
        var charge = await db.Payments.Where(p => p.Id == command.Transfer.OrderId).Select(p => p.ChargeId)
            .SingleOrDefaultAsync(cancellationToken);
        var transfer = command.Transfer with { ChargeId = charge };
        db.Add(NewCommand.Of(
            PaymentCommandKind.Transfer, transfer.SellerOrderId, transfer.Attempt, transfer.TenantId,
            clock.GetUtcNow().UtcDateTime, transfer));
        return Result.Success();
    }

    public async ValueTask<Result> Handle(RecordTransfer command, CancellationToken cancellationToken)
    {
        var transfer = command.Transfer;
        await db.PaymentCommands.FinishAsync(command.CommandId, command.Refusal?.Message, clock, cancellationToken);
        if (command.TransferId is { } id)
        {
            return await sender.Send(
                new FinishTransfer(transfer.SellerOrderId, transfer.Attempt, transfer.AmountMinor, id), cancellationToken);
        }

        var refusal = command.Refusal ?? throw new InvalidOperationException($"{command.CommandId}: neither yes nor no.");
        return await sender.Send(
            new RefuseTransfer(transfer.SellerOrderId, transfer.Attempt, refusal.Code, refusal.MayPassLater), cancellationToken);
    }
}

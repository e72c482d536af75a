using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Marketplace.Money.Payments;

internal enum CommandRun
{
    /// <summary>Stripe has answered, yes or no, and the answer is recorded.</summary>
    Settled,
    /// <summary>Not due, done before, or in somebody else's hands.</summary>
    Taken,
    /// <summary>Nobody knows whether it took effect; it is tried again under the same key.</summary>
    Unknown,
}

/// <summary>
/// Makes one call to Stripe: claims its row by a leased conditional update, calls outside any transaction, records the
/// outcome in one. A crash between the call and the record leaves the row claimed until the lease ends; then the same
/// call is made again under the same key, after a look for what the first one may have left.
/// </summary>
internal sealed class PaymentCommandRunner(
    PlatformDb db, MessageScope scope, IDatabaseProvider database, IPaymentGateway gateway, ISender sender,
    TimeProvider clock, ILogger<PaymentCommandRunner> logger)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    public async Task<CommandRun> RunAsync(string commandId, CancellationToken cancellation)
    {
        if (scope.TransactionEyes is not null)
            throw new InvalidOperationException($"{commandId}: no call to Stripe is made inside a transaction.");
        if (await ClaimAsync(commandId, cancellation) is not { } command) return CommandRun.Taken;

        try
        {
            return Require(await CallAsync(command, cancellation)) ? CommandRun.Settled : CommandRun.Unknown;
        }
        catch (GatewayUnknownException exception)
        {
            logger.LogWarning(exception, "Payment command {CommandId}: outcome unknown.", commandId);
            await sender.Send(
                new PostponeCommand(commandId, exception.Message, exception.IsFinalFailure), cancellation);
            return CommandRun.Unknown;
        }
    }

    private async Task<PaymentCommand?> ClaimAsync(string id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lease = Ids.New(clock);
        using (await database.EnterWriteAsync(cancellation))
        {
            var claimed = await db.PaymentCommands
                .Where(c => c.Id == id && c.State == PaymentCommandState.New && c.DueAtUtc <= now
                    && (c.LeasedUntilUtc == null || c.LeasedUntilUtc < now))
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.LeaseId, lease)
                    .SetProperty(c => c.LeasedUntilUtc, now + Lease)
                    .SetProperty(c => c.Attempts, c => c.Attempts + 1), cancellation);
            if (claimed == 0) return null;
        }

        return await db.PaymentCommands.AsNoTracking().SingleAsync(c => c.Id == id, cancellation);
    }

    private Task<Result> CallAsync(PaymentCommand command, CancellationToken cancellation) => command.Kind switch
    {
        PaymentCommandKind.OpenCheckout => OpenCheckoutAsync(command, cancellation),
        PaymentCommandKind.Refund => RefundAsync(command, cancellation),
        PaymentCommandKind.Transfer => TransferAsync(command, cancellation),
    };

    private async Task<Result> OpenCheckoutAsync(PaymentCommand command, CancellationToken cancellation)
    {
        var answer = await gateway.OpenCheckoutAsync(
            JsonColumn.Read<CheckoutToOpen>(command.Parameters), command.Key, cancellation);
        return await sender.Send(
            new RecordOpenedCheckout(command.Id, command.Reference, answer.Value, answer.Refusal), cancellation);
    }

    private async Task<Result> RefundAsync(PaymentCommand command, CancellationToken cancellation)
    {
        var refund = JsonColumn.Read<RefundToMake>(command.Parameters);
        var found = command.Attempts > 1 ? await gateway.FindRefundAsync(refund, cancellation) : null;
        var answer = found is null
            ? await gateway.RefundAsync(refund, command.Key, cancellation)
            : new GatewayAnswer<RefundSnapshot>(found, null);
        return await sender.Send(new RecordRefund(refund.RefundId, answer.Value, answer.Refusal), cancellation);
    }

    private async Task<Result> TransferAsync(PaymentCommand command, CancellationToken cancellation)
    {
        var transfer = JsonColumn.Read<TransferToMake>(command.Parameters);
        var found = command.Attempts > 1 ? await gateway.FindTransferAsync(transfer, cancellation) : null;
        var answer = found is null
            ? await gateway.TransferAsync(transfer, command.Key, cancellation)
            : new GatewayAnswer<string>(found, null);
        return await sender.Send(new RecordTransfer(command.Id, transfer, answer.Value, answer.Refusal), cancellation);
    }

    private static bool Require(Result recorded) =>
        recorded.Ok ? true : throw new InvalidOperationException($"{recorded.Error.Code}: {recorded.Error.Message}");
}

using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>Asks Stripe how a refund stands and keeps the answer.</summary>
[Internal]
public sealed record SyncRefund(string RefundId) : ICommand<Result>;

internal sealed class SyncRefundHandler(PlatformDb db, IPaymentGateway gateway, PaymentCommandRunner runner, ISender sender)
    : ICommandHandler<SyncRefund, Result>
{
    public async ValueTask<Result> Handle(SyncRefund command, CancellationToken cancellationToken)
    {
        var refund = await db.PaymentRefunds.AsNoTracking().Where(r => r.Id == command.RefundId)
            .Select(r => new { r.StripeRefundId }).SingleOrDefaultAsync(cancellationToken);
        if (refund is null) return PaymentErrors.NotFound;
        if (refund.StripeRefundId is not { } stripeId)
        {
            await runner.RunAsync(NewCommand.IdOf(PaymentCommandKind.Refund, command.RefundId, 1), cancellationToken);
            return Result.Success();
        }

        try
        {
            return await gateway.ReadRefundAsync(stripeId, cancellationToken) is { } snapshot
                ? await sender.Send(new RecordRefund(command.RefundId, snapshot, null), cancellationToken)
                : Result.Success();
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }
}

/// <summary>Asks after payments and refunds that the bank takes days for, should a webhook be lost.</summary>
internal sealed class SyncPendingJob(PlatformDb db, ISender sender) : IJob
{
    private const int Batch = 100;

    public string Name => "sync-pending-payments";

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var payments = await db.Payments.AsNoTracking().Where(p => p.State == PaymentState.Processing)
            .OrderBy(p => p.ExpiresAtUtc).Take(Batch).Select(p => p.Id).ToListAsync(cancellation);
        foreach (var id in payments) await sender.Send(new SyncPayment(id), cancellation);

        var refunds = await db.PaymentRefunds.AsNoTracking().Where(r => r.State == RefundState.Pending)
            .OrderBy(r => r.RequestedAtUtc).Take(Batch).Select(r => r.Id).ToListAsync(cancellation);
        foreach (var id in refunds) await sender.Send(new SyncRefund(id), cancellation);
        return $"asked after {payments.Count} payments and {refunds.Count} refunds";
    }
}

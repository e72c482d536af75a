using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Reconciliation;
using Marketplace.Money.Settlement;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>Does what one stored event asks for: fetches its object anew and moves what depends on it.</summary>
[Internal]
public sealed record ProcessStripeEvent(string Account, string EventId) : ICommand<Result>;

internal sealed class ProcessStripeEventHandler(PlatformDb db, IDatabaseProvider database, ISender sender, TimeProvider clock)
    : ICommandHandler<ProcessStripeEvent, Result>
{
    private const int MaximumAttempts = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    public async ValueTask<Result> Handle(ProcessStripeEvent command, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(command, cancellationToken) is not { } found) return Result.Success();
        try
        {
            var outcome = await DispatchAsync(found, cancellationToken);
            await FinishAsync(found, outcome is null, outcome?.Error?.Message, cancellationToken);
        }
        catch (GatewayUnknownException exception)
        {
            await FinishAsync(found, ignored: false, exception.Message, cancellationToken);
        }

        return Result.Success();
    }

    private async Task<StripeEvent?> ClaimAsync(ProcessStripeEvent command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lease = Ids.New(clock);
        using (await database.EnterWriteAsync(cancellation))
        {
            var claimed = await db.StripeEvents
                .Where(e => e.Account == command.Account && e.Id == command.EventId && e.State == StripeEventState.Waiting
                    && e.DueAtUtc <= now && (e.LeasedUntilUtc == null || e.LeasedUntilUtc < now))
                .ExecuteUpdateAsync(s => s.SetProperty(e => e.LeaseId, lease)
                    .SetProperty(e => e.LeasedUntilUtc, now + Lease)
                    .SetProperty(e => e.Attempts, e => e.Attempts + 1), cancellation);
            if (claimed == 0) return null;
        }

        return await db.StripeEvents.AsNoTracking()
            .SingleAsync(e => e.Account == command.Account && e.Id == command.EventId, cancellation);
    }

    /// <summary>Null: nothing here depends on events of this type.</summary>
    private async Task<Result?> DispatchAsync(StripeEvent found, CancellationToken cancellation)
    {
        var about = found.Type.Split('.');
        return about[0] switch
        {
            "checkout" or "payment_intent" => await SyncPaymentAsync(found, cancellation),
            "charge" when found.Type == "charge.refunded" => await SyncRefundsAsync(found, cancellation),
            "charge" when about[1] is not "dispute" => await SyncPaymentAsync(found, cancellation),
            "refund" => await SyncRefundAsync(found, cancellation),
            "account" or "capability" or "v2" when found.Account.Length > 0 =>
                await sender.Send(new SyncPayoutAccount(null, found.Account), cancellation),
            "payout" when found.Account.Length > 0 => await sender.Send(new ImportPayouts(found.Account), cancellation),
            "payout" => await sender.Send(new ImportPlatformPayouts(), cancellation),
            "balance" when found.Account.Length == 0 =>
                await sender.Send(new WakeTransfers(null, WaitReasons.NoBalance), cancellation),
            _ => null,
        };
    }

    private async Task<Result?> SyncPaymentAsync(StripeEvent found, CancellationToken cancellation)
    {
        var order = await db.Payments.AsNoTracking()
            .Where(p => p.SessionId == found.ObjectId || p.PaymentIntentId == found.ObjectId || p.Id == found.OrderId)
            .Select(p => p.Id).FirstOrDefaultAsync(cancellation);
        if (order is null) return null;
        var synced = await sender.Send(new SyncPayment(order), cancellation);
        return synced.Bare;
    }

    private async Task<Result?> SyncRefundAsync(StripeEvent found, CancellationToken cancellation)
    {
        var refund = await db.PaymentRefunds.AsNoTracking()
            .Where(r => r.StripeRefundId == found.ObjectId || r.Id == found.RefundId)
            .Select(r => r.Id).FirstOrDefaultAsync(cancellation);
        if (refund is not null) return await sender.Send(new SyncRefund(refund), cancellation);
        var imported = await sender.Send(new ImportRefund(found.ObjectId), cancellation);
        if (imported.Ok) return Result.Success();
        if (imported.Error.Kind == ErrorKind.NotFound) return null;
        return imported.Error;
    }

    /// <summary>Money of a charge went back, perhaps by other hands than ours.</summary>
    private async Task<Result?> SyncRefundsAsync(StripeEvent found, CancellationToken cancellation)
    {
        var synced = await SyncPaymentAsync(found, cancellation);
        return synced is { Ok: true } && found.OrderId is { } order
            ? await sender.Send(new ImportRefunds(order), cancellation) : synced;
    }

    private async Task FinishAsync(StripeEvent found, bool ignored, string? failure, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var state = ignored ? StripeEventState.Ignored
            : failure is null ? StripeEventState.Done
            : found.Attempts >= MaximumAttempts ? StripeEventState.Dead : StripeEventState.Waiting;
        var due = failure is null ? found.DueAtUtc : now.AddSeconds(Math.Min(3600, 2 << Math.Min(found.Attempts, 12)));
        var error = failure is { Length: > 1000 } ? failure[..1000] : failure;
        using var turn = await database.EnterWriteAsync(cancellation);
        await db.StripeEvents.Where(e => e.Account == found.Account && e.Id == found.Id && e.LeaseId == found.LeaseId)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.State, state).SetProperty(e => e.DueAtUtc, due)
                .SetProperty(e => e.LeaseId, (string?)null).SetProperty(e => e.LeasedUntilUtc, (DateTime?)null)
                .SetProperty(e => e.LastError, error)
                .SetProperty(e => e.DoneAtUtc, state == StripeEventState.Waiting ? null : now), cancellation);
    }
}

/// <summary>Processes what webhooks have brought.</summary>
internal sealed class ProcessStripeEventsJob(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public string Name => "process-stripe-events";

    public TimeSpan Every => TimeSpan.FromSeconds(3);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.StripeEvents.AsNoTracking()
            .Where(e => e.State == StripeEventState.Waiting && e.DueAtUtc <= now
                && (e.LeasedUntilUtc == null || e.LeasedUntilUtc < now))
            .OrderBy(e => e.DueAtUtc).ThenBy(e => e.ReceivedAtUtc).ThenBy(e => e.Id).Take(Batch)
            .Select(e => new { e.Account, e.Id }).ToListAsync(cancellation);
        foreach (var one in due) await sender.Send(new ProcessStripeEvent(one.Account, one.Id), cancellation);
        return $"processed {due.Count} events";
    }
}

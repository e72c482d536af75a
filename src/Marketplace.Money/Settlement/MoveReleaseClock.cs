using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>Delivered: the days of the hold begin to count.</summary>
[Internal]
public sealed record StartReleaseClock(string SellerOrderId, DateTime DeliveredAtUtc) : ICommand<Result>, IPlatformTransaction;

/// <summary>Stops a release for a reason (<c>return:…</c>, <c>cancellation</c>, <c>dispute:…</c>); several may stand at once.</summary>
[Internal]
public sealed record FreezeHolding(string SellerOrderId, string Reason) : ICommand<Result>, IPlatformTransaction;

/// <summary>Takes one reason back; the share is released when none is left and its time has come.</summary>
[Internal]
public sealed record UnfreezeHolding(string SellerOrderId, string Reason) : ICommand<Result>, IPlatformTransaction;

internal static class ReleaseClock
{
    public static readonly Error NoShare =
        Error.NotFound("settlement.no-such-holding", "No money is held for this part of the order.");
}

internal sealed class ReleaseClockHandlers(PlatformDb db, TimeProvider clock)
    : ICommandHandler<StartReleaseClock, Result>, ICommandHandler<FreezeHolding, Result>,
      ICommandHandler<UnfreezeHolding, Result>
{
    public async ValueTask<Result> Handle(StartReleaseClock command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.SellerOrderId, cancellationToken) is not { } holding) return ReleaseClock.NoShare;
        holding.StartClock(command.DeliveredAtUtc);
        return Result.Success();
    }

    public async ValueTask<Result> Handle(FreezeHolding command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.SellerOrderId, cancellationToken) is null) return ReleaseClock.NoShare;
        if (!await db.HoldingFreezes.AnyAsync(
                f => f.HoldingId == command.SellerOrderId && f.Reason == command.Reason, cancellationToken))
        {
            db.Add(new HoldingFreeze
            {
                HoldingId = command.SellerOrderId, Reason = command.Reason, SinceUtc = clock.GetUtcNow().UtcDateTime,
            });
        }

        return Result.Success();
    }

    public async ValueTask<Result> Handle(UnfreezeHolding command, CancellationToken cancellationToken)
    {
        await db.HoldingFreezes.Where(f => f.HoldingId == command.SellerOrderId && f.Reason == command.Reason)
            .ExecuteDeleteAsync(cancellationToken);
        return Result.Success();
    }

    private Task<Holding?> FindAsync(string id, CancellationToken cancellation) =>
        db.Holdings.SingleOrDefaultAsync(h => h.Id == id, cancellation);
}

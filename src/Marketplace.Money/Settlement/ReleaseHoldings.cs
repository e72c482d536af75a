using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger;
using Marketplace.Money.Settlement.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>The hold is over: commission is earned, the share becomes payable.</summary>
[Internal]
public sealed record ReleaseHolding(string SellerOrderId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ReleaseHoldingHandler(PlatformDb db, LedgerWriter ledger, EventBuffer events, TimeProvider clock)
    : ICommandHandler<ReleaseHolding, Result>
{
    public static readonly Error NotDue = Error.Conflict(
        "settlement.not-due", "This share cannot be released yet: it is not delivered, its days are not over, or something is open.");

    public async ValueTask<Result> Handle(ReleaseHolding command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var holding = await db.Holdings.LockAsync(command.SellerOrderId, cancellationToken);
        if (holding is null || !holding.IsDue(now)) return NotDue;
        if (await db.HoldingFreezes.AnyAsync(f => f.HoldingId == holding.Id, cancellationToken)) return NotDue;

        holding.Release(now);
        await ledger.PostAsync(
            Journals.Release(holding.OrderId, holding.Id, holding.TenantId, holding.CurrencyCode, holding.NetMinor,
                holding.CommissionMinor, now), cancellationToken);
        events.Publish(
            new HoldingReleased(holding.Id, holding.OrderId, holding.TenantId, holding.NetMinor, holding.CurrencyCode),
            holding.Id, holding.Version + 1, holding.TenantId);
        return Result.Success();
    }
}

/// <summary>Releases what is due, one transaction each.</summary>
internal sealed class ReleaseHoldingsJob(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    public string Name => "release-holdings";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var freezes = db.HoldingFreezes;
        var due = await db.Holdings.AsNoTracking()
            .Where(h => h.State == HoldingState.Held && h.ReleaseAtUtc <= now
                && !freezes.Any(f => f.HoldingId == h.Id))
            .OrderBy(h => h.ReleaseAtUtc).Take(Batch).Select(h => h.Id).ToListAsync(cancellation);
        var released = 0;
        foreach (var id in due)
        {
            if ((await sender.Send(new ReleaseHolding(id), cancellation)).Ok) released++;
        }

        return $"released {released} of {due.Count} holdings due";
    }
}

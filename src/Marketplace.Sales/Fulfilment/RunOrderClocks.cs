using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Fulfilment;

/// <summary>
/// Time decides where people do not: an order not accepted, or not shipped long after its promise, is cancelled and paid
/// back, and so is one whose buyer asked to cancel and got no answer; one on its way counts as delivered some days after it
/// should have arrived.
/// </summary>
internal sealed class RunOrderClocks(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public string Name => "run-order-clocks";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var parts = db.SellerOrders.AsNoTracking();
        var ignored = await parts.Where(p => p.State == FulfilmentState.Placed && p.AcceptByUtc <= now)
            .OrderBy(p => p.AcceptByUtc).Take(Batch).Select(p => p.Id).ToListAsync(cancellation);
        var late = await parts
            .Where(p => (p.State == FulfilmentState.Accepted || p.State == FulfilmentState.PartShipped) && p.ShipDeadlineUtc <= now)
            .OrderBy(p => p.ShipDeadlineUtc).Take(Batch).Select(p => p.Id).ToListAsync(cancellation);
        var arrived = await parts.Where(p => p.State == FulfilmentState.Shipped && p.DeliveredByClockUtc <= now)
            .OrderBy(p => p.DeliveredByClockUtc).Take(Batch).Select(p => p.Id).ToListAsync(cancellation);
        var unanswered = await parts.Where(p => p.CancellationAnswerByUtc <= now)
            .OrderBy(p => p.CancellationAnswerByUtc).Take(Batch).Select(p => p.Id).ToListAsync(cancellation);
        foreach (var id in ignored)
            await sender.Send(new CancelByPlatform(id, "The shop did not accept the order in time."), cancellation);
        foreach (var id in late)
            await sender.Send(new CancelByPlatform(id, "The shop did not ship within its promise."), cancellation);
        foreach (var id in unanswered) await sender.Send(new CancelUnanswered(id), cancellation);
        foreach (var id in arrived) await sender.Send(new ConfirmDelivery(id, DeliveredBy.Clock), cancellation);
        return $"cancelled {ignored.Count} not accepted and {late.Count} not shipped "
            + $"and {unanswered.Count} not answered, delivered {arrived.Count}";
    }
}

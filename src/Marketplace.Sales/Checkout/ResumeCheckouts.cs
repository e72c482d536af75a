using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Checkout;

/// <summary>
/// What a crash or a buyer who went away left between the phases: when a draft's time is up it is ended at the
/// processor, and then either released or, if the buyer had paid, placed.
/// </summary>
internal sealed class ResumeCheckouts(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 50;

    public string Name => "resume-checkouts";

    public TimeSpan Every => CheckoutTimes.Resume;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Orders.AsNoTracking()
            .Where(o => o.State == OrderState.AwaitingPayment && o.ExpiresAtUtc <= now)
            .OrderBy(o => o.ExpiresAtUtc).Take(Batch).Select(o => o.Id).ToListAsync(cancellation);
        int released = 0, placed = 0, waiting = 0;
        foreach (var id in due)
        {
            var ended = await sender.Send(new ExpireCheckout(id), cancellation);
            if (ended is { Ok: true, Value: OrderState.Placed }) placed++;
            else if (ended is { Ok: true, Value: OrderState.Expired or OrderState.Refunded }) released++;
            else waiting++;
        }

        return $"released {released}, placed {placed}, waiting {waiting}";
    }
}

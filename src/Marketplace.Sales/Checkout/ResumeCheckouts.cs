using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
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
    private const int MostBatches = 40;

    public string Name => "resume-checkouts";

    public TimeSpan Every => CheckoutTimes.Resume;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        int released = 0, placed = 0, waiting = 0;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            // Those that wait stay in front of the queue: they are stepped over, else they would hold up the others.
            var due = await DueAsync(waiting, cancellation);
            foreach (var id in due)
            {
                var ended = await EndAsync(id, cancellation);
                if (ended == OrderState.Placed) placed++;
                else if (ended is OrderState.Expired or OrderState.Refunded) released++;
                else waiting++;
            }

            if (due.Count < Batch) break;
        }

        return $"released {released}, placed {placed}, waiting {waiting}";
    }

    private Task<List<string>> DueAsync(int skip, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Orders.AsNoTracking().Where(o => o.State == OrderState.AwaitingPayment && o.ExpiresAtUtc <= now)
            .OrderBy(o => o.ExpiresAtUtc).ThenBy(o => o.Id).Skip(skip).Take(Batch).Select(o => o.Id).ToListAsync(cancellation);
    }

    /// <summary>Null while it is not over. What the bank still works on is not asked after here: its word comes by itself.</summary>
    private async Task<OrderState?> EndAsync(string id, CancellationToken cancellation)
    {
        var payment = await sender.Send(new ReadPayment(id), cancellation);
        if (payment is { Ok: true, Value.State: PaymentState.Processing }) return null;
        var ended = await sender.Send(new ExpireCheckout(id), cancellation);
        return ended.Ok ? ended.Value : null;
    }
}

using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;

namespace Marketplace.Sales.Fulfilment;

/// <summary>
/// What will not be shipped, whoever says so: quantities of lines, the part's new state, the timeline, and the event
/// from which refund and restock follow.
/// </summary>
internal static class Cancellation
{
    /// <summary>False, and nothing is to be saved, when a quantity is not open any more.</summary>
    /// <param name="quantities">Empty: everything still open.</param>
    public static bool Apply(CancellationCase what, IReadOnlyList<LineQuantity> quantities, TimeProvider clock, EventBuffer events)
    {
        var (db, part, lines) = (what.Db, what.Part, what.Lines);
        if (!part.IsOpen) return false;
        var chosen = quantities.Count == 0
            ? lines.Where(l => l.OpenQuantity > 0).Select(l => ((OrderLine?)l, l.OpenQuantity)).ToList()
            : quantities.Where(q => q.Quantity != 0)
                .Select(q => (lines.SingleOrDefault(l => l.Id == q.OrderLineId), q.Quantity)).ToList();
        if (chosen.Count == 0 || !chosen.All(c => c.Item1?.Cancel(c.Item2) == true)) return false;

        var now = clock.GetUtcNow().UtcDateTime;
        // What a buyer asked for is nobody's failure, whoever grants it.
        if (part.CancellationAskedAtUtc is null && (what.By == OrderActor.Seller || what.TimeRanOut)) part.FailBySeller(now);
        part.Settle(lines, now, what.DeliveryGrace);
        part.AnswerCancellation();
        db.Add(Timeline.Row(part, OrderEventKind.Cancelled, what.By, now, clock, what.Reason));
        events.Publish(
            new SellerOrderCancelled(
                part.OrderId, part.Id, part.TenantId, part.BuyerId, Ids.New(clock),
                [.. chosen.Select(c => new CancelledLine(c.Item1!.Id, c.Item1.OfferId, c.Item2))],
                part.State == FulfilmentState.Cancelled, what.By, what.Reason, now),
            part.Id, part.Version + 1, part.TenantId, part.BuyerId);
        return true;
    }
}

/// <param name="TimeRanOut">Not a person's decision: the seller did not accept or ship in time.</param>
internal sealed record CancellationCase(
    MarketplaceDb Db, SellerOrder Part, List<OrderLine> Lines, OrderActor By, string Reason, TimeSpan DeliveryGrace,
    bool TimeRanOut = false);

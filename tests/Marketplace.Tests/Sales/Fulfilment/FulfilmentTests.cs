using Marketplace.Kernel.Messaging;
using Marketplace.Money.Settlement.Model;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Fulfilment;

public sealed class FulfilmentTests
{
    [Fact]
    public async Task A_part_is_accepted_packed_shipped_and_delivered_and_both_sides_read_it()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);

        Assert.True((await world.Host.SendAsync(KilnStaff, new AcceptOrder(part.Id))).Ok);
        Assert.True((await world.Host.SendAsync(KilnStaff, new PackOrder(part.Id))).Ok);
        Assert.True((await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "postnl", "3STEST 1"))).Ok);
        Assert.True((await world.Host.SendAsync(Mara, new MarkDelivered(part.Id))).Ok);
        await world.Host.DrainAsync();

        var seen = (await world.Host.SendAsync(Mara, new GetBuyerOrder(order))).Required().Parts[0];
        Assert.Equal((FulfilmentState.Delivered, DeliveredBy.Buyer), (seen.State, seen.DeliveredBy));
        Assert.Equal(
            [OrderEventKind.Placed, OrderEventKind.Accepted, OrderEventKind.Packed, OrderEventKind.Shipped, OrderEventKind.Delivered],
            seen.Timeline.Select(e => e.Kind));
        Assert.Equal("https://postnl.nl/tracktrace/?B=3STEST%201", seen.Shipments.Single().TrackingUrl);
        var holding = await world.Host.WithPlatformAsync(db => db.Set<Holding>().SingleAsync(h => h.Id == part.Id));
        Assert.NotNull(holding.ReleaseAtUtc);
    }

    [Fact]
    public async Task A_part_shipment_leaves_the_rest_open()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        var line = (await world.LinesAsync(part.Id))[0];

        await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [new(line.Id, 1)], "dhl", "1"));
        Assert.Equal(FulfilmentState.PartShipped, (await world.PartAsync(order, Kiln)).State);
        var tooMany = await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [new(line.Id, 2)], "dhl", "2"));
        var byPigeon = await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "pigeon", "2"));
        var early = await world.Host.SendAsync(Mara, new MarkDelivered(part.Id));
        await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [new(line.Id, 1)], "dhl", "2"));

        Assert.Equal(FulfilmentErrors.WrongQuantity, tooMany.Error);
        Assert.Equal(FulfilmentErrors.NoSuchCarrier, byPigeon.Error);
        Assert.Equal(FulfilmentErrors.WrongState, early.Error);
        Assert.Equal(FulfilmentState.Shipped, (await world.PartAsync(order, Kiln)).State);
        Assert.Equal(2, (await world.Host.SendAsync(KilnStaff, new GetSellerOrder(part.Id))).Required().Part.Shipments.Count);
    }

    [Fact]
    public async Task Cancelling_a_piece_pays_it_back_and_puts_it_on_sale_again()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        var line = (await world.LinesAsync(part.Id))[0];

        await world.Host.SendAsync(KilnStaff, new CancelQuantities(part.Id, [new(line.Id, 1)], "One broke in the kiln."));
        await world.Host.DrainAsync();

        var amounts = await world.AmountsAsync(part.Id);
        Assert.Equal((2400, MoneyState.Held), (amounts.RefundedMinor, amounts.Money));
        Assert.Equal((9, 0), await world.StockAsync(Mug));
        Assert.Equal(FulfilmentState.Placed, (await world.PartAsync(order, Kiln)).State);
        await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "dhl", null));
        Assert.Equal(FulfilmentState.Shipped, (await world.PartAsync(order, Kiln)).State);
    }

    [Fact]
    public async Task Cancelling_everything_pays_back_the_shipping_too()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);

        await world.Host.SendAsync(KilnStaff, new CancelQuantities(part.Id, [], "We are flooded."));
        await world.Host.DrainAsync();

        var amounts = await world.AmountsAsync(part.Id);
        Assert.Equal((5195, amounts.SellerNetMinor, MoneyState.Refunded),
            (amounts.RefundedMinor, amounts.RefundedNetMinor, amounts.Money));
        Assert.Equal(FulfilmentState.Cancelled, (await world.PartAsync(order, Kiln)).State);
        Assert.Equal((10, 0), await world.StockAsync(Mug));
    }

    [Fact]
    public async Task A_buyer_cancels_alone_before_acceptance_and_asks_afterwards()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var (kiln, trail) = (await world.PartAsync(order, Kiln), await world.PartAsync(order, Trail));
        await world.Host.SendAsync(KilnStaff, new AcceptOrder(kiln.Id));

        var atOnce = await world.Host.SendAsync(Mara, new RequestCancellation(trail.Id, "Changed my mind."));
        var asked = await world.Host.SendAsync(Mara, new RequestCancellation(kiln.Id, "Changed my mind."));
        var declined = await world.Host.SendAsync(KilnStaff, new DeclineCancellation(kiln.Id, "It is in the van."));

        Assert.True(atOnce.Required());
        Assert.False(asked.Required());
        Assert.True(declined.Ok);
        Assert.Equal(FulfilmentState.Cancelled, (await world.PartAsync(order, Trail)).State);
        Assert.Equal(FulfilmentState.Accepted, (await world.PartAsync(order, Kiln)).State);
    }

    [Fact]
    public async Task What_is_not_accepted_within_48_hours_is_cancelled_and_paid_back()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var kiln = await world.PartAsync(order, Kiln);
        await world.Host.SendAsync(KilnStaff, new AcceptOrder(kiln.Id));

        world.Host.Clock.Advance(TimeSpan.FromHours(47));
        await world.Host.RunJobAsync("run-order-clocks");
        Assert.Equal(FulfilmentState.Placed, (await world.PartAsync(order, Trail)).State);
        world.Host.Clock.Advance(TimeSpan.FromHours(2));
        await world.Host.RunJobAsync("run-order-clocks");
        await world.Host.DrainAsync();

        Assert.Equal(FulfilmentState.Cancelled, (await world.PartAsync(order, Trail)).State);
        Assert.Equal(FulfilmentState.Accepted, (await world.PartAsync(order, Kiln)).State);
        Assert.Equal((1, 0), await world.StockAsync(Pack));
    }

    [Fact]
    public async Task What_is_not_shipped_a_week_after_its_promise_is_cancelled()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        await world.Host.SendAsync(KilnStaff, new AcceptOrder(part.Id));

        world.Host.Clock.SetUtcNow(new DateTimeOffset(part.ShipDeadlineUtc!.Value) + TimeSpan.FromMinutes(1));
        await world.Host.RunJobAsync("run-order-clocks");

        Assert.Equal(FulfilmentState.Cancelled, (await world.PartAsync(order, Kiln)).State);
    }

    [Fact]
    public async Task A_parcel_counts_as_delivered_three_days_after_it_should_have_arrived()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "postnl", "3S"));

        world.Host.Clock.Advance(TimeSpan.FromDays(4));
        await world.Host.RunJobAsync("run-order-clocks");
        Assert.Equal(FulfilmentState.Shipped, (await world.PartAsync(order, Kiln)).State);
        world.Host.Clock.Advance(TimeSpan.FromDays(2));
        await world.Host.RunJobAsync("run-order-clocks");

        Assert.Equal(DeliveredBy.Clock, (await world.PartAsync(order, Kiln)).DeliveredBy);
    }

    [Fact]
    public async Task A_seller_pays_back_pieces_and_never_more_than_was_paid()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        var line = (await world.LinesAsync(part.Id))[0];
        var one = new RefundItems("r1", part.Id, [new(line.Id, 1)], false, "A chip in the glaze.");

        Assert.True((await world.Host.SendAsync(KilnStaff, one)).Ok);
        Assert.True((await world.Host.SendAsync(KilnStaff, one)).Ok);
        Assert.Equal(2400, (await world.AmountsAsync(part.Id)).RefundedMinor);
        var tooMany = await world.Host.SendAsync(KilnStaff, one with { IdempotencyKey = "r2", Lines = [new(line.Id, 2)] });
        Assert.True((await world.Host.SendAsync(
            Admin, new RefundItemsByPlatform("r3", part.Id, [], true, "Goodwill."))).Ok);
        var nothing = await world.Host.SendAsync(KilnStaff, one with { IdempotencyKey = "r4" });

        Assert.Equal(FulfilmentErrors.WrongQuantity, tooMany.Error);
        Assert.Equal(5195, (await world.AmountsAsync(part.Id)).RefundedMinor);
        Assert.Equal(FulfilmentErrors.NothingToRefund, nothing.Error);
    }

    [Fact]
    public async Task Another_seller_and_another_buyer_find_nothing_and_change_nothing()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);

        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await world.Host.SendAsync(TrailStaff, new AcceptOrder(part.Id))).Error);
        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await world.Host.SendAsync(TrailStaff, new ShipOrder(part.Id, [], "dhl", null))).Error);
        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await world.Host.SendAsync(TrailStaff, new CancelQuantities(part.Id, [], "x"))).Error);
        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await world.Host.SendAsync(TrailStaff, new GetSellerOrder(part.Id))).Error);
        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await world.Host.SendAsync(TrailStaff, new GetSellerOrderMoney(part.Id))).Error);
        Assert.Equal(FulfilmentErrors.NoSuchOrder,
            (await world.Host.SendAsync(TrailStaff, new RefundItems(null, part.Id, [], true, "x"))).Error);
        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await world.Host.SendAsync(Otto, new RequestCancellation(part.Id, ""))).Error);
        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await world.Host.SendAsync(Otto, new MarkDelivered(part.Id))).Error);
        Assert.Equal(AccessErrors.NoSuchPlace, (await world.Host.SendAsync(Mara, new CancelByPlatform(part.Id, "x"))).Error);
        Assert.Equal(FulfilmentState.Placed, (await world.PartAsync(order, Kiln)).State);
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Marketplace.Tests.World;
using Mediator;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Orders;

/// <summary>
/// Orders from the payment to their end, by people and by clocks, beside the simulated Stripe; and what both sides are
/// told on the way.
/// </summary>
public sealed class OrderLifeTests
{
    private const string Owner = "kim@example.com";

    [Fact]
    public async Task Accepted_packed_shipped_in_two_parcels_delivered_by_the_clock_and_paid_out()
    {
        await using var world = await BoughtAsync();
        var part = await PartAsync(world);
        var line = (await world.LinesAsync(part.Id))[0];

        await DoAsync(world, new AcceptOrder(part.Id));
        await DoAsync(world, new PackOrder(part.Id));
        await ShipAsync(world, new ShipOrder(part.Id, [new(line.Id, 1)], "postnl", "3S1"));
        Assert.Equal((FulfilmentState.PartShipped, null), ((await PartAsync(world)).State, (await PartAsync(world)).DeliveredByClockUtc));
        await ShipAsync(world, new ShipOrder(part.Id, [], "postnl", "3S2"));
        var shipped = await PartAsync(world);
        await UntilAsync(world, shipped.DeliveredByClockUtc!.Value);
        var delivered = await PartAsync(world);
        await UntilAsync(world, delivered.DeliveredAtUtc!.Value.AddDays(7));

        Assert.Equal((FulfilmentState.Delivered, DeliveredBy.Clock), (delivered.State, delivered.DeliveredBy));
        var money = await world.AmountsAsync(part.Id);
        Assert.Equal(MoneyState.Transferred, money.Money);
        Assert.Equal(
            [
                "Your order 100001", "Kiln & Clay has accepted your order 100001-1", "Packed: your order 100001-1",
                "On its way: part of your order 100001-1", "On its way: your order 100001-1", "Delivered: your order 100001-1",
            ],
            await SubjectsAsync(world, Details.Email));
        var paid = new Amount(money.SellerNetMinor, money.CurrencyCode);
        Assert.Equal(
            ["New order 100001-1", "Delivered: order 100001-1", $"Paid: {paid} for order 100001-1"],
            await SubjectsAsync(world, Owner));
    }

    [Fact]
    public async Task Not_accepted_in_48_hours_it_is_cancelled_paid_back_and_on_sale_again()
    {
        await using var world = await BoughtAsync();
        var part = await PartAsync(world);

        await UntilAsync(world, part.AcceptByUtc!.Value.AddMinutes(-1));
        Assert.Equal(FulfilmentState.Placed, (await PartAsync(world)).State);
        await UntilAsync(world, part.AcceptByUtc.Value);

        Assert.Equal(TimeSpan.FromHours(48), part.AcceptByUtc - part.PlacedAtUtc);
        await GoneBackWholeAsync(world, part);
    }

    [Fact]
    public async Task Accepted_but_not_shipped_a_week_after_its_promise_it_is_cancelled_and_paid_back()
    {
        await using var world = await BoughtAsync();
        var part = await PartAsync(world);
        await DoAsync(world, new AcceptOrder(part.Id));

        await UntilAsync(world, part.ShipDeadlineUtc!.Value.AddMinutes(-1));
        Assert.Equal(FulfilmentState.Accepted, (await PartAsync(world)).State);
        await UntilAsync(world, part.ShipDeadlineUtc.Value);

        Assert.Equal(7, DateOnly.FromDateTime(part.ShipDeadlineUtc.Value).DayNumber - part.ShipByDate.DayNumber);
        await GoneBackWholeAsync(world, part);
    }

    [Fact]
    public async Task What_of_a_part_shipment_never_follows_is_paid_back_and_the_rest_goes_its_way()
    {
        await using var world = await BoughtAsync();
        var part = await PartAsync(world);
        var line = (await world.LinesAsync(part.Id))[0];
        await ShipAsync(world, new ShipOrder(part.Id, [new(line.Id, 1)], "postnl", "3S1"));

        await UntilAsync(world, part.ShipDeadlineUtc!.Value);
        var rest = await PartAsync(world);
        await UntilAsync(world, rest.DeliveredByClockUtc!.Value);
        await UntilAsync(world, (await PartAsync(world)).DeliveredAtUtc!.Value.AddDays(7));

        Assert.Equal(FulfilmentState.Shipped, rest.State);
        Assert.Equal((9, 0), await world.StockAsync(Mug));
        var amounts = await world.AmountsAsync(part.Id);
        Assert.Equal((2400, MoneyState.Transferred), (amounts.RefundedMinor, amounts.Money));
    }

    [Fact]
    public async Task Cancelling_one_piece_before_shipping_pays_it_back_at_stripe_and_both_sides_read_why()
    {
        await using var world = await BoughtAsync();
        var part = await PartAsync(world);
        var line = (await world.LinesAsync(part.Id))[0];

        await DoAsync(world, new CancelQuantities(part.Id, [new(line.Id, 1)], "One broke in the kiln."));
        await world.Stripe.SettleAsync();

        var refund = Assert.Single((await world.Stripe.ReadAsync(part.OrderId)).Refunds);
        Assert.Equal((2400, RefundState.Succeeded), (refund.AmountMinor, refund.State));
        Assert.Equal((9, 0), await world.StockAsync(Mug));
        var mails = await world.Host.MailsToAsync(Details.Email);
        Assert.Contains("One broke in the kiln.", mails.Single(m => m.Subject.StartsWith("Cancelled", StringComparison.Ordinal)).Text);
        Assert.Single(mails, m => m.Subject.Contains("paid back", StringComparison.Ordinal));
        var timeline = (await world.Host.SendAsync(KilnStaff, new GetSellerOrder(part.Id))).Required().Part.Timeline;
        Assert.Equal(
            [OrderEventKind.Placed, OrderEventKind.Cancelled, OrderEventKind.RefundRequested, OrderEventKind.RefundCompleted],
            timeline.Select(e => e.Kind));
    }

    [Fact]
    public async Task A_wish_to_cancel_reaches_the_seller_and_its_answer_the_buyer()
    {
        await using var world = await BoughtAsync();
        var part = await PartAsync(world);
        await DoAsync(world, new AcceptOrder(part.Id));

        Assert.False((await world.Host.SendAsync(Mara, new RequestCancellation(part.Id, "Ordered twice."))).Required());
        await DoAsync(world, new DeclineCancellation(part.Id, "It is in the van already."));

        // Mails of one instant have no order.
        var asked = (await world.Host.MailsToAsync(Owner)).Single(m => m.Subject == "The buyer of 100001-1 asks to cancel");
        var toBuyer = await world.Host.MailsToAsync(Details.Email);
        var answered = toBuyer.Single(m => m.Subject == "Kiln & Clay ships your order 100001-1 all the same");
        Assert.Contains("Ordered twice.", asked.Text);
        Assert.Contains("It is in the van already.", answered.Text);
        Assert.Single(toBuyer, m => m.Subject == "You asked to cancel order 100001-1");
    }

    private static async Task GoneBackWholeAsync(SalesWorld world, SellerOrder part)
    {
        Assert.Equal(FulfilmentState.Cancelled, (await PartAsync(world)).State);
        var amounts = await world.AmountsAsync(part.Id);
        Assert.Equal((2 * 2400 + 395, MoneyState.Refunded), (amounts.RefundedMinor, amounts.Money));
        Assert.Equal(RefundState.Succeeded, (await world.Stripe.ReadAsync(part.OrderId)).Refunds.Single().State);
        Assert.Equal((10, 0), await world.StockAsync(Mug));
        var told = (await SubjectsAsync(world, Details.Email)).TakeLast(2).ToList();
        Assert.Contains("Cancelled: your order 100001-1", told);
        Assert.Contains("51.95 EUR paid back for order 100001-1", told);
        Assert.Contains("Cancelled: order 100001-1", await SubjectsAsync(world, Owner));
    }

    /// <summary>Mara has bought two mugs of Kim, who owns the pottery; Otto's daypack is on its way.</summary>
    private static async Task<SalesWorld> BoughtAsync()
    {
        var world = await OpenBesideStripeAsync();
        var kim = await world.Host.PersonAsync("kim");
        (await world.Host.SendAsync(Caller.System, new AddMember(Kiln, kim.PersonId!, SellerRole.Owner))).Done();
        await world.AddAsync(Mara, Mug, 2);
        await BuyAsync(world, Mara, Details.Email);
        // Stripe keeps its fee of what goes back: other money must be there to pay it.
        await world.AddAsync(Otto, Pack);
        var pack = await world.PartAsync(await BuyAsync(world, Otto, "otto@example.org"), Trail);
        Assert.True((await world.Host.SendAsync(TrailStaff, new ShipOrder(pack.Id, [], "dhl", null))).Ok);
        return world;
    }

    private static async Task<string> BuyAsync(SalesWorld world, Caller buyer, string email)
    {
        var form = await world.CheckoutOfAsync(buyer);
        var order = (await world.Host.SendAsync(buyer, form with { Details = Details with { Email = email } })).Required().OrderId;
        await world.Stripe.PayAsync((await world.Host.SendAsync(buyer, new OpenPaymentPage(order))).Required());
        await world.Stripe.SettleAsync();
        return order;
    }

    private static Task<SellerOrder> PartAsync(SalesWorld world) =>
        world.Host.WithPlatformAsync(db => db.SellerOrders.AsNoTracking().SingleAsync(s => s.TenantId == Kiln));

    private static async Task DoAsync(SalesWorld world, ICommand<Result> step)
    {
        (await world.Host.SendAsync(KilnStaff, step)).Done();
        await world.Stripe.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task ShipAsync(SalesWorld world, ShipOrder parcel)
    {
        Assert.True((await world.Host.SendAsync(KilnStaff, parcel)).Ok);
        await world.Stripe.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Lets the clocks run up to a moment, and everything follow that they set off.</summary>
    private static async Task UntilAsync(SalesWorld world, DateTime momentUtc)
    {
        await world.Stripe.AdvanceAsync(new DateTimeOffset(momentUtc) - world.Host.Clock.GetUtcNow());
        foreach (var job in (string[])["run-order-clocks", "release-holdings", "start-transfers"])
        {
            await world.Host.RunJobAsync(job);
            await world.Stripe.SettleAsync();
        }
    }

    private static async Task<List<string>> SubjectsAsync(SalesWorld world, string email) =>
        [.. (await world.Host.MailsToAsync(email)).Select(m => m.Subject)];
}

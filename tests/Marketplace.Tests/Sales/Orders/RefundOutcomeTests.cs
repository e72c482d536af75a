using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement.Model;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Orders;

/// <summary>Two mugs of the kiln (€48.00 and delivery €3.95), and what becomes of their refunds.</summary>
public sealed class RefundOutcomeTests
{
    [Fact]
    public async Task A_refund_that_failed_leaves_the_part_as_it_was_and_can_be_made_anew()
    {
        await using var world = await OpenAsync();
        var part = await world.PartAsync(await world.BuyAsync(Mara), Kiln);
        var before = await world.AmountsAsync(part.Id);
        Assert.True((await world.Host.SendAsync(KilnStaff, new RefundItems("k1", part.Id, [], true, "Lost"))).Ok);
        await SettleAsync(world);
        var refund = (await MoneyAsync(world, part.Id)).Refunds.Single();

        await world.Host.SendAsync(Caller.System, new RecordRefund(
            refund.RefundId, new RefundSnapshot("re_" + refund.RefundId, refund.RefundId, "failed", refund.AmountMinor, "lost_card"), null));
        await world.Host.DrainAsync();

        var after = await world.AmountsAsync(part.Id);
        Assert.Equal((0, 0, false, MoneyState.Held), (after.RefundedMinor, after.RefundedNetMinor, after.ShippingIsRefunded, after.Money));
        Assert.All(await world.LinesAsync(part.Id), l => Assert.Equal(0, l.RefundedQuantity));
        Assert.Equal(before.SellerNetMinor, (await ShareAsync(world, part.Id)).NetMinor);
        Assert.True((await world.Host.SendAsync(KilnStaff, new RefundItems("k2", part.Id, [], true, "Lost"))).Ok);
        await SettleAsync(world);
        Assert.Equal((51_95, MoneyState.Refunded), ((await MoneyAsync(world, part.Id)).RefundedMinor, (await MoneyAsync(world, part.Id)).Money));
    }

    [Fact]
    public async Task A_refund_made_at_the_processors_pages_shows_in_each_part_and_no_more_than_the_rest_goes_back()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        var total = (await world.OrderAsync(order)).TotalMinor;

        var recorded = (await world.Host.SendAsync(Caller.System, new RecordOutsideRefund(
            order, new RefundSnapshot("re_outside", null, "succeeded", total / 2, null)))).Required();
        await world.Host.SendAsync(Caller.System, new RecordRefund(
            recorded, new RefundSnapshot("re_outside", null, "succeeded", total / 2, null), null));
        await world.Host.DrainAsync();
        await world.Host.DrainAsync();
        var all = await world.Host.SendAsync(KilnStaff, new RefundItems("k1", part.Id, [], true, "Lost"));

        var (kiln, trail) = (await MoneyAsync(world, part.Id), await world.AmountsAsync((await world.PartAsync(order, Trail)).Id));
        Assert.Equal(total / 2, kiln.RefundedMinor + trail.RefundedMinor);
        Assert.Equal("Completed", Assert.Single(kiln.Refunds).State);
        Assert.Equal(FulfilmentErrors.NothingToRefund, all.Error);
        Assert.Equal(kiln.SellerNetMinor - kiln.RefundedNetMinor, (await ShareAsync(world, part.Id)).NetMinor);
    }

    private static async Task SettleAsync(SalesWorld world)
    {
        await world.Host.RunJobAsync("run-payment-commands");
        await world.Host.DrainAsync();
    }

    private static async Task<SellerOrderMoney> MoneyAsync(SalesWorld world, string part) =>
        (await world.Host.SendAsync(KilnStaff, new GetSellerOrderMoney(part))).Required();

    private static Task<Holding> ShareAsync(SalesWorld world, string part) =>
        world.Host.WithPlatformAsync(db => db.Set<Holding>().AsNoTracking().SingleAsync(h => h.Id == part));
}

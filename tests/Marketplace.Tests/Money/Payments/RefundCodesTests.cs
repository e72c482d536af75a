using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments;
using Marketplace.Money.Settlement;
using Marketplace.Money.Tax;
using Marketplace.Tests.World;
using static Marketplace.Tests.Money.SoldOrder;

namespace Marketplace.Tests.Money.Payments;

/// <summary>Each reason why money does not go back, provoked; none of them changes anything.</summary>
public sealed class RefundCodesTests
{
    [Fact]
    public async Task A_refund_of_a_payment_that_never_came_is_not_paid()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.OpenAsync("order-1", 110_00);

        Assert.Equal("refund.not-paid", await RefundAsync(world, new RefundBreakdown(1_00, 0, 0, 0)));
        Assert.Equal("refund.not-paid", await RefundAsync(world, new RefundBreakdown(1_00, 0, 0, 0), order: "order-2"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5_00, 0)]
    [InlineData(0, -1)]
    public async Task Nothing_and_less_is_no_amount(long net, long commission)
    {
        await using var world = await SoldAsync();

        Assert.Equal("refund.amount", await RefundAsync(world, new RefundBreakdown(net, commission, 0, 0)));
        await AssertUntouchedAsync(world);
    }

    [Fact]
    public async Task Half_a_step_of_a_currency_is_no_amount()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.PayAsync((await world.OpenAsync("order-1", 5_000, "KWD")).PageUrl);
        await world.SettleAsync();

        Assert.Equal("refund.amount", await RefundAsync(world, new RefundBreakdown(1_005, 0, 0, 0)));
    }

    [Fact]
    public async Task More_than_the_buyer_paid_exceeds_what_was_captured()
    {
        await using var world = await SoldAsync();

        Assert.Equal("refund.exceeds-captured", await RefundAsync(world, new RefundBreakdown(110_01, 0, 0, 0)));
        await AssertUntouchedAsync(world);
    }

    [Theory]
    [InlineData(59_01, 0, 0, 0, 0)]
    [InlineData(59_00, 6_01, 0, 0, 0)]
    [InlineData(59_00, 6_00, 1, 0, 0)]
    [InlineData(59_00, 6_00, 0, 1, 0)]
    [InlineData(59_00, 6_00, 0, 0, 1)]
    [InlineData(20_00, -1, 0, 0, 0)]
    public async Task More_than_is_left_of_any_share_exceeds_it(long net, long commission, long commissionTax, long tax, long discount)
    {
        await using var world = await SoldAsync();

        Assert.Equal("refund.exceeds-share", await RefundAsync(world, new RefundBreakdown(net, commission, commissionTax, tax, discount)));
        await AssertUntouchedAsync(world);
    }

    [Fact]
    public async Task What_went_back_before_cannot_go_back_again()
    {
        await using var world = await SoldAsync();
        Assert.Null(await RefundAsync(world, new RefundBreakdown(40_00, 4_00, 0, 0), "re-0"));

        Assert.Equal("refund.exceeds-share", await RefundAsync(world, new RefundBreakdown(20_00, 0, 0, 0)));
        Assert.Null(await RefundAsync(world, new RefundBreakdown(19_00, 2_00, 0, 0)));
    }

    [Fact]
    public async Task While_the_transfer_runs_nothing_goes_back_and_after_it_the_seller_must_be_asked()
    {
        await using var world = await SoldAsync();
        await world.Host.SendAsync(Caller.System, new StartReleaseClock("so-a", world.Clock.GetUtcNow().UtcDateTime));
        world.Clock.Advance(TimeSpan.FromDays(8));
        await world.Host.RunJobAsync("release-holdings");
        await world.Host.DrainAsync();

        Assert.Equal("refund.transfer-running", await RefundAsync(world, new RefundBreakdown(59_00, 6_00, 0, 0)));
        await world.SettleAsync();
        Assert.Equal("refund.already-transferred", await RefundAsync(world, new RefundBreakdown(59_00, 6_00, 0, 0)));
    }

    [Fact]
    public async Task The_whole_of_an_order_that_was_sold_is_refunded_by_its_parts()
    {
        await using var world = await SoldAsync();

        var outcome = await world.Host.SendAsync(Caller.System, new RefundPayment("re-1", "order-1", null, null, null, "Sold out"));

        Assert.Equal("refund.already-sold", outcome.Error?.Code);
        await AssertUntouchedAsync(world);
    }

    [Fact]
    public async Task A_tax_rate_that_is_gone_cannot_be_removed()
    {
        await using var host = await TestHost.StartAsync();
        var admin = new Caller(PersonId: "ada", AdminPermissions: new HashSet<string> { "tax" });

        Assert.Equal("tax.no-such-rate", (await host.SendAsync(admin, new RemoveTaxRate("nothing"))).Error?.Code);
    }

    private static async Task<string?> RefundAsync(
        StripeWorld world, RefundBreakdown parts, string id = "re-1", string order = "order-1") =>
        (await world.Host.SendAsync(Caller.System, new RefundPayment(id, order, "so-a", null, parts, "Cancelled"))).Error?.Code;

    private static async Task AssertUntouchedAsync(StripeWorld world)
    {
        Assert.Equal((59_00, 6_00), ((await world.ShareAsync("so-a")).NetMinor, (await world.ShareAsync("so-a")).CommissionMinor));
        Assert.Equal((0, 0), ((await world.ReadAsync("order-1")).RefundedMinor, (await world.ReadAsync("order-1")).Refunds.Count));
        Assert.Equal(0, await world.BalanceAsync("refunds_in_flight"));
    }
}

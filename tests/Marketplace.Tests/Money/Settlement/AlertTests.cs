using Marketplace.Kernel.Tenancy;
using Marketplace.Money;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Settlement;
using Marketplace.Tests.World;
using static Marketplace.Tests.Money.SoldOrder;

namespace Marketplace.Tests.Money.Settlement;

public sealed class AlertTests
{
    [Fact]
    public async Task A_payout_that_comes_back_reopens_the_sellers_balance_and_is_shown_to_both_sides()
    {
        await using var world = await SoldAsync();
        await world.ReleaseAsync("so-a");
        await world.AdvanceAsync(TimeSpan.FromDays(4));
        await world.Host.RunJobAsync("import-payouts");
        var paid = Assert.Single((await ReadAsync(world)).Payouts);
        var before = Assert.Single((await ReadAsync(world)).Balances);

        world.Stripe.Control.FailPayout(paid.Id);
        await world.SettleAsync();

        var after = await ReadAsync(world);
        Assert.Equal((0, 59_00), (before.TransferredMinor, before.PaidMinor));
        Assert.Equal((59_00, 0), (after.Balances[0].TransferredMinor, after.Balances[0].PaidMinor));
        Assert.Equal("failed", Assert.Single(after.Payouts).State);
        Assert.NotNull(after.Payouts[0].FailureMessage);
        var alert = Assert.Single(await world.AlertsAsync());
        Assert.Equal((AlertKind.PayoutFailed, "seller-a", paid.Id), (alert.Kind, alert.TenantId, alert.Reference));
    }

    [Fact]
    public async Task Money_kept_almost_as_long_as_is_allowed_is_put_before_a_person_until_it_has_gone()
    {
        await using var world = await SoldAsync();
        world.Clock.Advance(TimeSpan.FromDays(75));
        await world.Host.RunJobAsync("watch-hold-limits");
        var early = await world.AlertsAsync();
        world.Clock.Advance(TimeSpan.FromDays(2));

        await world.Host.RunJobAsync("watch-hold-limits");
        await world.Host.RunJobAsync("watch-hold-limits");
        var near = await world.AlertsAsync();
        await world.ReleaseAsync("so-a");
        await world.Host.RunJobAsync("watch-hold-limits");

        Assert.Empty(early);
        Assert.Equal(["so-a", "so-b"], near.Select(a => a.Reference).Order());
        Assert.All(near, a => Assert.Equal((AlertKind.HoldLimit, "2026-05-31"), (a.Kind, a.Detail)));
        Assert.Equal("so-b", Assert.Single(await world.AlertsAsync()).Reference);
    }

    [Fact]
    public async Task What_nobody_has_seen_to_is_counted_for_the_console()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.Host.SendAsync(Caller.System, new RaiseAlert(AlertKind.PayoutFailed, "po_1", "account_closed"));
        await world.Host.SendAsync(Caller.System, new RaiseAlert(AlertKind.PayoutFailed, "po_2", "account_closed"));
        await world.Host.SendAsync(Caller.System, new RaiseAlert(AlertKind.HoldLimit, "so-a", "2026-05-31"));
        var before = (await world.Host.SendAsync(Admin, new GetMoneyQueues())).Required();

        (await world.Host.SendAsync(Admin, new CloseAlert(AlertKind.PayoutFailed, "po_1"))).Done();

        Assert.Equal((2, 1), (before.Payouts.Count, before.Alerts.Count));
        Assert.Equal(world.Clock.GetUtcNow().UtcDateTime, before.Payouts.SinceUtc);
        Assert.Equal(1, (await world.Host.SendAsync(Admin, new GetMoneyQueues())).Required().Payouts.Count);
    }

    private static async Task<SellerMoney> ReadAsync(StripeWorld world) =>
        (await world.Host.SendAsync(StripeWorld.SellerOf("seller-a"), new GetSellerMoney())).Required();
}

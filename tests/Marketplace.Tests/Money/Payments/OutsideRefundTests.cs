using CsCheck;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement;
using Marketplace.Money.Settlement.Model;
using Marketplace.StripeSimulator.Webhooks;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Money.SoldOrder;

namespace Marketplace.Tests.Money.Payments;

/// <summary>Refunds that somebody makes at Stripe's own pages.</summary>
public sealed class OutsideRefundTests
{
    [Theory]
    [InlineData(WebhookMode.Duplicate)]
    [InlineData(WebhookMode.Reorder)]
    [InlineData(WebhookMode.Drop)]
    public async Task It_is_booked_once_shared_by_the_parts_and_flagged(WebhookMode mode)
    {
        await using var world = await SoldAsync();
        world.Stripe.Control.AddWebhookRule(new WebhookRule(mode, Count: 10));

        await RefundAtStripeAsync(world, 22_00);
        await world.SettleAsync();
        await world.Host.RunJobAsync("import-missed-events");
        await world.SettleAsync();

        var refund = Assert.Single((await world.ReadAsync("order-1")).Refunds);
        Assert.Equal((RefundState.Succeeded, 22_00), (refund.State, refund.AmountMinor));
        var (a, b) = (await world.ShareAsync("so-a"), await world.ShareAsync("so-b"));
        Assert.Equal(22_00, 59_00 - a.NetMinor + 6_00 - a.CommissionMinor + 41_00 - b.NetMinor + 4_00 - b.CommissionMinor);
        Assert.Equal((-a.NetMinor, -b.NetMinor), (await world.BalanceAsync("seller_held:seller-a"), await world.BalanceAsync("seller_held:seller-b")));
        Assert.Equal((88_00, 0), (await world.BalanceAsync("stripe"), await world.BalanceAsync("refunds_in_flight")));
        var alert = Assert.Single(await world.AlertsAsync());
        Assert.Equal((AlertKind.OutsideRefund, "order-1"), (alert.Kind, alert.OrderId));
        (await world.Host.SendAsync(Admin, new CloseAlert(alert.Kind, alert.Reference))).Done();
        Assert.Equal("alert.not-open", (await world.Host.SendAsync(Admin, new CloseAlert(alert.Kind, alert.Reference))).Error?.Code);
    }

    [Fact]
    public async Task Of_a_part_that_was_transferred_the_seller_owes_it()
    {
        await using var world = await SoldAsync();
        await world.ReleaseAsync("so-a");

        await RefundAtStripeAsync(world, 22_00);
        await world.SettleAsync();

        var a = await world.ShareAsync("so-a");
        Assert.Equal((HoldingState.Transferred, 59_00), (a.State, a.NetMinor));
        Assert.Equal(a.OwedBackMinor, await world.BalanceAsync("seller_receivable:seller-a"));
        Assert.Equal(13_00, a.OwedBackMinor + 6_00 - a.CommissionMinor);
        Assert.Contains(await world.AlertsAsync(), x => x.Kind == AlertKind.OwedBySeller && x.TenantId == "seller-a");
    }

    [Fact]
    public async Task One_that_fails_later_leaves_everything_as_it_was()
    {
        await using var world = await SoldAsync(StripeWorld.RefundFailsCard);
        await RefundAtStripeAsync(world, 110_00 - 10_00);
        await world.SettleAsync();

        await world.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((59_00, 41_00), ((await world.ShareAsync("so-a")).NetMinor, (await world.ShareAsync("so-b")).NetMinor));
        Assert.Equal((110_00, -59_00), (await world.BalanceAsync("stripe"), await world.BalanceAsync("seller_held:seller-a")));
        Assert.Equal(0, (await world.ReadAsync("order-1")).RefundedMinor);
    }

    [Fact]
    public async Task One_that_is_faster_than_ours_makes_ours_fail_and_is_taken_in_after_it()
    {
        await using var world = await SoldAsync();
        await world.SellAsync("order-2", "so-c", "so-d");
        (await world.Host.SendAsync(Caller.System, new RefundPayment(
            "re-a", "order-1", "so-a", null, new RefundBreakdown(59_00, 6_00, 0, 0), "Cancelled"))).Done();
        Assert.Equal("refund.waits", await RefusedAsync(world, "order-1", 60_00));

        await RefundAtStripeAsync(world, 60_00);
        await world.SettleAsync();
        await world.AdvanceAsync(TimeSpan.FromMinutes(5));

        var view = await world.ReadAsync("order-1");
        Assert.Equal(RefundState.Failed, view.Refunds.Single(r => r.RefundId == "re-a").State);
        Assert.Equal(RefundState.Succeeded, view.Refunds.Single(r => r.RefundId != "re-a").State);
        Assert.Equal((60_00, 160_00), (view.RefundedMinor, await world.BalanceAsync("stripe")));
    }

    [Fact]
    public async Task Our_own_refunds_are_never_taken_for_others()
    {
        await using var world = await SoldAsync();
        (await world.Host.SendAsync(Caller.System, new RefundPayment(
            "re-b", "order-1", "so-b", null, new RefundBreakdown(41_00, 4_00, 0, 0), "Cancelled"))).Done();

        await world.SettleAsync();
        await world.Host.SendAsync(Caller.System, new ImportRefunds("order-1"));
        await world.Host.RunJobAsync("import-balance");

        Assert.Single((await world.ReadAsync("order-1")).Refunds);
        Assert.Empty(await world.AlertsAsync());
    }

    [Fact]
    public async Task Money_in_review_that_is_sent_back_at_Stripe_is_booked_too_and_a_strangers_refund_is_not()
    {
        await using var world = await SoldAsync();
        await world.PayAsync((await world.OpenAsync("order-2", 20_00)).PageUrl);
        await world.SettleAsync();
        Assert.Equal("refund.not-sold-yet", await RefusedAsync(world, "order-2", 20_00));
        await RefundAtStripeAsync(world, 20_00, "order-2");
        await world.SettleAsync();
        var soon = (await world.ReadAsync("order-2")).Refunds;

        await world.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Empty(soon);
        Assert.Equal(RefundState.Succeeded, Assert.Single((await world.ReadAsync("order-2")).Refunds).State);
        Assert.Equal((0, 110_00), (await world.BalanceAsync("unfulfilled_orders"), await world.BalanceAsync("stripe")));
        Assert.Equal("refund.not-ours", (await world.Host.SendAsync(Caller.System, new ImportRefund("re_nobody"))).Error?.Code);
    }

    private static async Task<string?> RefusedAsync(StripeWorld world, string order, long amount)
    {
        var told = new RefundSnapshot("re_outside", null, "succeeded", amount, null);
        return (await world.Host.SendAsync(Caller.System, new RecordOutsideRefund(order, told))).Error?.Code;
    }

    [Fact]
    public void Its_shares_sum_to_it_and_no_part_bears_more_than_it_has() =>
        Gen.Select(Gen.Select(Gen.Long[0, 50_000], Gen.Long[0, 5_000], Gen.Long[0, 1_000], Gen.Long[0, 9_000], Gen.Long[0, 50_000]).Array[1, 12],
            Gen.Double.Unit, Gen.OneOf(Gen.Const("EUR"), Gen.Const("JPY"), Gen.Const("KWD"))).Sample((rows, fraction, currency) =>
        {
            var q = Currency.Of(currency).QuantumMinor;
            var parts = rows.Select((r, i) => new RefundablePart(
                $"so-{i}", "t", r.Item1 * q, r.Item2 * q, r.Item3 * q, r.Item4 * q, 0, Math.Min(r.Item1, r.Item5) * q)).ToList();
            var amount = (long)(parts.Sum(p => p.BuyerMinor) / q * fraction) * q;

            var shares = OutsideRefundSplit.Split(parts, amount, currency);

            Assert.Equal(amount, shares.Sum(s => s.Parts.BuyerMinor));
            foreach (var share in shares)
            {
                var part = parts.Single(p => p.SellerOrderId == share.SellerOrderId);
                Assert.InRange(share.Parts.SellerNetMinor, 0, part.SellerNetMinor);
                Assert.InRange(share.Parts.CommissionMinor, 0, part.CommissionMinor);
                Assert.InRange(share.Parts.CommissionTaxMinor, 0, part.CommissionTaxMinor);
                Assert.InRange(share.Parts.PlatformTaxMinor, 0, part.PlatformTaxMinor);
                Assert.InRange(share.Parts.SellerNetMinor - share.OwedMinor, 0, part.DueMinor);
            }
        });

    private static async Task RefundAtStripeAsync(StripeWorld world, long amountMinor, string order = "order-1") =>
        await world.ByHandAsync("/v1/refunds", ("payment_intent", await world.IntentOfAsync(order)), ("amount", $"{amountMinor}"));
}

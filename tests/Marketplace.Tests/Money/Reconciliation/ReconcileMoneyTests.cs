using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Ledger.Model;
using Marketplace.Money.Payments;
using Marketplace.Money.Reconciliation;
using Marketplace.Money.Reconciliation.Contracts;
using Marketplace.Money.Settlement;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Money.SoldOrder;

namespace Marketplace.Tests.Money.Reconciliation;

public sealed class ReconcileMoneyTests
{
    [Fact]
    public async Task The_processors_fee_is_the_platforms_expense_booked_once_and_the_balances_are_equal()
    {
        await using var world = await SoldAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Host.RunJobAsync("import-balance"))));
        await world.Host.RunJobAsync("import-balance");
        var seen = await ReconcileAsync(world);

        Assert.Equal(3_49, await world.BalanceAsync("stripe_fees"));
        Assert.Equal(110_00 - 3_49, await world.BalanceAsync("stripe"));
        var own = Assert.Single(seen.Balances, b => b.TenantId is null);
        Assert.Equal((106_51, 106_51, 0, 0), (own.StripeMinor, own.LedgerMinor, own.InFlightMinor, own.DifferenceMinor));
        Assert.Empty(own.Items);
    }

    [Fact]
    public async Task Sellers_accounts_hold_what_their_transfers_and_payouts_say()
    {
        await using var world = await SoldAsync();
        await world.ReleaseAsync("so-a");

        var seen = await ReconcileAsync(world);

        var theirs = Assert.Single(seen.Balances, b => b.TenantId == "seller-a" && b.CurrencyCode == "EUR");
        Assert.Equal(theirs.StripeMinor, theirs.LedgerMinor);
        Assert.Equal(106_51 - 59_00, seen.Balances.Single(b => b.TenantId is null).StripeMinor);
        Assert.All(seen.Balances, b => Assert.Equal(0, b.DifferenceMinor));
    }

    [Fact]
    public async Task Money_whose_webhook_is_late_is_in_flight_for_three_days_and_then_a_difference_until_it_is_booked()
    {
        await using var world = await SoldAsync();
        await world.PayAsync((await world.OpenAsync("order-2", 20_00)).PageUrl);

        var young = (await ReconcileAsync(world)).Balances.Single(b => b.TenantId is null);
        world.Clock.Advance(TimeSpan.FromDays(4));
        var old = (await ReconcileAsync(world)).Balances.Single(b => b.TenantId is null);
        var alerts = await world.AlertsAsync();
        await world.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await world.Host.SendAsync(Caller.System, new PostSale(new SaleToPost(
            "order-2", "buyer", "EUR", 20_00, "DE", world.Clock.GetUtcNow().UtcDateTime,
            [new SalePart("so-c", "seller-a", 20_00, 0, 0, 2_00, 0, 0, 7)])))).Done();
        var booked = (await ReconcileAsync(world)).Balances.Single(b => b.TenantId is null);

        Assert.Equal((20_00, 0), (young.InFlightMinor, young.DifferenceMinor));
        Assert.Equal((0, 20_00), (old.InFlightMinor, old.DifferenceMinor));
        Assert.Equal((DifferenceReason.NotBooked, "order-2"), (old.Items[0].Reason, old.Items[0].OrderId));
        Assert.Equal(AlertKind.Difference, Assert.Single(alerts).Kind);
        Assert.Equal((0, 0), (booked.InFlightMinor, booked.DifferenceMinor));
        Assert.Empty(await world.AlertsAsync());
    }

    [Fact]
    public async Task What_only_the_ledger_tells_is_a_difference_after_an_hour()
    {
        await using var world = await SoldAsync();
        (await world.Host.SendAsync(Caller.System, new PostSale(new SaleToPost(
            "order-9", "buyer", "EUR", 20_00, "DE", world.Clock.GetUtcNow().UtcDateTime,
            [new SalePart("so-c", "seller-a", 20_00, 0, 0, 2_00, 0, 0, 7)])))).Done();

        var young = (await ReconcileAsync(world)).Balances.Single(b => b.TenantId is null);
        world.Clock.Advance(TimeSpan.FromHours(2));
        var old = (await ReconcileAsync(world)).Balances.Single(b => b.TenantId is null);

        Assert.Equal((-20_00, 0), (young.InFlightMinor, young.DifferenceMinor));
        Assert.Equal(-20_00, old.DifferenceMinor);
        Assert.Equal((DifferenceReason.NotAtStripe, "order:order-9:sale"), (old.Items[0].Reason, old.Items[0].Reference));
    }

    [Fact]
    public async Task A_movement_that_nobody_knows_is_kept_in_suspense_until_a_person_explains_it()
    {
        await using var world = await SoldAsync(StripeWorld.AvailableAtOnceCard);
        await world.ByHandAsync(
            "/v1/transfers", ("amount", "1200"), ("currency", "eur"), ("destination", await world.AccountOfAsync("seller-b")));

        var seen = await ReconcileAsync(world);
        var unknown = Assert.Single(seen.Unknown);
        var seller = await world.Host.SendAsync(
            StripeWorld.SellerOf("seller-b"), new ExplainMovement(unknown.Id, "other_expense", "It was me"));
        var nonsense = await world.Host.SendAsync(Admin, new ExplainMovement(unknown.Id, "seller_held:seller-b", "No"));
        var suspense = await world.BalanceAsync("suspense");
        (await world.Host.SendAsync(Admin, new ExplainMovement(unknown.Id, "other_expense", "Goodwill, paid by hand"))).Done();
        var again = await world.Host.SendAsync(Admin, new ExplainMovement(unknown.Id, "bank", "Twice"));

        Assert.Equal(("transfer", -12_00), (unknown.Type, unknown.AmountMinor));
        Assert.NotNull(seller.Error);
        Assert.NotNull(nonsense.Error);
        Assert.Equal(12_00, suspense);
        Assert.Equal((0, 12_00), (await world.BalanceAsync("suspense"), await world.BalanceAsync("other_expense")));
        Assert.Equal("reconciliation.no-such-movement", again.Error?.Code);
        Assert.All(seen.Balances.Where(b => b.TenantId is null), b => Assert.Equal(0, b.DifferenceMinor));
        Assert.Empty((await ReconcileAsync(world)).Unknown);
    }

    [Fact]
    public async Task The_platforms_own_payout_leaves_the_balance_at_once_and_reaches_the_bank_when_it_arrives()
    {
        await using var world = await SoldAsync(StripeWorld.AvailableAtOnceCard);
        await world.ByHandAsync("/v1/payouts", ("amount", "3000"), ("currency", "eur"));

        var seen = await ReconcileAsync(world);
        var onItsWay = await world.BalanceAsync("payout_in_transit");
        await world.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.All(seen.Balances, b => Assert.Equal(0, b.DifferenceMinor));
        Assert.Equal(30_00, onItsWay);
        Assert.Equal((0, 30_00), (await world.BalanceAsync("payout_in_transit"), await world.BalanceAsync("bank")));
    }

    [Theory]
    [InlineData(StripeWorld.RefundPendingCard)]
    [InlineData(StripeWorld.RefundFailsCard)]
    public async Task However_a_refund_ends_the_books_agree_before_and_after(string card)
    {
        await using var world = await SoldAsync(card);
        (await world.Host.SendAsync(Caller.System, new RefundPayment(
            "re-b", "order-1", "so-b", null, new RefundBreakdown(41_00, 4_00, 0, 0), "Cancelled"))).Done();
        await world.Host.RunJobAsync("run-payment-commands");

        var before = await ReconcileAsync(world);
        await world.AdvanceAsync(TimeSpan.FromHours(2));
        var after = await ReconcileAsync(world);

        Assert.All(before.Balances, b => Assert.Equal(0, b.DifferenceMinor));
        Assert.All(after.Balances, b => Assert.Equal((0, 0), (b.InFlightMinor, b.DifferenceMinor)));
    }

    [Fact]
    public async Task A_dispute_takes_its_money_and_its_fee_and_the_books_still_agree()
    {
        await using var world = await SoldAsync();
        var charge = await world.Host.WithPlatformAsync(db => db.Set<Marketplace.Money.Payments.Model.Payment>()
            .Select(p => p.ChargeId!).SingleAsync());
        var dispute = world.Stripe.Control.Dispute(charge, 45_00);

        var seen = await ReconcileAsync(world);

        Assert.All(seen.Balances, b => Assert.Equal(0, b.DifferenceMinor));
        Assert.Equal(45_00, await world.BalanceAsync("dispute_suspense:" + dispute));
        Assert.Equal(15_00, await world.BalanceAsync("dispute_fees"));
    }

    [Fact]
    public async Task Only_the_platforms_staff_sees_the_comparison_and_without_Stripe_it_says_so()
    {
        await using var world = await SoldAsync();

        Assert.NotNull((await world.Host.SendAsync(StripeWorld.SellerOf("seller-a"), new GetReconciliation())).Error);
        Assert.NotNull((await world.Host.SendAsync(StripeWorld.SellerOf("seller-a"), new ReconcileNow())).Error);
        world.Stripe.Control.AddFault(new Marketplace.StripeSimulator.Faults.Fault(
            Marketplace.StripeSimulator.Faults.FaultKind.RateLimit, "/v1/balance", "GET", Count: 20));
        Assert.Equal("payment.unavailable", (await world.Host.SendAsync(Admin, new ReconcileNow())).Error?.Code);
    }

    private static async Task<ReconciliationView> ReconcileAsync(StripeWorld world)
    {
        (await world.Host.SendAsync(Admin, new ReconcileNow())).Required();
        return (await world.Host.SendAsync(Admin, new GetReconciliation())).Required();
    }
}

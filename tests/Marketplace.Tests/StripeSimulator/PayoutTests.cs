using Stripe;

namespace Marketplace.Tests.StripeSimulator;

public sealed class PayoutTests
{
    [Fact]
    public async Task A_seller_is_paid_out_daily_and_the_payout_lists_what_it_is_made_of()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.SellerAsync();
        await stripe.TransferAsync(seller, 5_900, (await stripe.PaidAsync()).Id);
        var asSeller = new RequestOptions { StripeAccount = seller.Id };

        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromDays(4), TestContext.Current.CancellationToken);

        var payout = Assert.Single(await stripe.V1.Payouts.ListAsync(null, asSeller));
        Assert.Equal((5_900, "paid", true), (payout.Amount, payout.Status, payout.Automatic));
        Assert.Equal("completed", payout.ReconciliationStatus);
        var parts = await stripe.V1.BalanceTransactions.ListAsync(
            new BalanceTransactionListOptions { Payout = payout.Id }, asSeller);
        Assert.Equal(0, parts.Sum(entry => entry.Net));
        Assert.Empty(await stripe.V1.Payouts.ListAsync());
    }

    [Fact]
    public async Task A_payout_to_a_closed_account_comes_back_and_asks_for_another_bank()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.SellerAsync(iban: "DE62370400440532013001");
        await stripe.TransferAsync(seller, 5_900, (await stripe.PaidAsync()).Id);
        var asSeller = new RequestOptions { StripeAccount = seller.Id };

        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromDays(4), TestContext.Current.CancellationToken);

        var payout = Assert.Single(await stripe.V1.Payouts.ListAsync(null, asSeller));
        var account = await stripe.V1.Accounts.GetAsync(seller.Id);
        Assert.Equal(("failed", "account_closed"), (payout.Status, payout.FailureCode));
        Assert.Equal((5_900, 0), await stripe.BalanceAsync(seller.Id));
        Assert.False(account.PayoutsEnabled);
        Assert.Equal("active", account.Capabilities.Transfers);
        Assert.Contains("external_account", account.Requirements.CurrentlyDue);
    }

    [Fact]
    public async Task A_paid_payout_can_still_fail()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        await stripe.PaidAsync(card: "4000000000000077");
        var payout = await PayOutAsync(stripe, 10_000);
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromDays(1), TestContext.Current.CancellationToken);
        Assert.Equal("paid", (await stripe.V1.Payouts.GetAsync(payout.Id)).Status);

        stripe.Host.Control.FailPayout(payout.Id);

        Assert.Equal("failed", (await stripe.V1.Payouts.GetAsync(payout.Id)).Status);
        Assert.Equal((10_651, 0), await stripe.BalanceAsync());
    }

    [Fact]
    public async Task A_manual_payout_needs_available_money_and_can_be_cancelled_while_pending()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        await stripe.PaidAsync(card: "4000000000000077");

        var refused = await Assert.ThrowsAsync<StripeException>(() => PayOutAsync(stripe, 10_652));
        var cancelled = await stripe.V1.Payouts.CancelAsync((await PayOutAsync(stripe, 10_651)).Id);

        Assert.Equal("balance_insufficient", refused.StripeError.Code);
        Assert.Equal("canceled", cancelled.Status);
        Assert.Equal((10_651, 0), await stripe.BalanceAsync());
    }

    [Fact]
    public async Task The_platform_is_paid_out_only_if_its_settings_say_so_and_above_the_minimum()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        await stripe.PaidAsync();
        Assert.Equal("manual", (await stripe.V1.BalanceSettings.GetAsync()).Payments.Payouts.Schedule.Interval);

        await stripe.V1.BalanceSettings.UpdateAsync(new BalanceSettingsUpdateOptions
        {
            Payments = new BalanceSettingsPaymentsOptions
            {
                Payouts = new BalanceSettingsPaymentsPayoutsOptions
                {
                    Schedule = new BalanceSettingsPaymentsPayoutsScheduleOptions { Interval = "daily" },
                    MinimumBalanceByCurrency = new Dictionary<string, long?> { ["eur"] = 651 },
                },
            },
        });
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromDays(3), TestContext.Current.CancellationToken);

        Assert.Equal(10_000, Assert.Single(await stripe.V1.Payouts.ListAsync()).Amount);
        Assert.Contains(EventTypes.BalanceAvailable, (await stripe.V1.Events.ListAsync()).Select(e => e.Type));
    }

    [Fact]
    public async Task Every_balance_is_the_sum_of_its_entries()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.SellerAsync();
        var charge = await stripe.PaidAsync();
        var transfer = await stripe.TransferAsync(seller, 5_900, charge.Id);
        await stripe.V1.Transfers.Reversals.CreateAsync(
            transfer.Id, new TransferReversalCreateOptions { Amount = 900 });
        await stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { Charge = charge.Id, Amount = 1_000 });
        stripe.Host.Control.Dispute(charge.Id, amountMinor: 2_000);
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromDays(1), TestContext.Current.CancellationToken);

        foreach (var account in new[] { null, seller.Id })
        {
            var entries = await stripe.V1.BalanceTransactions.ListAsync(
                new BalanceTransactionListOptions { Limit = 100 }, new RequestOptions { StripeAccount = account });
            var (available, pending) = await stripe.BalanceAsync(account);
            Assert.Equal(entries.Sum(entry => entry.Net), available + pending);
            Assert.All(entries, entry => Assert.Equal(entry.Amount - entry.Fee, entry.Net));
        }
    }

    private static Task<Payout> PayOutAsync(SimulatedStripe stripe, long amount) =>
        stripe.V1.Payouts.CreateAsync(new PayoutCreateOptions { Amount = amount, Currency = "eur" });
}

using Stripe;

namespace Marketplace.Tests.StripeSimulator;

public sealed class TransferTests
{
    [Fact]
    public async Task A_transfer_out_of_a_charge_waits_with_the_charge_and_arrives_with_it()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.SellerAsync();
        var charge = await stripe.PaidAsync();

        var transfer = await stripe.TransferAsync(seller, 5_900, charge.Id);

        Assert.Equal(("ord_1", charge.Id), (transfer.TransferGroup, transfer.SourceTransactionId));
        Assert.Equal((0, 4_751), await stripe.BalanceAsync());
        Assert.Equal((0, 5_900), await stripe.BalanceAsync(seller.Id));
        await stripe.V1.BalanceSettings.UpdateAsync(Manual(), new RequestOptions { StripeAccount = seller.Id });
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromDays(2), TestContext.Current.CancellationToken);
        Assert.Equal((4_751, 0), await stripe.BalanceAsync());
        Assert.Equal((5_900, 0), await stripe.BalanceAsync(seller.Id));
    }

    [Fact]
    public async Task Transfers_out_of_one_charge_never_exceed_it()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.SellerAsync();
        var charge = await stripe.PaidAsync();
        await stripe.TransferAsync(seller, 6_000, charge.Id);

        var refused = await Assert.ThrowsAsync<StripeException>(() => stripe.TransferAsync(seller, 5_001, charge.Id));

        Assert.Contains("must not exceed the source amount", refused.Message, StringComparison.Ordinal);
        await stripe.TransferAsync(seller, 5_000, charge.Id);
    }

    [Fact]
    public async Task Without_a_source_the_money_must_be_available()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.SellerAsync();
        await stripe.PaidAsync();

        var refused = await Assert.ThrowsAsync<StripeException>(() => stripe.TransferAsync(seller, 5_900));
        await stripe.PaidAsync(card: "4000000000000077");

        Assert.Equal("balance_insufficient", refused.StripeError.Code);
        Assert.Equal(5_900, (await stripe.TransferAsync(seller, 5_900)).Amount);
        Assert.Equal((5_900, 0), await stripe.BalanceAsync(seller.Id));
    }

    [Fact]
    public async Task A_seller_without_the_capability_gets_nothing()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.V1.Accounts.CreateAsync(SimulatedStripe.NewSeller());
        var charge = await stripe.PaidAsync();

        var refused = await Assert.ThrowsAsync<StripeException>(() => stripe.TransferAsync(seller, 100, charge.Id));

        Assert.Equal("insufficient_capabilities_for_transfer", refused.StripeError.Code);
    }

    [Fact]
    public async Task A_reversal_takes_back_what_is_there_and_no_more()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.SellerAsync();
        var charge = await stripe.PaidAsync();
        var transfer = await stripe.TransferAsync(seller, 5_900, charge.Id);

        var half = await stripe.V1.Transfers.Reversals.CreateAsync(
            transfer.Id, new TransferReversalCreateOptions { Amount = 2_950 });
        await Assert.ThrowsAsync<StripeException>(() => stripe.V1.Transfers.Reversals.CreateAsync(
            transfer.Id, new TransferReversalCreateOptions { Amount = 2_951 }));
        await stripe.V1.Transfers.Reversals.CreateAsync(transfer.Id);

        var after = await stripe.V1.Transfers.GetAsync(transfer.Id);
        Assert.Equal((2_950, true, 5_900), (half.Amount, after.Reversed, after.AmountReversed));
        Assert.Equal(2, after.Reversals.Data.Count);
        Assert.Equal(2, (await stripe.V1.Transfers.Reversals.ListAsync(transfer.Id)).Count());
        Assert.Equal((0, 10_651), await stripe.BalanceAsync());
        Assert.Equal((0, 0), await stripe.BalanceAsync(seller.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reversal_after_the_payout_fails_or_overdraws_as_configured(bool mayOverdraw)
    {
        await using var stripe = await SimulatedStripe.StartAsync(
            options => options with { ReversalMayOverdraw = mayOverdraw });
        var seller = await stripe.SellerAsync();
        var transfer = await stripe.TransferAsync(seller, 5_900, (await stripe.PaidAsync()).Id);
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromDays(4), TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), await stripe.BalanceAsync(seller.Id));

        if (mayOverdraw)
        {
            await stripe.V1.Transfers.Reversals.CreateAsync(transfer.Id);
            Assert.Equal((-5_900, 0), await stripe.BalanceAsync(seller.Id));
            return;
        }

        var refused = await Assert.ThrowsAsync<StripeException>(
            () => stripe.V1.Transfers.Reversals.CreateAsync(transfer.Id));
        Assert.Equal("balance_insufficient", refused.StripeError.Code);
    }

    [Fact]
    public async Task Transfers_are_found_by_group_and_destination()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var (a, b) = (await stripe.SellerAsync(), await stripe.SellerAsync());
        var charge = await stripe.PaidAsync();
        await stripe.TransferAsync(a, 1_000, charge.Id);
        await stripe.TransferAsync(b, 2_000, charge.Id);

        var group = await stripe.V1.Transfers.ListAsync(new TransferListOptions { TransferGroup = "ord_1" });
        var toB = await stripe.V1.Transfers.ListAsync(new TransferListOptions { Destination = b.Id });

        Assert.Equal(2, group.Count());
        Assert.Equal(2_000, Assert.Single(toB).Amount);
    }

    private static BalanceSettingsUpdateOptions Manual() => new()
    {
        Payments = new BalanceSettingsPaymentsOptions
        {
            Payouts = new BalanceSettingsPaymentsPayoutsOptions
            {
                Schedule = new BalanceSettingsPaymentsPayoutsScheduleOptions { Interval = "manual" },
            },
        },
    };
}

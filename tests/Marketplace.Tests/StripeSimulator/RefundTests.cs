using Stripe;

namespace Marketplace.Tests.StripeSimulator;

public sealed class RefundTests
{
    [Fact]
    public async Task Refunds_add_up_to_the_charge_and_leave_its_transfers_alone()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var seller = await stripe.SellerAsync();
        var charge = await stripe.PaidAsync();
        var transfer = await stripe.TransferAsync(seller, 5_900, charge.Id);
        await stripe.PaidAsync(50_000);

        var part = await RefundAsync(stripe, charge, 4_200);
        var tooMuch = await Assert.ThrowsAsync<StripeException>(() => RefundAsync(stripe, charge, 6_801));
        await RefundAsync(stripe, charge, 6_800);
        var again = await Assert.ThrowsAsync<StripeException>(() => RefundAsync(stripe, charge, 1));

        Assert.Equal("succeeded", part.Status);
        Assert.Equal("amount_too_large", tooMuch.StripeError.Code);
        Assert.Equal("charge_already_refunded", again.StripeError.Code);
        var after = await stripe.V1.Charges.GetAsync(charge.Id);
        Assert.True(after.Refunded);
        Assert.Equal(0, (await stripe.V1.Transfers.GetAsync(transfer.Id)).AmountReversed);
        Assert.Equal((0, 10_651 + 48_520 - 5_900 - 11_000), await stripe.BalanceAsync());
    }

    [Fact]
    public async Task A_refund_can_be_pending_and_succeed()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var charge = await stripe.PaidAsync(card: "4000000000007726");
        await stripe.PaidAsync();

        var refund = await RefundAsync(stripe, charge, null);
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal("pending", refund.Status);
        Assert.Equal("succeeded", (await stripe.V1.Refunds.GetAsync(refund.Id)).Status);
    }

    [Fact]
    public async Task A_succeeded_refund_can_fail_later_and_the_money_is_back()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var charge = await stripe.PaidAsync(card: "4000000000005126");
        await stripe.PaidAsync();
        var before = await stripe.BalanceAsync();

        var refund = await RefundAsync(stripe, charge, null);
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var failed = await stripe.V1.Refunds.GetAsync(refund.Id);
        var after = await stripe.BalanceAsync();
        Assert.Equal(("succeeded", "failed"), (refund.Status, failed.Status));
        Assert.NotNull(failed.FailureBalanceTransactionId);
        Assert.Equal(before.Available + before.Pending, after.Available + after.Pending);
        Assert.Equal(0, (await stripe.V1.Charges.GetAsync(charge.Id)).AmountRefunded);
        Assert.Contains(EventTypes.RefundFailed, (await stripe.V1.Events.ListAsync()).Select(e => e.Type));
    }

    [Fact]
    public async Task A_refund_the_balance_cannot_cover_waits_for_money()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var charge = await stripe.PaidAsync();

        var refund = await RefundAsync(stripe, charge, 11_000);
        await stripe.PaidAsync();
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromHours(2), TestContext.Current.CancellationToken);

        Assert.Equal(("pending", "insufficient_funds"), (refund.Status, refund.PendingReason));
        Assert.Equal("succeeded", (await stripe.V1.Refunds.GetAsync(refund.Id)).Status);
    }

    [Fact]
    public async Task A_dispute_takes_the_money_and_bars_refunds_until_it_is_won()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var charge = await stripe.PaidAsync(card: "4000000000000259");
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        var dispute = Assert.Single(await stripe.V1.Disputes.ListAsync(new DisputeListOptions { Charge = charge.Id }));
        Assert.Equal(("needs_response", "fraudulent"), (dispute.Status, dispute.Reason));
        Assert.Equal((-11_000, 1_500), Entry(Assert.Single(dispute.BalanceTransactions)));

        var refused = await Assert.ThrowsAsync<StripeException>(() => RefundAsync(stripe, charge, 100));
        var answered = await stripe.V1.Disputes.UpdateAsync(dispute.Id, new DisputeUpdateOptions
        {
            Evidence = new DisputeEvidenceOptions { UncategorizedText = "winning_evidence" },
            Submit = true,
        });

        Assert.Equal("charge_disputed", refused.StripeError.Code);
        Assert.Equal(("won", 2), (answered.Status, answered.BalanceTransactions.Count));
        var types = (await stripe.V1.Events.ListAsync()).Select(e => e.Type).ToList();
        Assert.Contains(EventTypes.ChargeDisputeFundsReinstated, types);
        Assert.Contains(EventTypes.ChargeDisputeClosed, types);
    }

    [Fact]
    public async Task An_inquiry_moves_no_money()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var charge = await stripe.PaidAsync();
        var before = await stripe.BalanceAsync();

        var id = stripe.Host.Control.Dispute(charge.Id, inquiry: true);

        var inquiry = await stripe.V1.Disputes.GetAsync(id);
        Assert.Equal("warning_needs_response", inquiry.Status);
        Assert.True(inquiry.IsChargeRefundable);
        Assert.Empty(inquiry.BalanceTransactions);
        Assert.Equal(before, await stripe.BalanceAsync());
        Assert.Equal("warning_closed", (await stripe.V1.Disputes.CloseAsync(id)).Status);
    }

    private static Task<Refund> RefundAsync(SimulatedStripe stripe, Charge charge, long? amount) =>
        stripe.V1.Refunds.CreateAsync(new RefundCreateOptions
        {
            PaymentIntent = charge.PaymentIntentId,
            Amount = amount,
            Reason = "requested_by_customer",
        });

    private static (long Amount, long Fee) Entry(BalanceTransaction entry) => (entry.Amount, entry.Fee);
}

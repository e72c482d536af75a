using System.Text.Json.Nodes;
using Stripe;

namespace Marketplace.Tests.StripeSimulator;

/// <summary>
/// Every resource has exactly the parts that Stripe's has, so that nothing is read here that is not there.
/// </summary>
public sealed class ShapeTests : IAsyncLifetime
{
    // The list of refunds is only included on request, and sources are a thing of the past.
    private static readonly Dictionary<string, string[]> LeftOut = new() { ["charge"] = ["refunds", "source"] };

    private SimulatedStripe stripe = null!;
    private Account seller = null!;
    private Charge charge = null!;
    private Transfer transfer = null!;

    public async ValueTask InitializeAsync()
    {
        stripe = await SimulatedStripe.StartAsync();
        seller = await stripe.SellerAsync();
        charge = await stripe.PaidAsync(card: "4000000000000077");
        transfer = await stripe.TransferAsync(seller, 500, charge.Id);
    }

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Fact]
    public async Task Payments_have_the_parts_of_stripes()
    {
        var session = Assert.Single(await stripe.V1.Checkout.Sessions.ListAsync());
        Same("checkout.session", await stripe.V1.Checkout.Sessions.GetAsync(session.Id));
        Same("item", await stripe.V1.Checkout.Sessions.LineItems.ListAsync(session.Id));
        Same("payment_intent", await stripe.V1.PaymentIntents.GetAsync(charge.PaymentIntentId));
        Same("charge", charge);
        Same("refund", await stripe.V1.Refunds.CreateAsync(
            new RefundCreateOptions { Charge = charge.Id, Amount = 100 }));
        var dispute = stripe.Host.Control.Dispute(charge.Id);
        Same("dispute", await stripe.V1.Disputes.GetAsync(dispute));
        Same("event", await stripe.V1.Events.ListAsync());
    }

    [Fact]
    public async Task Accounts_have_the_parts_of_stripes()
    {
        Same("account", seller);
        Same("capability", await stripe.V1.Accounts.Capabilities.GetAsync(seller.Id, "transfers"));
        Same("login_link", await stripe.V1.Accounts.LoginLinks.CreateAsync(seller.Id));
        Same("account_link", await stripe.V1.AccountLinks.CreateAsync(new AccountLinkCreateOptions
        {
            Account = seller.Id,
            Type = "account_onboarding",
            RefreshUrl = "http://localhost/refresh",
            ReturnUrl = "http://localhost/return",
        }));
    }

    [Fact]
    public async Task Money_has_the_parts_of_stripes()
    {
        Same("transfer", transfer);
        Same("transfer_reversal", await stripe.V1.Transfers.Reversals.CreateAsync(transfer.Id));
        Same("payout", await stripe.V1.Payouts.CreateAsync(new PayoutCreateOptions { Amount = 100, Currency = "eur" }));
        Same("balance", await stripe.V1.Balance.GetAsync());
        Same("balance_settings", await stripe.V1.BalanceSettings.GetAsync());
        Same("balance_transaction", await stripe.V1.BalanceTransactions.ListAsync());
    }

    private static void Same(string resource, StripeEntity answer)
    {
        var body = JsonNode.Parse(answer.StripeResponse.Content)!.AsObject();
        if (body["data"] is JsonArray list) body = list[0]!.AsObject();
        var names = body.Select(part => part.Key).ToHashSet();
        var expected = StripeShapes.Of(resource).Except(LeftOut.GetValueOrDefault(resource) ?? []);
        Assert.Equal(expected.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }
}

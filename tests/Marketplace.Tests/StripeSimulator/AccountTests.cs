using System.Net;
using Stripe;

namespace Marketplace.Tests.StripeSimulator;

public sealed class AccountTests : IAsyncLifetime
{
    private readonly HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private SimulatedStripe stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await SimulatedStripe.StartAsync();

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await stripe.DisposeAsync();
    }

    [Fact]
    public async Task A_new_seller_has_requirements_and_no_active_transfers()
    {
        var account = await stripe.V1.Accounts.CreateAsync(SimulatedStripe.NewSeller());

        Assert.Equal("inactive", account.Capabilities.Transfers);
        Assert.Contains("external_account", account.Requirements.CurrentlyDue);
        Assert.Equal(
            ("application", "express"), (account.Controller.Losses.Payments, account.Controller.StripeDashboard.Type));
        Assert.False(account.PayoutsEnabled);
    }

    [Fact]
    public async Task Losses_without_fees_on_the_application_are_refused()
    {
        var options = SimulatedStripe.NewSeller();
        options.Controller.Fees = null;

        await Assert.ThrowsAsync<StripeException>(() => stripe.V1.Accounts.CreateAsync(options));
    }

    [Theory]
    [InlineData("Verified", "active", true, null)]
    [InlineData("MoreNeeded", "inactive", false, "requirements.past_due")]
    [InlineData("Rejected", "inactive", false, "rejected.fraud")]
    public async Task Onboarding_ends_as_chosen_and_returns(
        string end, string transfers, bool payouts, string? disabled)
    {
        var account = await stripe.V1.Accounts.CreateAsync(SimulatedStripe.NewSeller());
        var link = await LinkAsync(account.Id);
        using var page = await browser.GetAsync(link.Url);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        using var saved = await browser.PostAsync(link.Url, Answers(end, "DE89 3704 0044 0532 0130 00"));

        Assert.Equal("http://localhost/return", saved.Headers.Location!.ToString());
        var after = await stripe.V1.Accounts.GetAsync(account.Id);
        Assert.Equal(
            (transfers, payouts, true), (after.Capabilities.Transfers, after.PayoutsEnabled, after.DetailsSubmitted));
        Assert.Equal(disabled, after.Requirements.DisabledReason);
        Assert.Equal("3000", Assert.IsType<BankAccount>(Assert.Single(after.ExternalAccounts)).Last4);
    }

    [Fact]
    public async Task A_wrong_answer_is_explained_and_kept()
    {
        var account = await stripe.V1.Accounts.CreateAsync(SimulatedStripe.NewSeller());
        var link = await LinkAsync(account.Id);
        using var page = await browser.GetAsync(link.Url);

        using var refused = await browser.PostAsync(link.Url, Answers("Verified", "12 34"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var text = await refused.Content.ReadAsStringAsync();
        Assert.Contains("An IBAN starts with two letters", text, StringComparison.Ordinal);
        Assert.Contains("value=\"12 34\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_works_once_and_for_minutes_only()
    {
        var account = await stripe.V1.Accounts.CreateAsync(SimulatedStripe.NewSeller());
        var used = await LinkAsync(account.Id);
        var late = await LinkAsync(account.Id);
        using var first = await browser.GetAsync(used.Url);

        using var again = await browser.GetAsync(used.Url);
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromMinutes(6), TestContext.Current.CancellationToken);
        using var tooLate = await browser.GetAsync(late.Url);

        Assert.Equal("http://localhost/refresh", again.Headers.Location!.ToString());
        Assert.Equal("http://localhost/refresh", tooLate.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Other_parts_of_an_account_can_be_read_and_changed()
    {
        var account = await stripe.SellerAsync();
        var update = new AccountUpdateOptions { Metadata = new Dictionary<string, string> { ["seller"] = "s1" } };
        var changed = await stripe.V1.Accounts.UpdateAsync(account.Id, update);
        var login = await stripe.V1.Accounts.LoginLinks.CreateAsync(account.Id);
        var capability = await stripe.V1.Accounts.Capabilities.GetAsync(account.Id, "transfers");
        var self = await stripe.V1.Accounts.GetSelfAsync();

        Assert.Equal("s1", changed.Metadata["seller"]);
        Assert.Contains(account.Id, await browser.GetStringAsync(login.Url), StringComparison.Ordinal);
        Assert.Equal(("active", "eur"), (capability.Status, self.DefaultCurrency));
        Assert.Single(await stripe.V1.Accounts.ListAsync());
    }

    [Fact]
    public async Task A_capability_can_be_lost_again_and_an_account_rejected()
    {
        var account = await stripe.SellerAsync();

        stripe.Host.Control.SetRequirements(account.Id, ["individual.verification.document"]);
        var restricted = await stripe.V1.Accounts.GetAsync(account.Id);
        var rejected = await stripe.V1.Accounts.RejectAsync(account.Id, new AccountRejectOptions { Reason = "fraud" });

        Assert.Equal("inactive", restricted.Capabilities.Transfers);
        Assert.Equal("rejected.fraud", rejected.Requirements.DisabledReason);
    }

    [Fact]
    public async Task A_foreign_account_is_forbidden_not_missing()
    {
        var refused = await Assert.ThrowsAsync<StripeException>(() => stripe.V1.Accounts.GetAsync("acct_nobody"));

        Assert.Equal((HttpStatusCode.Forbidden, "account_invalid"), (refused.HttpStatusCode, refused.StripeError.Code));
    }

    private Task<AccountLink> LinkAsync(string account) =>
        stripe.V1.AccountLinks.CreateAsync(new AccountLinkCreateOptions
        {
            Account = account,
            Type = "account_onboarding",
            RefreshUrl = "http://localhost/refresh",
            ReturnUrl = "http://localhost/return",
        });

    private static FormUrlEncodedContent Answers(string end, string iban) => new(
    [
        new("business_type", "individual"), new("name", "Anna's lamps"), new("iban", iban), new("confirmed", "yes"),
        new("end", end),
    ]);
}

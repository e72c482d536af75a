using System.Net;
using System.Text;
using Marketplace.StripeSimulator;
using Stripe;

namespace Marketplace.Tests.StripeSimulator;

public sealed class StateTests
{
    [Fact]
    public async Task Everything_answered_is_there_again_after_a_start_from_the_same_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"simulator-{Guid.NewGuid():N}.db");
        string session;
        long balance;
        await using (var before = await SimulatedStripe.StartAsync(options => options with { DataPath = file }))
        {
            var charge = await before.PaidAsync();
            session = Assert.Single(await before.V1.Checkout.Sessions.ListAsync()).Id;
            var seller = await before.SellerAsync();
            await before.TransferAsync(seller, 100, charge.Id, "transfer:1");
            await before.Host.Control.AdvanceAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
            balance = (await before.BalanceAsync()).Pending;
        }

        await using (var after = await SimulatedStripe.StartAsync(options => options with { DataPath = file }))
        {
            Assert.Equal("paid", (await after.V1.Checkout.Sessions.GetAsync(session)).PaymentStatus);
            Assert.Equal(balance, (await after.BalanceAsync()).Pending);
            Assert.Equal(SimulatedStripe.Start.AddHours(1), after.Host.Control.Now);
            var transfer = Assert.Single(await after.V1.Transfers.ListAsync());
            var seller = await after.V1.Accounts.GetAsync(transfer.DestinationId);
            Assert.Equal(
                transfer.Id, (await after.TransferAsync(seller, 100, transfer.SourceTransactionId, "transfer:1")).Id);
        }

        foreach (var part in Directory.GetFiles(
            Path.GetTempPath(), Path.GetFileName(file) + "*")) System.IO.File.Delete(part);
    }

    [Fact]
    public async Task Reset_forgets_everything()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        await stripe.PaidAsync();

        stripe.Host.Control.Reset();

        Assert.Empty(await stripe.V1.Charges.ListAsync());
        Assert.Equal((0, 0), await stripe.BalanceAsync());
    }

    [Fact]
    public async Task Other_machines_and_real_keys_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => SimulatorHost.StartAsync(
                new SimulatorOptions { Urls = "http://0.0.0.0:0" }, TestContext.Current.CancellationToken));
        await using var stripe = await SimulatedStripe.StartAsync();
        var live = new RequestOptions { ApiKey = "sk_live_never" };

        var refused = await Assert.ThrowsAsync<StripeException>(() => stripe.V1.Balance.GetAsync(null, live));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.HttpStatusCode);
    }

    [Theory]
    [InlineData("amount=100&currency=eur&destination=acct_1&colour=red", "parameter_unknown", "colour")]
    [InlineData("amount=100&currency=eur", "parameter_missing", "destination")]
    [InlineData("amount=ten&currency=eur&destination=acct_1", "parameter_invalid_integer", "amount")]
    public async Task Unknown_missing_and_malformed_parameters_are_named(string body, string code, string param)
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, stripe.Host.Url + "/v1/transfers");
        request.Headers.Add("Authorization", "Bearer sk_test_1");
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
        Assert.Contains($"\"param\":\"{param}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_control_api_moves_the_clock_pays_and_plans_trouble_from_outside()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(stripe.Host.Url) };
        var session = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());

        await PostAsync(http, $"/_control/checkout/{session.Id}/pay", """{"card":"4242424242424242"}""");
        await PostAsync(http, "/_control/clock", """{"advanceSeconds":3600}""");
        await PostAsync(http, "/_control/faults", """{"kind":"RateLimit","path":"/v1/balance"}""");

        Assert.Equal("paid", (await stripe.V1.Checkout.Sessions.GetAsync(session.Id)).PaymentStatus);
        Assert.Equal(SimulatedStripe.Start.AddHours(1), stripe.Host.Control.Now);
        await Assert.ThrowsAsync<StripeException>(() => stripe.V1.Balance.GetAsync());
        await PostAsync(http, "/_control/reset", "{}");
        Assert.Empty(await stripe.V1.Checkout.Sessions.ListAsync());
    }

    private static async Task PostAsync(HttpClient http, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(path, content, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
    }
}

using System.Net;
using Marketplace.StripeSimulator.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Marketplace.Tests.StripeSimulator;

public sealed class ForwardedPagesTests
{
    [Fact]
    public async Task The_pages_work_under_the_shops_own_address_and_nothing_else_does()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var shop = builder.Build();
        shop.MapStripeSimulatorPages("/stripe-simulator", () => stripe.Host.Url);
        await shop.StartAsync(TestContext.Current.CancellationToken);
        stripe.Host.Options.PublicBaseUrl = shop.Urls.First() + "/stripe-simulator";
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        var session = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());
        using var page = await browser.GetAsync(session.Url, TestContext.Current.CancellationToken);
        using var css = await browser.GetAsync(
            new Uri(new Uri(session.Url), "../../assets/simulator.css"), TestContext.Current.CancellationToken);
        using var asked = await browser.PostAsync(
            session.Url, Card("4000002500003155"), TestContext.Current.CancellationToken);
        using var api = await browser.GetAsync(
            stripe.Host.Options.PublicBaseUrl + "/_control/clock", TestContext.Current.CancellationToken);

        Assert.StartsWith(stripe.Host.Options.PublicBaseUrl + "/c/pay/cs_test_", session.Url, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, css.StatusCode));
        Assert.Contains(
            "form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var challenge = new Uri(new Uri(session.Url), asked.Headers.Location!);
        Assert.Contains(
            "Do you confirm",
            await browser.GetStringAsync(challenge, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
    }

    private static FormUrlEncodedContent Card(string number) => new(
    [
        new("email", "anna@example.com"), new("method", "card"), new("number", number), new("expiry", "12 / 34"),
        new("cvc", "123"),
    ]);
}

using System.Net;
using Stripe.Checkout;

namespace Marketplace.Tests.StripeSimulator;

public sealed class PayPageTests : IAsyncLifetime
{
    private readonly HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private SimulatedStripe stripe = null!;
    private Session session = null!;

    public async ValueTask InitializeAsync()
    {
        stripe = await SimulatedStripe.StartAsync();
        session = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await stripe.DisposeAsync();
    }

    [Fact]
    public async Task The_page_says_that_it_is_no_real_money_and_needs_no_script()
    {
        using var answer = await browser.GetAsync(session.Url);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("no real money", page, StringComparison.Ordinal);
        Assert.Contains("Pay €110.00", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://localhost", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_card_leads_to_the_success_page_with_the_session_id()
    {
        using var answer = await PayAsync("4242 4242 4242 4242");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"http://localhost/paid?session={session.Id}", answer.Headers.Location!.ToString());
        Assert.Equal("paid", (await stripe.V1.Checkout.Sessions.GetAsync(session.Id)).PaymentStatus);
    }

    [Fact]
    public async Task A_declined_card_keeps_what_was_typed_and_says_why()
    {
        using var answer = await PayAsync("4000000000009995");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.PaymentRequired, answer.StatusCode);
        Assert.Contains("insufficient funds", page, StringComparison.Ordinal);
        Assert.Contains("value=\"4000000000009995\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"12 / 34\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"anna@example.com\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text_only()
    {
        using var answer = await PayAsync("\"><script>alert(1)</script>");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("complete", "paid", "complete")]
    [InlineData("fail", "unpaid", "open")]
    public async Task Three_d_secure_asks_and_takes_the_answer(string answer, string payment, string status)
    {
        using var asked = await PayAsync("4000002500003155");
        Assert.Equal($"{session.Id}/challenge", asked.Headers.Location!.ToString());
        var challenge = new Uri(new Uri(session.Url), asked.Headers.Location);
        Assert.Contains("Do you confirm", await browser.GetStringAsync(challenge), StringComparison.Ordinal);

        using var decided = await browser.PostAsync(challenge, new FormUrlEncodedContent([new("answer", answer)]));

        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        var after = await stripe.V1.Checkout.Sessions.GetAsync(session.Id);
        Assert.Equal((payment, status), (after.PaymentStatus, after.Status));
    }

    [Fact]
    public async Task A_second_tab_cannot_pay_again()
    {
        using var first = await PayAsync("4242424242424242");
        using var second = await PayAsync("4242424242424242");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Single(await stripe.V1.Charges.ListAsync());
    }

    private Task<HttpResponseMessage> PayAsync(string card) => browser.PostAsync(
        session.Url ?? $"{stripe.Host.Url}/c/pay/{session.Id}",
        new FormUrlEncodedContent(
        [
            new("email", "anna@example.com"), new("method", "card"), new("number", card), new("expiry", "12 / 34"),
            new("cvc", "123"), new("name", "Anna"),
        ]));
}

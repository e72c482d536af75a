using Marketplace.Kernel.Values;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Storefront.Checkout;

/// <summary>A guest with a browser who buys one piece of one thing, page by page.</summary>
internal sealed class RushShopper(TestMarket market, int number) : IDisposable
{
    private readonly Visitor _browser = Patient(market.As(null).AsGuest(Ids.From("buyer", $"rush-{number}")));
    private Answer? _review;

    public string BuyerId { get; } = Ids.From("buyer", $"rush-{number}");

    public List<Answer> Answers { get; } = [];

    /// <summary>Where the button led, if there was a piece left.</summary>
    public string? PayPage { get; private set; }

    public bool HasBought { get; private set; }

    /// <summary>Whether the shop said in words that it is sold out, and that nothing was charged.</summary>
    public bool WasToldSo { get; private set; }

    public async Task FillBasketAsync(params string[] offers)
    {
        foreach (var offer in offers)
            Keep(await _browser.PostAsync("/cart?handler=Add", ("offerId", offer), ("quantity", "1")));
        Keep(await _browser.PostAsync(
            "/checkout", ("Input.Details.Email", $"rush-{number}@example.com"), ("Input.Details.ShipTo.Name", "Ida Rush"),
            ("Input.Details.ShipTo.Line1", "Am Markt 1"), ("Input.Details.ShipTo.Postcode", "99423"),
            ("Input.Details.ShipTo.City", "Weimar")));
        _review = Keep(await _browser.GetAsync("/checkout/review"));
        Assert.Equal(200, _review.Code);
    }

    public Task PressAsync() => PressAsync(_review!);

    /// <summary>On the page that said what is missing.</summary>
    public Task PressAgainAsync() => PressAsync(Answers[^1]);

    public async Task PayAndComeBackAsync()
    {
        var paid = Keep(await _browser.SendAsync(HttpMethod.Post, PayPage!, new FormUrlEncodedContent(
        [
            new("email", $"rush-{number}@example.com"), new("method", "card"), new("number", "4242424242424242"),
            new("expiry", "12 / 34"), new("cvc", "123"), new("name", "Ida Rush"),
        ])));
        var back = Keep(await _browser.GetAsync(paid.LeadsTo));
        HasBought = back.IsRedirect && back.LeadsTo.StartsWith("/orders/", StringComparison.Ordinal);
    }

    /// <summary>The bank says later whether it goes through.</summary>
    public async Task PayByDebitAsync(string iban) => Keep(await _browser.SendAsync(
        HttpMethod.Post, PayPage!, new FormUrlEncodedContent(
        [
            new("email", $"rush-{number}@example.com"), new("method", "bank_debit"), new("iban", iban), new("name", "Ida Rush"),
        ])));

    public void Dispose() => _browser.Dispose();

    private async Task PressAsync(Answer page)
    {
        var form = PageForm.In(page, "/checkout/review").Single(f => f.Fields.Any(x => x.Name == "ExpectedTotalMinor"));
        var pressed = Keep(await _browser.PostAsync("/checkout/review", form.Body()));
        if (pressed.IsRedirect && pressed.LeadsTo.StartsWith("/stripe-simulator/", StringComparison.Ordinal))
        {
            PayPage = pressed.LeadsTo;
            return;
        }

        var told = pressed.IsRedirect ? Keep(await _browser.GetAsync(pressed.LeadsTo)) : pressed;
        WasToldSo = told.Body.Contains("sold", StringComparison.OrdinalIgnoreCase)
            && told.Body.Contains("Nothing has been charged", StringComparison.Ordinal);
    }

    /// <summary>Two hundred at once on a small machine take their time.</summary>
    private static Visitor Patient(Visitor visitor)
    {
        visitor.Http.Timeout = TimeSpan.FromMinutes(5);
        return visitor;
    }

    private Answer Keep(Answer answer)
    {
        Answers.Add(answer);
        return answer;
    }
}

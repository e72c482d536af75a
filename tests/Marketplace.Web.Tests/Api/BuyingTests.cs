using System.Text.Json.Nodes;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Api;

public sealed class BuyingTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private readonly string _offer = "off_" + world.Market.Products[TestMarket.Pottery].Offer;

    private static JsonNode Checkout(long total) => JsonNode.Parse(
        $$$"""
        {"email":"nora@example.org","currencyCode":"EUR","expectedTotalMinor":{{{total}}},
         "shipTo":{"name":"Nora Nagel","line1":"Am Markt 4","postcode":"99423","city":"Weimar","country":"DE"}}
        """)!;

    [Fact]
    public async Task A_program_fills_a_cart_orders_leads_to_the_payment_page_and_follows_the_order()
    {
        using var program = await OpenAsync();
        var empty = await program.SendAsync("POST", "/cart/checkout", Checkout(2295));
        Assert.Equal((422, "checkout.empty-cart"), (empty.Code, empty.CodeIn()));
        var item = new JsonObject { ["offerId"] = _offer, ["quantity"] = 1, ["currencyCode"] = "EUR" };
        Assert.Equal(200, (await program.SendAsync("POST", "/cart/items", item)).Code);
        var cart = (await program.GetAsync("/cart?country=DE&currency=EUR&postcode=99423")).Json()!;
        Assert.Equal((1900, 395, 2295, true), ((int)cart["itemsMinor"]!, (int)cart["shippingMinor"]!, (int)cart["totalMinor"]!, (bool)cart["isReady"]!));

        var other = await program.SendAsync("POST", "/cart/checkout", Checkout(2294));
        Assert.Equal((409, "checkout.total-changed"), (other.Code, other.CodeIn()));
        var started = await program.SendAsync("POST", "/cart/checkout", Checkout(2295), ("Idempotency-Key", "one"));
        Assert.True(started.Code == 201, started.Body);
        var again = await program.SendAsync("POST", "/cart/checkout", Checkout(2295), ("Idempotency-Key", "one"));
        Assert.Equal(started.Body, again.Body);
        var (token, page) = ((string)started.Json()!["token"]!, (string)started.Json()!["paymentUrl"]!);
        Assert.Equal("awaitingPayment", (string)(await program.GetAsync("/purchases/" + token)).Json()!["state"]!);

        // A changed cart closes the page before and opens another.
        await program.SendAsync("PUT", "/cart/items/" + _offer, new JsonObject { ["quantity"] = 2 });
        var changed = await program.SendAsync("POST", "/cart/checkout", Checkout(4195));
        Assert.True(changed.Code == 201, changed.Body);
        Assert.NotEqual(page, (string)changed.Json()!["paymentUrl"]!);
        Assert.Equal("expired", (string)(await program.GetAsync("/purchases/" + token)).Json()!["state"]!);
        using var browser = world.Market.As(null);
        Assert.Equal(200, (await browser.GetAsync("/checkout/return?link=" + token)).Code);
        Assert.Equal(404, (await browser.GetAsync("/checkout/return?link=" + token[..^1] + "x")).Code);
    }

    [Fact]
    public async Task Without_its_token_a_cart_is_not_there_and_a_key_opens_none()
    {
        using var program = await OpenAsync();
        var item = new JsonObject { ["offerId"] = _offer, ["quantity"] = 1, ["currencyCode"] = "EUR" };
        await program.SendAsync("POST", "/cart/items", item);
        using var stranger = await OpenAsync();
        Assert.Empty((await stranger.GetAsync("/cart")).Json()!["sellers"]!.AsArray());
        Assert.Equal(404, (await stranger.SendAsync("DELETE", "/cart/items/" + _offer, null)).Code);

        foreach (var (key, cart) in new (string?, string?)[] { (null, null), (world.Key, null), (null, "ct_nonsense"), (null, "nonsense") })
        {
            using var client = new ApiClient(world.Market.Site, key, cart);
            var answer = await client.GetAsync("/cart");
            Assert.Equal((401, "api.no-cart"), (answer.Code, answer.CodeIn()));
        }
    }

    private async Task<ApiClient> OpenAsync()
    {
        using var anybody = new ApiClient(world.Market.Site, null);
        return new ApiClient(world.Market.Site, null, (string)(await anybody.SendAsync("POST", "/cart", null)).Json()!["token"]!);
    }
}

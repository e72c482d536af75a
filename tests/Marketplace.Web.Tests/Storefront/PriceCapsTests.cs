using System.Globalization;
using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Tests.World;
using Marketplace.Web.Storefront;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Storefront;

public sealed class PriceCapsTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Theory]
    [InlineData("EUR", "Gifts under €25")]
    [InlineData("JPY", "Gifts under ¥4,000")]
    [InlineData("KWD", "Gifts under KWD 8")]
    [InlineData("ISK", null)]
    public void The_amount_is_a_round_one_of_the_visitors_currency(string currency, string? said)
    {
        var caps = new Dictionary<string, long> { ["EUR"] = 25_00, ["JPY"] = 4000, ["KWD"] = 8_000 };

        Assert.Equal(said, PriceCaps.Say("Gifts under {price}", caps, currency, CultureInfo.GetCultureInfo("en-US"))?.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task A_shelf_with_caps_shows_what_costs_less_in_the_visitors_currency_and_is_named_so_in_the_menu()
    {
        var ada = await market.CallerAsync(TestMarket.Ada);
        var mug = market.Listings[TestMarket.Pottery][0].ListingId;
        (await market.Site.SendAsync(ada, new SaveCollection(
            "under-20", "Mugs under {price}", "", 1, [mug], new Dictionary<string, long> { ["EUR"] = 20_00 }))).Done();
        (await market.Site.SendAsync(ada, new SaveCollection(
            "under-19", "Mugs under {price}", "", 2, [mug], new Dictionary<string, long> { ["EUR"] = 19_00 }))).Done();
        (await market.Site.SendAsync(ada, new SaveHomePage(
            HomeHero.Empty with { Title = "Made by hand" }, [new HomeLink("Mugs under {price}", "/collections/under-20")], []))).Done();
        using var euro = market.As(null);
        using var dollar = market.Site.Visitor().With("market", "US.USD.en-US");

        var (below, not) = (await euro.GetAsync("/collections/under-20"), await euro.GetAsync("/collections/under-19"));
        var elsewhere = await dollar.GetAsync("/collections/under-20");

        Assert.Equal("Mugs under €20", below.Page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(below.Page.QuerySelectorAll("main .tile"));
        Assert.Empty(not.Page.QuerySelectorAll("main .tile"));
        Assert.Equal(200, elsewhere.Code);
        Assert.DoesNotContain("{price}", elsewhere.Body, StringComparison.Ordinal);
        Assert.Contains("Mugs under €20", below.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }
}

using Marketplace.Growth.Visits;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.Seller;

public sealed class VisitsPagesTests : IAsyncLifetime
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private readonly TestMarket _market = new();

    [Fact]
    public async Task A_product_page_that_somebody_opens_counts_from_the_shared_cache_too()
    {
        var address = "/p/" + _market.Products[TestMarket.Pottery].Address;
        using var visitor = _market.As(null);
        for (var i = 0; i < 3; i++) Assert.Equal(200, (await OpenAsync(visitor, address, Firefox)).Code);
        Assert.Equal(200, (await OpenAsync(visitor, address, "Mozilla/5.0 (compatible; Googlebot/2.1)")).Code);
        await visitor.SendAsync(HttpMethod.Get, address, null, ("User-Agent", Firefox), ("Sec-Purpose", "prefetch"));
        await visitor.SendAsync(HttpMethod.Head, address, null, ("User-Agent", Firefox));
        await OpenAsync(visitor, address + "/reviews", Firefox);
        await OpenAsync(visitor, "/p/old-words-" + address.Split('-')[^1], Firefox);
        await OpenAsync(visitor, "/p/nothing-zzzzzzzz", Firefox);

        await _market.Site.Services.GetRequiredService<ViewWriter>().WriteAsync(default);

        using var vera = _market.As(TestMarket.Vera);
        var page = await vera.GetAsync("/seller/pottery/visits");
        var row = Assert.Single(page.Page.QuerySelectorAll("main .card.scroll tbody tr"));
        Assert.Contains("Mug 0 of pottery", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("3", row.QuerySelector("td.num")!.TextContent.Trim());
        var home = await vera.GetAsync("/seller/pottery");
        var link = home.Page.QuerySelectorAll("a.statlink").First(a => a.TextContent.Contains("Pages opened", StringComparison.Ordinal));
        Assert.Equal("/seller/pottery/visits?days=14", link.GetAttribute("href"));
        Assert.Contains("3", link.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_that_nobody_has_looked_at_is_told_how_it_is_counted()
    {
        using var karl = _market.As(TestMarket.Karl);

        var page = await karl.GetAsync("/seller/kiln/visits?days=7&at=9");

        Assert.Equal(200, page.Code);
        Assert.NotNull(page.Page.QuerySelector("main .empty"));
    }

    public ValueTask InitializeAsync() => _market.InitializeAsync();

    public ValueTask DisposeAsync() => _market.DisposeAsync();

    private static Task<Answer> OpenAsync(Visitor visitor, string path, string agent) =>
        visitor.SendAsync(HttpMethod.Get, path, null, ("User-Agent", agent));
}

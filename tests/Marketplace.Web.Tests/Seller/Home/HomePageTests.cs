using Marketplace.Web.Admin;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Tests.Seller.Home;

public sealed class HomePageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task What_waits_leads_to_its_list_and_a_count_to_as_many_rows()
    {
        using var vera = market.As(TestMarket.Vera);
        var home = await vera.GetAsync("/seller/pottery");

        var todos = home.Page.QuerySelectorAll(".todo li").Select(li => (
            Count: li.QuerySelector(".n")!.TextContent.Trim(), Href: li.QuerySelector("a.btn")!.GetAttribute("href")!)).ToList();
        Assert.Contains(todos, t => t.Href.EndsWith("that=AskCancellation", StringComparison.Ordinal));
        foreach (var (count, href) in todos)
        {
            var list = await vera.GetAsync(href);
            Assert.True(list.Code == 200, $"{href}: {list.Said}");
            if (!href.Contains("that=", StringComparison.Ordinal)) continue;
            Assert.Equal(count, $"{list.Page.QuerySelectorAll("main tbody tr").Length}");
        }
    }

    [Fact]
    public async Task The_figures_of_sales_lead_to_the_orders_that_they_add_up()
    {
        using var vera = market.As(TestMarket.Vera);
        var home = await vera.GetAsync("/seller/pottery");

        foreach (var figure in home.Page.QuerySelectorAll("a.statlink[href*='that=AreSold']"))
        {
            var list = await vera.GetAsync(figure.GetAttribute("href")!);
            var orders = list.Page.QuerySelectorAll("main tbody tr").Length;
            Assert.Contains($"{orders} orders", figure.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_has_just_come_is_not_told_in_milliseconds()
    {
        using var scope = market.Site.Services.CreateScope();
        var words = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Words>>();

        Assert.Equal("just now", Ages.Waits(TimeSpan.FromMilliseconds(569), words));
        Assert.Equal("just now", Ages.Oldest(TimeSpan.FromMilliseconds(-3), words));
        Assert.Equal("waits 3 s", Ages.Waits(TimeSpan.FromSeconds(3.2), words));
        Assert.Equal("the oldest for 2 h", Ages.Oldest(TimeSpan.FromHours(2.5), words));
    }
}

using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Home;

public sealed class HomePageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task What_waits_is_counted_and_leads_to_its_list()
    {
        using var ada = market.As(TestMarket.Ada);
        var home = await ada.GetAsync("/admin");

        var counts = home.Page.QuerySelectorAll(".todo a.n").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent.Trim());
        Assert.Equal("3", counts["/admin/sellers?state=InReview"]);
        Assert.Equal("1", counts["/admin/mail?state=Dead"]);
        Assert.Equal("1", counts["/admin/jobs#events"]);
        Assert.Equal("1", counts["/admin/webhooks?state=Dead"]);
        Assert.Equal("1", counts["/admin/webhooks?show=calls"]);
        // The index has no list of what waits: nobody mends a single change by hand.
        foreach (var (href, count) in counts.Where(c => c.Key != "/admin/search-index"))
        {
            var list = await ada.GetAsync(href.Split('#')[0]);
            Assert.True(list.Code == 200, $"{href}: {list.Said}");
            var shown = list.Page.QuerySelectorAll("main tbody tr, main article, main .threads li").Length;
            Assert.True(shown >= int.Parse(count), $"{href} shows fewer than {count}");
        }
    }

    [Fact]
    public async Task Sales_are_shown_with_a_chart_and_its_numbers()
    {
        using var ada = market.As(TestMarket.Ada);
        var home = await ada.GetAsync("/admin");

        // Eleven mugs at 19.00 and 3.95 for shipping.
        Assert.Contains("€252.45", home.Page.QuerySelector(".stats")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(30, home.Page.QuerySelectorAll(".figure tbody tr").Length);
    }

    [Fact]
    public async Task Each_role_sees_what_it_may_open_and_no_more()
    {
        using var finn = market.As(TestMarket.Finn);
        var home = await finn.GetAsync("/admin");

        var links = home.Page.QuerySelectorAll("a[href^='/admin']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct().ToList();
        Assert.Contains("/admin/sellers", links);
        Assert.DoesNotContain(links, l => l.StartsWith("/admin/transfers", StringComparison.Ordinal));
        foreach (var link in links)
        {
            var answer = await finn.GetAsync(link);
            Assert.True(answer.Code == 200, $"{link}: {answer.Said}");
        }
    }
}

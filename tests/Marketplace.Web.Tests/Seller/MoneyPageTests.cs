using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Seller;

public sealed class MoneyPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Each_share_names_its_order_by_the_number_that_people_know_and_leads_to_it()
    {
        using var vera = market.As(TestMarket.Vera);

        var page = await vera.GetAsync("/seller/pottery/money");

        var links = page.Page.QuerySelectorAll("#s-shares ~ .scroll tbody td:first-child a").ToList();
        Assert.Equal(market.Orders.Count, links.Count);
        Assert.All(links, link => Assert.Matches(@"^\d+-1$", link.TextContent));
        foreach (var link in links)
            Assert.Contains(link.TextContent, (await vera.GetAsync(link.GetAttribute("href")!)).Body, StringComparison.Ordinal);
    }
}

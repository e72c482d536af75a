using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Money;

public sealed class LedgerPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Journals_are_found_by_order_by_seller_and_by_kind()
    {
        using var ada = market.As(TestMarket.Ada);
        var (pottery, kiln) = (TestMarket.TenantOf(TestMarket.Pottery), TestMarket.TenantOf(TestMarket.Kiln));

        // One journal of each of the eleven sales has two postings: the seller's share and the commission.
        Assert.Equal(22, await RowsAsync(ada, "kind=sale"));
        Assert.Equal(2, await RowsAsync(ada, "kind=sale&order=" + market.Orders[0].PublicId));
        Assert.Equal(2, await RowsAsync(ada, "kind=sale&order=" + market.Orders[0].OrderId));
        Assert.Equal(22, await RowsAsync(ada, "kind=sale&seller=" + pottery));
        Assert.Equal(0, await RowsAsync(ada, "kind=sale&seller=" + kiln));
        Assert.Equal(0, await RowsAsync(ada, "kind=payout"));
        Assert.Equal(0, await RowsAsync(ada, "kind=sale&before=00"));
    }

    [Fact]
    public async Task Orders_and_sellers_are_named_and_linked()
    {
        using var ada = market.As(TestMarket.Ada);

        var page = await ada.GetAsync("/admin/ledger?kind=sale&order=" + market.Orders[0].PublicId);

        var links = page.Page.QuerySelectorAll("main tbody a").ToLookup(a => a.GetAttribute("href")!, a => a.TextContent.Trim());
        Assert.StartsWith("Order 1", links["/admin/orders/" + market.Orders[0].PublicId].First(), StringComparison.Ordinal);
        Assert.Contains("pottery", links["/admin/sellers/" + TestMarket.TenantOf(TestMarket.Pottery)]);
        Assert.DoesNotContain("seller_held:", page.Body, StringComparison.Ordinal);
    }

    private static async Task<int> RowsAsync(Visitor visitor, string query)
    {
        var page = await visitor.GetAsync("/admin/ledger?" + query);
        Assert.True(page.Code == 200, page.Said);
        return page.Page.QuerySelectorAll("main tbody tr").Length;
    }
}

using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Money;

public sealed class LedgerPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Journals_are_found_by_order_by_seller_and_by_kind()
    {
        using var ada = market.As(TestMarket.Ada);
        var (pottery, kiln) = (TestMarket.TenantOf(TestMarket.Pottery), TestMarket.TenantOf(TestMarket.Kiln));

        // One journal of each of the seven sales has two postings: the seller's share and the commission.
        Assert.Equal(14, await RowsAsync(ada, "kind=sale"));
        Assert.Equal(2, await RowsAsync(ada, "kind=sale&order=" + market.Orders[0].PublicId));
        Assert.Equal(2, await RowsAsync(ada, "kind=sale&order=" + market.Orders[0].OrderId));
        Assert.Equal(14, await RowsAsync(ada, "kind=sale&seller=" + pottery));
        Assert.Equal(0, await RowsAsync(ada, "kind=sale&seller=" + kiln));
        Assert.Equal(0, await RowsAsync(ada, "kind=payout"));
        Assert.Equal(14, await RowsAsync(ada, "kind=sale&at=99"));
    }

    private static async Task<int> RowsAsync(Visitor visitor, string query)
    {
        var page = await visitor.GetAsync("/admin/ledger?" + query);
        Assert.True(page.Code == 200, page.Said);
        return page.Page.QuerySelectorAll("main tbody tr").Length;
    }
}

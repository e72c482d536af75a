using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Admin.Checks;

public sealed class ChecksPageTests
{
    [Fact]
    public async Task What_does_not_hold_stands_first_with_the_place_until_it_is_mended()
    {
        await using var market = new TestMarket();
        await market.InitializeAsync();
        using var ada = market.As(TestMarket.Ada);
        var never = await ada.GetAsync("/admin/checks");
        var offer = await market.OfferAsync(TestMarket.Kiln, 1);
        await ReserveAsync(market, offer, 1);

        // By the job itself: the page's button waits for ten seconds at most.
        await market.Site.RunJobAsync("check-invariants");
        var broken = await ada.GetAsync("/admin/checks");
        await ReserveAsync(market, offer, 0);
        await market.Site.RunJobAsync("check-invariants");
        var mended = await ada.GetAsync("/admin/checks");

        Assert.Contains("Not yet checked", never.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        var first = broken.Page.QuerySelectorAll("main tbody tr").TakeWhile(r => r.TextContent.Contains("Broken", StringComparison.Ordinal))
            .Single(r => r.TextContent.Contains("reserved-is-held", StringComparison.Ordinal)).TextContent;
        Assert.Contains(offer, first, StringComparison.Ordinal);
        Assert.Contains("1 are reserved, orders hold 0", first, StringComparison.Ordinal);
        Assert.DoesNotContain("reserved-is-held", Rows(mended, "Broken"), StringComparison.Ordinal);
        Assert.Contains("reserved-is-held", Rows(mended, "Holds"), StringComparison.Ordinal);
    }

    private static string Rows(Answer answer, string state) => string.Join('\n', answer.Page.QuerySelectorAll("main tbody tr")
        .Select(r => r.TextContent).Where(t => t.Contains(state, StringComparison.Ordinal)));

    private static Task<int> ReserveAsync(TestMarket market, string offer, int units) => market.Site.WithPlatformAsync(
        db => db.OfferStocks.Where(s => s.OfferId == offer).ExecuteUpdateAsync(s => s.SetProperty(r => r.Reserved, units)));
}

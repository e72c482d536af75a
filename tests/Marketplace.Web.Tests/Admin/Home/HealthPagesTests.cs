using Marketplace.Care.Health.Model;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Admin.Home;

public sealed class HealthPagesTests : IAsyncLifetime
{
    private readonly TestMarket _market = new();

    [Fact]
    public async Task Staff_sees_who_misses_a_mark_sets_the_marks_and_sees_to_it()
    {
        using var ada = _market.As(TestMarket.Ada);
        var list = await ada.GetAsync("/admin/seller-health?missed=true");
        var row = Assert.Single(list.Page.QuerySelectorAll("main tbody tr"));
        Assert.Contains("9.09%", row.QuerySelector(".bad")!.TextContent, StringComparison.Ordinal);

        Assert.True((await ada.PostAsync("/admin/seller-health?handler=Seen", ("tenant", TestMarket.TenantOf(TestMarket.Pottery)))).IsRedirect);
        Assert.Empty((await ada.GetAsync("/admin/seller-health?missed=true")).Page.QuerySelectorAll("main tbody tr"));

        var wrong = await SetAsync(ada, "four");
        Assert.Contains("A percentage, like 4 or 2.5", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"four\"", wrong.Body, StringComparison.Ordinal);
        Assert.True((await SetAsync(ada, "3.5")).IsRedirect);
        Assert.Equal(350, await _market.Site.WithPlatformAsync(db => db.HealthRules.Select(r => r.LateBps).SingleAsync()));
        Assert.Contains("Somebody else changed the marks", (await SetAsync(ada, "3")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seller_reads_each_number_its_rule_and_the_orders_behind_it()
    {
        await _market.Site.RunJobAsync("measure-health");
        using var vera = _market.As(TestMarket.Vera);

        var page = await vera.GetAsync("/seller/pottery/health");

        Assert.Equal(["h-LateShipments", "h-Cancellations", "h-Refunds", "h-Replies", "h-Rating"],
            page.Page.QuerySelectorAll("main section.card h2[id^='h-']").Select(h => h.Id!));
        Assert.Contains("0 of 11 orders", page.Page.QuerySelector("#h-Cancellations")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200, (await _market.As(TestMarket.Ada).GetAsync($"/admin/sellers/{TestMarket.TenantOf(TestMarket.Pottery)}/health")).Code);
    }

    public ValueTask InitializeAsync() => _market.InitializeAsync();

    public ValueTask DisposeAsync() => _market.DisposeAsync();

    private static Task<Answer> SetAsync(Visitor ada, string late) => ada.PostAsync(
        "/admin/seller-health", ("Input.Late", late), ("Input.Cancelled", "2.5"), ("Input.Refunded", "5"), ("Input.ReplyHours", "24"),
        ("Input.Rating", "4"), ("Input.Fewest", "10"), ("Input.Version", "0"));
}

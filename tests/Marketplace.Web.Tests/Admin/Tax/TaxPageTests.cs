using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Tax;

public sealed class TaxPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_country_that_is_sold_to_without_a_rate_is_pointed_out_until_it_has_one()
    {
        using var ada = market.As(TestMarket.Ada);
        var before = await ada.GetAsync("/admin/tax");
        var added = await ada.PostAsync(
            "/admin/tax", ("Input.Country", "FR"), ("Input.TaxCode", "standard"), ("Input.Name", "TVA"), ("Input.Rate", "20"),
            ("Input.PriceIncludesTax", "true"), ("Input.Collector", "Platform"));
        var after = await ada.GetAsync("/admin/tax");

        Assert.NotNull(before.Page.QuerySelector(".notice.warn a[href='?country=FR']"));
        Assert.True(added.IsRedirect, added.Said);
        Assert.Null(after.Page.QuerySelector(".notice.warn a[href='?country=FR']"));
        var row = after.Page.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("TVA", StringComparison.Ordinal));
        Assert.Contains("20%", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("include it", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("The platform", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_is_changed_from_its_row_and_keeps_its_place()
    {
        using var ada = market.As(TestMarket.Ada);
        var list = await ada.GetAsync("/admin/tax");
        var edit = list.Page.QuerySelectorAll("main section").Single(s => s.QuerySelector("h2")!.TextContent == "Germany")
            .QuerySelector("a[href^='?edit=']")!.GetAttribute("href");
        var page = await ada.GetAsync("/admin/tax" + edit);

        Assert.Equal("19", page.Page.GetElementById("Input_Rate")!.GetAttribute("value"));
        Assert.Equal("hidden", page.Page.QuerySelector("[name='Input.Country']")!.GetAttribute("type"));
    }

    [Fact]
    public async Task A_country_that_does_not_exist_is_refused()
    {
        using var ada = market.As(TestMarket.Ada);
        var answer = await ada.PostAsync(
            "/admin/tax", ("Input.Country", "XX"), ("Input.TaxCode", "standard"), ("Input.Name", "x"), ("Input.Rate", "1"));

        Assert.Equal(400, answer.Code);
        Assert.Equal(200, (await ada.GetAsync("/admin/tax")).Code);
    }
}

using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Commissions;

public sealed class CommissionsPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Rules_stand_in_their_order_and_the_default_last()
    {
        using var ada = market.As(TestMarket.Ada);
        Assert.Equal(["Mugs", "Kiln", "Platform default"], await NamesAsync(ada));

        await ada.PostAsync("/admin/commissions?handler=Move", ("id", market.Rules[1]), ("up", "true"));
        Assert.Equal(["Kiln", "Mugs", "Platform default"], await NamesAsync(ada));

        await ada.PostAsync("/admin/commissions?handler=Move", ("id", market.Rules[1]), ("up", "false"));
        await ada.PostAsync("/admin/commissions?handler=Move", ("id", market.Rules[1]), ("up", "false"));
        Assert.Equal(["Mugs", "Kiln", "Platform default"], await NamesAsync(ada));
    }

    [Fact]
    public async Task A_rule_for_a_shop_that_is_not_there_is_refused_beside_its_field()
    {
        using var ada = market.As(TestMarket.Ada);
        var answer = await ada.PostAsync(
            "/admin/commissions", ("Input.Name", "Nobody"), ("Input.Rate", "7.5"), ("Input.SellerSlug", "nobody"));

        Assert.Equal(400, answer.Code);
        Assert.Contains("No shop", answer.Page.GetElementById("Input_SellerSlug-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("7.5", answer.Page.GetElementById("Input_Rate")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("twelve", "A percentage")]
    [InlineData("51", "between 0 and 50")]
    public async Task What_is_no_commission_is_refused_beside_its_field(string rate, string why)
    {
        using var ada = market.As(TestMarket.Ada);
        var answer = await ada.PostAsync(
            "/admin/commissions", ("Input.Name", "Kiln"), ("Input.Rate", rate), ("Input.SellerSlug", TestMarket.Kiln));

        Assert.Equal(400, answer.Code);
        Assert.Contains(why, answer.Page.GetElementById("Input_Rate-error")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> NamesAsync(Visitor visitor) =>
        (await visitor.GetAsync("/admin/commissions")).Page.QuerySelectorAll("main tbody td:first-child b").Select(b => b.TextContent);
}

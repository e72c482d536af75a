using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Features;
using Marketplace.Tests.World;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Features;

public sealed class FeaturesPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Practice_is_there_for_the_shops_named_and_gone_for_the_others()
    {
        using var ada = market.As(TestMarket.Ada);
        using var vera = market.As(TestMarket.Vera);
        using var karl = market.As(TestMarket.Karl);

        var unknown = await ada.PostAsync("/admin/features", Switch("Practice", "Some", "kiln nobody"));
        Assert.Equal(400, unknown.Code);
        Assert.Contains("nobody", unknown.Page.QuerySelector("form .error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("kiln nobody", unknown.Body, StringComparison.Ordinal);
        Assert.True((await ada.PostAsync("/admin/features", Switch("Practice", "Some", "kiln"))).IsRedirect);

        Assert.Equal(200, (await karl.GetAsync("/seller/kiln/practice")).Code);
        Assert.Equal(404, (await vera.GetAsync("/seller/pottery/practice")).Code);
        Assert.Equal(404, (await vera.PostAsync("/seller/pottery/practice?handler=End")).Code);
        Assert.DoesNotContain("/practice", (await vera.GetAsync("/seller/pottery")).Body, StringComparison.Ordinal);
        Assert.Contains("/practice", (await karl.GetAsync("/seller/kiln")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_questions_a_listing_has_no_place_to_ask_and_its_page_stays()
    {
        var caller = await market.CallerAsync(TestMarket.Ada);
        using var mara = market.As(TestMarket.Mara);
        var path = "/p/" + market.Products[TestMarket.Kiln].Address;
        Assert.Contains(path + "/questions", (await mara.GetAsync(path)).Body, StringComparison.Ordinal);
        Assert.NotNull((await mara.GetAsync(path + "/questions")).Page.GetElementById("ask"));

        (await market.Site.SendAsync(caller, new SwitchFeature(Feature.Questions, 0, FeatureState.Off, 0, []))).Done();

        Assert.DoesNotContain(path + "/questions", (await mara.GetAsync(path)).Body, StringComparison.Ordinal);
        Assert.Null((await mara.GetAsync(path + "/questions")).Page.GetElementById("ask"));
        Assert.Equal(404, (await mara.PostAsync(path + "/questions", ("Input.Text", "May I ask all the same?"))).Code);
    }

    private static (string, string)[] Switch(string feature, string state, string sellers) =>
        [("Input.Feature", feature), ("Input.Version", "0"), ("Input.State", state), ("Input.Sellers", sellers)];
}

using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Settings;

public sealed class SettingsPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Theory]
    [InlineData("Input.Countries", "DE XX", "'XX' is no country")]
    [InlineData("Input.Currencies", "EUR, DOGE", "'DOGE' is no currency")]
    [InlineData("Input.Locales", "en-US english", "'english' is no language")]
    [InlineData("Input.HoldDays", "90", "Between 0 and 60 days")]
    public async Task A_code_nobody_knows_is_refused_beside_its_field_and_the_shop_goes_on(string field, string typed, string why)
    {
        using var ada = market.As(TestMarket.Ada);
        var form = PageForm.In(await ada.GetAsync("/admin/settings"), "/admin/settings").First(f => f.Fields.Any(x => x.Name == field));

        var answer = await ada.PostAsync("/admin/settings", form.Body(f => f.Name == field ? typed : f.Value));

        Assert.Equal(400, answer.Code);
        var id = field.Replace('.', '_');
        Assert.Contains(why, answer.Page.GetElementById(id + "-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(typed, answer.Page.GetElementById(id)!.OuterHtml, StringComparison.Ordinal);
        using var stranger = market.As(null);
        Assert.Equal(200, (await stranger.GetAsync("/")).Code);
    }

    [Fact]
    public async Task A_new_legal_text_is_a_new_version_that_buyers_read()
    {
        using var ada = market.As(TestMarket.Ada);
        foreach (var text in (string[])["First words", "Second words"])
            Assert.True((await ada.PostAsync("/admin/settings?handler=Text", ("kind", "Privacy"), ("text", text))).IsRedirect);

        using var stranger = market.As(null);
        Assert.Contains("Second words", (await stranger.GetAsync("/legal/privacy?once=1")).Body, StringComparison.Ordinal);
        Assert.Contains("version 2", (await ada.GetAsync("/admin/settings")).Body, StringComparison.Ordinal);
    }
}

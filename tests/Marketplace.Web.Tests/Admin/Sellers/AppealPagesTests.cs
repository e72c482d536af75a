using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Sellers;

public sealed class AppealPagesTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const string Onboarding = "/seller/kiln/onboarding";

    [Fact]
    public async Task A_suspended_shop_objects_on_its_page_and_staff_answer_on_theirs()
    {
        using var ada = market.As(TestMarket.Ada);
        using var karl = market.As(TestMarket.Karl);
        var file = "/admin/sellers/" + TestMarket.TenantOf(TestMarket.Kiln);
        Assert.Null((await karl.GetAsync(Onboarding)).Page.GetElementById("appeal"));
        Assert.True((await ada.PostAsync(file + "?handler=Suspend", ("Input.Reason", "Parcels never arrive."))).IsRedirect);
        Assert.DoesNotContain("handler=Grant", (await ada.GetAsync(file)).Body, StringComparison.Ordinal);
        market.Site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull((await karl.GetAsync(Onboarding)).Page.GetElementById("appeal"));
        var brief = await karl.PostAsync(Onboarding + "?handler=Appeal", ("text", "No"));
        Assert.Equal(400, brief.Code);
        Assert.True((await karl.PostAsync(Onboarding + "?handler=Appeal", ("text", "They all arrived, see the numbers."))).IsRedirect);
        Assert.Null((await karl.GetAsync(Onboarding)).Page.GetElementById("appeal"));
        Assert.Contains("You have objected", (await karl.GetAsync(Onboarding)).Body, StringComparison.Ordinal);

        Assert.Contains("They all arrived, see the numbers.", (await ada.GetAsync(file)).Page.QuerySelector("[aria-labelledby=s-appeal]")!.TextContent, StringComparison.Ordinal);
        market.Site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await ada.PostAsync(file + "?handler=Grant", ("Input.Reason", "The carrier says so, too."))).IsRedirect);
        using var stranger = market.As(null);
        Assert.Equal(200, (await stranger.GetAsync("/s/" + TestMarket.Kiln)).Code);
        Assert.Equal(409, (await ada.PostAsync(file + "?handler=Deny", ("Input.Reason", "Too late to deny it now."))).Code);
    }
}

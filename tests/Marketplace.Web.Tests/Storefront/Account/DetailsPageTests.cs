using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Storefront.Account;

public sealed class DetailsPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_wrong_present_password_is_told_at_its_field_and_changes_nothing()
    {
        using var mara = market.As(TestMarket.Mara);

        var answer = await mara.PostAsync(
            "/account/details?handler=Password", ("Secret.CurrentPassword", "not it at all"), ("Secret.Password", "A sentence that is new 42"));

        Assert.Equal(400, answer.Code);
        Assert.NotNull(answer.Page.QuerySelector("#Secret_CurrentPassword-error"));
        Assert.Null(answer.Page.QuerySelector("#Secret_CurrentPassword")!.GetAttribute("value"));
        Assert.Equal(200, (await mara.GetAsync("/account/details")).Code);
    }

    [Fact]
    public async Task An_unconfirmed_address_can_ask_for_its_link_and_a_confirmed_one_need_not()
    {
        using var mara = market.As(TestMarket.Mara);
        using var otto = market.As(TestMarket.Otto);

        Assert.Contains("handler=Confirm", (await mara.GetAsync("/account/details")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Confirm", (await otto.GetAsync("/account/details")).Body, StringComparison.Ordinal);
    }
}

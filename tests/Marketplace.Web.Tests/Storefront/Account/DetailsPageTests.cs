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
    public async Task A_new_mail_address_is_asked_for_at_its_field_and_waits_for_its_link()
    {
        using var otto = market.As(TestMarket.Otto);

        var wrong = await otto.PostAsync("/account/details?handler=Email", ("Mail.Email", "no address"));
        var asked = await otto.PostAsync("/account/details?handler=Email", ("Mail.Email", "otto@new.example.com"));

        Assert.NotNull(wrong.Page.QuerySelector("#Mail_Email-error"));
        Assert.True(asked.IsRedirect, asked.Said);
        Assert.Contains("otto@example.com", (await otto.GetAsync("/account/details")).Body, StringComparison.Ordinal);
    }
}

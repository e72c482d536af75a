using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Storefront.Account;

public sealed class EmailPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task The_wish_is_taken_with_the_password_and_refused_at_its_field_without()
    {
        using var mara = market.As(TestMarket.Mara);

        var wrong = await mara.PostAsync("/account/email", ("Input.Email", "mara@new.example"), ("Input.CurrentPassword", "not it at all"));
        var right = await mara.PostAsync("/account/email", ("Input.Email", "mara@new.example"), ("Input.CurrentPassword", TestMarket.Password));

        Assert.Equal(400, wrong.Code);
        Assert.NotNull(wrong.Page.QuerySelector("#Input_CurrentPassword-error"));
        Assert.True(right.IsRedirect, right.Said);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_until_its_button_is_pressed_and_a_spent_one_says_so()
    {
        using var anybody = market.As(null);

        Assert.Equal(200, (await anybody.GetAsync("/email-change/nobodys")).Code);
        var pressed = await anybody.PostAsync("/email-change/nobodys");

        Assert.Equal(400, pressed.Code);
        Assert.Contains("/account/email", pressed.Body, StringComparison.Ordinal);
    }
}

using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin;

/// <summary>What the forms of console and dashboard refuse before anything is sent, by the code of each refusal.</summary>
public sealed class WhatIsNoValueTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Theory]
    [InlineData("commission.rate", "/admin/commissions", "Input.Rate", "twelve", "A percentage")]
    [InlineData("plan.delta", "/admin/plans", "Input.Delta", "two", "A percentage")]
    [InlineData("commission.no-scope", "/admin/commissions", "Input.Rate", "12", "Name a seller or a category")]
    [InlineData("tax.rate", "/admin/tax", "Input.Rate", "a fifth", "A percentage")]
    [InlineData("health.marks", "/admin/seller-health", "Input.Late", "four", "A percentage")]
    [InlineData("staff.no-role", "/admin/staff?handler=Role", "email", "new@example.com", "Choose a role")]
    public async Task A_form_says_what_it_cannot_read(string code, string path, string field, string typed, string why)
    {
        using var ada = market.As(TestMarket.Ada);
        var answer = await ada.PostAsync(path, ("Input.Name", "A name"), (field, typed));

        Assert.True(answer.Code == 400, $"{code}: {answer.Code}");
        Assert.Contains(why, answer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seller.commission", "little")]
    public async Task Terms_agreed_with_a_seller_are_a_percentage(string code, string typed)
    {
        using var ada = market.As(TestMarket.Ada);
        var page = (await ada.GetAsync("/admin/sellers")).Page.QuerySelector("main tbody a[href^='/admin/sellers/']")!.GetAttribute("href");
        var answer = await ada.PostAsync(page + "?handler=Agree", ("Input.Commission", typed));

        Assert.True(answer.Code == 400, $"{code}: {answer.Code}");
        Assert.Contains("A percentage", answer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seller.colour", "reddish")]
    public async Task A_shops_colour_is_one_that_a_browser_knows(string code, string typed)
    {
        using var vera = market.As(TestMarket.Vera);
        var answer = await vera.PostAsync($"/seller/{TestMarket.Pottery}/settings/branding?handler=Preview", ("Input.BrandColour", typed));

        Assert.True(answer.Code == 400, $"{code}: {answer.Code}");
        Assert.Contains("A colour looks like", answer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

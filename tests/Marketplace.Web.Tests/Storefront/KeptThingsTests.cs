using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.Storefront;

/// <summary>What buyers keep, by plain forms.</summary>
public sealed class KeptThingsTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_guests_heart_works_without_scripts_and_shows_on_the_list_and_on_the_product()
    {
        using var guest = market.As(null);
        var page = "/p/" + market.Products[TestMarket.Pottery].Address;
        var empty = (await guest.GetAsync(page)).Page.QuerySelector("form[action='/saved?handler=Save']")!;
        var fields = empty.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToArray();

        var saved = await guest.PostAsync("/saved?handler=Save", fields);

        Assert.Equal(page, saved.LeadsTo);
        Assert.NotNull((await guest.GetAsync(page)).Page.QuerySelector("form[action='/saved?handler=Remove'] .heart.on"));
        var tile = Assert.Single((await guest.GetAsync("/saved")).Page.QuerySelectorAll("main .tile"));
        Assert.Equal(page, tile.QuerySelector("a.name")!.GetAttribute("href"));
        await guest.PostAsync("/saved?handler=Remove", fields);
        Assert.Empty((await guest.GetAsync("/saved")).Page.QuerySelectorAll("main .tile"));
    }

    [Fact]
    public async Task Checkout_starts_with_the_default_address_and_another_one_is_one_click_away()
    {
        using var mara = market.As(TestMarket.Mara);

        var first = (await mara.GetAsync("/checkout?address=" + market.Address)).Page;

        Assert.Equal("Am Markt 2", first.QuerySelector("[name='Input.Details.ShipTo.Line1']")!.GetAttribute("value"));
        var chips = first.QuerySelectorAll("a.chip[href^='/checkout?address=']");
        Assert.Equal(["Am Markt 1, Weimar", "Am Markt 2, Weimar"], chips.Select(c => c.TextContent.Trim()));
        Assert.Equal("true", chips[1].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_mail_programs_one_click_stops_a_kind_of_mail_and_opening_the_link_does_not()
    {
        var mara = await market.CallerAsync(TestMarket.Mara);
        var link = StopLink.Path(market.Site.Services.GetRequiredService<ISecretSeal>(), mara.BuyerId!, MailTopic.Answers);
        using var program = market.As(null);
        async Task<bool> WantsAsync() => (await market.Site.SendAsync(mara, new GetMailChoices())).Required()[MailTopic.Answers];

        (await program.Http.GetAsync(link)).EnsureSuccessStatusCode();
        Assert.True(await WantsAsync());
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        (await program.Http.PostAsync(link, body)).EnsureSuccessStatusCode();

        Assert.False(await WantsAsync());
    }
}

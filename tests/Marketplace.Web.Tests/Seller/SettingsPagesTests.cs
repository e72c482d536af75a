using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Seller;

public sealed class SettingsPagesTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const string Settings = "/seller/pottery/settings";

    [Fact]
    public async Task A_pale_colour_is_tried_on_and_not_saved()
    {
        using var vera = market.As(TestMarket.Vera);
        var tried = await vera.PostAsync(Settings + "/branding?handler=Preview", ("Input.BrandColour", "#ffd54f"));

        var page = await vera.GetAsync(tried.LeadsTo);
        var sheet = page.Page.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Single(h => h.Contains("brand-preview"));
        var saved = await vera.PostAsync(Settings + "/branding?handler=Save", ("Input.BrandColour", "#ffd54f"));

        Assert.Contains("Too pale", page.Body, StringComparison.Ordinal);
        Assert.Contains("#ffd54f", (await vera.GetAsync(sheet)).Body, StringComparison.Ordinal);
        Assert.Equal(400, saved.Code);
        Assert.DoesNotContain("#ffd54f", (await vera.GetAsync(Settings + "/branding")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("red;}*{display:none")]
    [InlineData("#12345")]
    [InlineData("#ABCDEF")]
    [InlineData("")]
    public async Task Nothing_but_a_colour_gets_into_the_sample_style_sheet(string colour)
    {
        using var vera = market.As(TestMarket.Vera);

        var answer = await vera.GetAsync(Settings + "/brand-preview.css?colour=" + Uri.EscapeDataString(colour));

        Assert.Equal(404, answer.Code);
    }

    [Fact]
    public async Task A_logo_that_is_no_picture_is_refused_at_its_field_and_the_text_stays()
    {
        using var vera = market.As(TestMarket.Vera);
        using var content = new MultipartFormDataContent { { new ByteArrayContent("<svg/>"u8.ToArray()), "Logo", "logo.svg" } };
        content.Add(new StringContent("What I typed"), "About.Tagline");
        var token = vera.Token();
        content.Add(new StringContent(token.Value), token.Key);

        var answer = await vera.SendAsync(HttpMethod.Post, Settings + "/profile?handler=About", content);

        Assert.Equal(400, answer.Code);
        Assert.Contains("This is no picture we can read", answer.Body, StringComparison.Ordinal);
        Assert.Equal("What I typed", answer.Page.QuerySelector("[name='About.Tagline']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_domain_works_once_its_record_is_found_and_no_longer_after_it_is_given_up()
    {
        using var karl = market.As(TestMarket.Karl);
        var page = $"/seller/{TestMarket.Kiln}/settings/domains";
        await karl.PostAsync(page + "?handler=Claim", ("Input.Host", "Kiln.Example"));
        var record = (await karl.GetAsync(page)).Page.QuerySelectorAll("tbody code").Select(c => c.TextContent).ToList();
        Assert.Equal(["kiln.example", WebSite.Host, "_marketplace-proof.kiln.example"], record.Take(3));

        var early = await karl.PostAsync(page + "?handler=Prove", ("host", "kiln.example"));
        Assert.Equal(422, early.Code);
        market.Site.Dns.Put(record[2], record[3]);
        Assert.True((await karl.PostAsync(page + "?handler=Prove", ("host", "kiln.example"))).IsRedirect);
        Assert.Contains("Works", (await karl.GetAsync(page)).Body, StringComparison.Ordinal);
        using var visitor = market.As(null);
        Assert.Equal(200, (await visitor.SendAsync(HttpMethod.Get, "http://kiln.example/", null)).Code);

        Assert.True((await karl.PostAsync(page + "?handler=Drop", ("host", "kiln.example"))).IsRedirect);
        Assert.Equal(404, (await visitor.SendAsync(HttpMethod.Get, "http://kiln.example/", null)).Code);
    }

    [Fact]
    public async Task A_member_who_only_ships_sees_the_home_without_money_and_no_settings()
    {
        using var sam = market.As(TestMarket.Sam);

        var home = await sam.GetAsync("/seller/pottery");

        Assert.Equal(200, home.Code);
        Assert.NotNull(home.Page.QuerySelector("#s-todo"));
        Assert.NotNull(home.Page.QuerySelector("#s-latest"));
        Assert.Null(home.Page.QuerySelector("#s-money"));
        Assert.DoesNotContain("/seller/pottery/settings", home.Body, StringComparison.Ordinal);
        Assert.Equal(403, (await sam.GetAsync(Settings)).Code);
    }

    [Fact]
    public async Task The_home_says_what_waits_and_each_number_leads_to_its_list()
    {
        using var vera = market.As(TestMarket.Vera);

        var home = await vera.GetAsync("/seller/pottery");

        var waiting = home.Page.QuerySelectorAll(".todo li").Select(li => li.QuerySelector("b")!.TextContent).ToList();
        Assert.Contains("Accept new orders", waiting);
        Assert.Contains("Answer a cancellation", waiting);
        Assert.Contains("Say where your money goes", waiting);
        Assert.Contains("Read the new terms for shops", waiting);
        Assert.Equal("11 orders", home.Page.QuerySelector(".statlink .small.muted:last-child")!.TextContent);
        foreach (var href in home.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Distinct())
            Assert.True((await vera.GetAsync(href)).Code == 200, href);
    }
}

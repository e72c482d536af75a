using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Growth.Search;
using Marketplace.Tests.World;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Content;

public sealed class HomeContentPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_banner_with_a_picture_stands_at_the_top_in_its_time_and_never_after()
    {
        using var ada = market.As(TestMarket.Ada);
        using var stranger = market.As(null);
        var now = market.Site.Clock.GetUtcNow().UtcDateTime;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in ((string, string)[])
        [
            ("Input.Place", "Hero"), ("Input.Title", "Kiln week"), ("Input.LinkText", "Look"), ("Input.Href", "/shops"),
            ("Input.PictureAlt", "A kiln"), ("Input.From", $"{now.AddMinutes(10):yyyy-MM-ddTHH:mm}"),
            ("Input.Until", $"{now.AddMinutes(20):yyyy-MM-ddTHH:mm}"), (ada.Token().Key, ada.Token().Value),
        ])
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(Marketplace.Tests.Catalog.TestPictures.Webp(640, 400)), "picture", "kiln.webp");

        var saved = await ada.SendAsync(HttpMethod.Post, "/admin/home/banner", form);
        Assert.True(saved.IsRedirect, saved.Said);
        Assert.DoesNotContain("Kiln week", (await stranger.GetAsync("/?once=1")).Body, StringComparison.Ordinal);
        Assert.Contains("Kiln week", (await ada.GetAsync($"/admin/home/preview?at={now.AddMinutes(15):yyyy-MM-ddTHH:mm}")).Body, StringComparison.Ordinal);

        market.Site.Clock.Advance(TimeSpan.FromMinutes(11));
        var shown = await stranger.GetAsync("/?once=2");
        Assert.Equal("Kiln week", shown.Page.QuerySelector("h1")!.TextContent);
        var picture = shown.Page.QuerySelector(".hero img")!;
        Assert.Equal("A kiln", picture.GetAttribute("alt"));
        Assert.Equal(200, (await stranger.GetAsync(picture.GetAttribute("src")!)).Code);

        market.Site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("Kiln week", (await stranger.GetAsync("/?once=4")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_copy_of_the_home_page_outlives_a_banner()
    {
        using var stranger = market.As(null);
        var end = market.Site.Clock.GetUtcNow().UtcDateTime.AddSeconds(2);
        var words = new BannerWords(BannerPlace.Hero, "Last minute", "", "", "", "", "", null, end);
        (await market.Site.SendAsync(await market.CallerAsync(TestMarket.Ada), new SaveBanner(null, 0, words))).Required();

        Assert.Contains("Last minute", (await stranger.GetAsync("/?once=9")).Body, StringComparison.Ordinal);
        // The shared cache goes by the real clock.
        await Task.Delay(TimeSpan.FromSeconds(2.2));

        Assert.DoesNotContain("Last minute", (await stranger.GetAsync("/?once=9")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_dates_and_links_come_back_beside_their_field()
    {
        using var ada = market.As(TestMarket.Ada);

        var date = await ada.PostAsync("/admin/home/banner", ("Input.Title", "Sale"), ("Input.From", "tomorrow"));
        var link = await ada.PostAsync("/admin/home/banner", ("Input.Title", "Sale"), ("Input.Href", "//x"), ("Input.LinkText", "x"));

        // "banner.no-date"
        Assert.Contains("no date and time", date.Page.GetElementById("Input_From-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("begin with /", link.Page.GetElementById("Input_Href-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("tomorrow", date.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await ada.GetAsync("/admin/home/banner?id=nothing")).Code);
    }

    [Fact]
    public async Task A_collection_by_rule_has_its_page_and_its_row_and_the_order_is_the_admins()
    {
        using var ada = market.As(TestMarket.Ada);
        using var stranger = market.Site.Visitor().With("market", "DE.EUR.en-US");
        var made = await ada.PostAsync(
            "/admin/home/collection", ("Input.Slug", "of-the-kiln"), ("Input.Title", "Under {price} of the kiln"),
            ("Input.Shop", "kiln"), ("Input.Caps", "EUR 20"));
        Assert.True(made.IsRedirect, made.Said);
        Assert.True((await ada.PostAsync("/admin/home?handler=Arrange", ("block", "new"), ("move", "out"))).IsRedirect);

        await SearchServices.RebuildNowAsync(market.Site.Services, _ => { }, default);
        var page = await stranger.GetAsync("/collections/of-the-kiln");
        var home = await stranger.GetAsync("/?once=3");
        Assert.StartsWith("Under €20", page.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Page.QuerySelectorAll("main .tile"));
        Assert.All(page.Page.QuerySelectorAll("main .tile"), t => Assert.Contains("kiln", t.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("New arrivals", home.Body, StringComparison.Ordinal);
        Assert.Contains("For the table", home.Body, StringComparison.Ordinal);

        var bad = await ada.PostAsync(
            "/admin/home/collection", ("Input.Slug", "bad"), ("Input.Title", "Bad"), ("Input.Caps", "EUR many"), ("Input.Lead", "Kept"));
        // "collection.no-price"
        Assert.Contains("EUR many", bad.Page.GetElementById("Input_Caps-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kept", bad.Body, StringComparison.Ordinal);
    }
}

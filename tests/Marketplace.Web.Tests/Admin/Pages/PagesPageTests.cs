using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Pages;

public sealed class PagesPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_page_is_written_read_and_named_in_every_footer()
    {
        using var ada = market.As(TestMarket.Ada);
        using var stranger = market.As(null);

        var made = await ada.PostAsync(
            "/admin/pages", ("Input.Slug", "makers"), ("Input.Locale", "en-US"), ("Input.Title", "Our makers"),
            ("Input.Body", "# Who they are\n\n[Elsewhere](https://example.com) <b>x</b>"));
        Assert.Equal("/admin/pages/makers/en-US", made.LeadsTo);
        Assert.Contains("Who they are", (await ada.GetAsync(made.LeadsTo)).Page.QuerySelector("article.prose h2")!.TextContent);
        Assert.Equal(404, (await stranger.GetAsync("/pages/makers?once=1")).Code);

        Assert.True((await ada.PostAsync("/admin/pages/makers/en-US?handler=Publish", ("number", "1"))).IsRedirect);
        Assert.True((await ada.PostAsync("/admin/pages?handler=Footer", ("slug", "makers"), ("move", "in"))).IsRedirect);
        market.Site.Clock.Advance(TimeSpan.FromSeconds(6));
        var page = await stranger.GetAsync("/pages/makers?once=2");

        Assert.Equal("Our makers", page.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("nofollow noopener", page.Page.QuerySelector("article a")!.GetAttribute("rel"));
        Assert.Null(page.Page.QuerySelector("article b"));
        Assert.Contains(page.Page.QuerySelectorAll("footer a"), a => a.GetAttribute("href")!.EndsWith("/pages/makers", StringComparison.Ordinal));
        Assert.Contains("/pages/makers", (await stranger.GetAsync("/sitemap.xml?once=1")).Body, StringComparison.Ordinal);
        Assert.True((await stranger.GetAsync("/pages/makers?once=2")).Headers.ContainsKey("Age"));
    }

    [Fact]
    public async Task A_wrong_link_comes_back_beside_the_text_with_all_that_was_typed()
    {
        using var ada = market.As(TestMarket.Ada);

        var answer = await ada.PostAsync(
            "/admin/pages", ("Input.Slug", "bad"), ("Input.Locale", "en-US"), ("Input.Title", "Bad"),
            ("Input.Description", "Kept as typed"), ("Input.Body", "[a](javascript:x)"));

        Assert.Equal(400, answer.Code);
        Assert.Contains("no address for a link", answer.Page.GetElementById("Input_Body-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kept as typed", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_legal_text_is_found_at_its_own_address()
    {
        using var stranger = market.As(null);

        var answer = await stranger.GetAsync("/pages/imprint");

        Assert.Equal((301, "/legal/imprint"), (answer.Code, answer.LeadsTo));
    }

    [Fact]
    public async Task What_a_revision_changed_is_marked()
    {
        using var ada = market.As(TestMarket.Ada);
        await ada.PostAsync(
            "/admin/pages", ("Input.Slug", "diff"), ("Input.Locale", "en-US"), ("Input.Title", "Diff"), ("Input.Body", "one\ntwo"));
        await ada.PostAsync(
            "/admin/pages/diff/en-US", ("Input.BasedOn", "1"), ("Input.Title", "Diff"), ("Input.Body", "one\nthree"), ("act", "draft"));

        var page = (await ada.GetAsync("/admin/pages/diff/en-US/revisions/2")).Page;

        Assert.Contains("two", page.QuerySelector(".diff del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("three", page.QuerySelector(".diff ins")!.TextContent, StringComparison.Ordinal);
    }
}

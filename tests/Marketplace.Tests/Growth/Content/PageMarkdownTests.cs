using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Pages;

namespace Marketplace.Tests.Growth.Content;

public sealed class PageMarkdownTests
{
    [Fact]
    public void Html_is_shown_as_text_and_runs_nowhere()
    {
        var html = PageMarkdown.ToHtml("<script>alert(1)</script>\n\nA <b onclick=x>bold</b> word");

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<b ", html);
        Assert.Contains("&lt;script&gt;", html);
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](//evil.example)")]
    [InlineData("[a](/\\\\evil.example)")]
    [InlineData("[a](about)")]
    [InlineData("[a]()")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a][b]\n\n[b]: vbscript:x")]
    public void An_address_that_is_none_of_ours_is_named_and_loses_its_link(string text)
    {
        var link = Assert.Single(PageMarkdown.LinksOf(text));

        Assert.False(PageMarkdown.IsLink(link.Url));
        Assert.DoesNotMatch("href=\"[^\"]", PageMarkdown.ToHtml(text));
    }

    [Theory]
    [InlineData("https://example.com/x", true)]
    [InlineData("http://example.com", true)]
    [InlineData("/pages/about", false)]
    [InlineData("#returns", false)]
    [InlineData("mailto:help@lanes.example", false)]
    public void A_good_link_stays_and_one_to_another_host_passes_no_reputation_on(string url, bool isForeign)
    {
        var html = PageMarkdown.ToHtml($"[a]({url})");

        Assert.Contains($"href=\"{url}\"", html);
        Assert.Equal(isForeign, html.Contains("rel=\"nofollow noopener\"", StringComparison.Ordinal));
        Assert.Contains("rel=\"nofollow noopener\"", PageMarkdown.ToHtml("<https://example.com>"));
    }

    [Fact]
    public void Headings_begin_below_the_title_where_the_page_has_one()
    {
        Assert.Contains("<h2>One</h2>", PageMarkdown.ToHtml("# One\n\n## Two", underTitle: true));
        Assert.Contains("<h3>Two</h3>", PageMarkdown.ToHtml("# One\n\n## Two", underTitle: true));
        Assert.Contains("<h2>Two</h2>", PageMarkdown.ToHtml("## Two", underTitle: true));
        Assert.Contains("<h1>One</h1>", PageMarkdown.ToHtml("# One"));
    }

    [Fact]
    public void A_diff_keeps_what_is_the_same_and_says_what_is_gone_and_new()
    {
        var diff = LineDiff.Between("a\nb\nc\nd", "a\nx\nc\ne\nd");

        Assert.Equal(" a|-b|+x| c|+e| d", Say(diff));
        Assert.Equal("+a", Say(LineDiff.Between("", "a")));
        Assert.Equal("-a", Say(LineDiff.Between("a", "")));
        Assert.Equal(" a| b", Say(LineDiff.Between("a\r\nb", "a\nb")));
    }

    [Fact]
    public void A_diff_of_long_texts_is_rough_but_whole()
    {
        var (before, after) = (string.Join('\n', Enumerable.Range(0, 3000)), string.Join('\n', Enumerable.Range(5000, 3000)));

        var diff = LineDiff.Between(before, after);

        Assert.Equal(before, string.Join('\n', diff.Where(l => l.Kind != DiffKind.New).Select(l => l.Text)));
        Assert.Equal(after, string.Join('\n', diff.Where(l => l.Kind != DiffKind.Gone).Select(l => l.Text)));
    }

    [Theory]
    [InlineData("nl-NL", "nl-NL")]
    [InlineData("nl-BE", "nl-NL")]
    [InlineData("fr-FR", "en-US")]
    public void A_reader_gets_their_language_or_a_kindred_one(string wanted, string best) =>
        Assert.Equal(best, PageLanguage.Best(["nl-NL", "en-US"], wanted));

    private static string Say(IEnumerable<DiffLine> diff) => string.Join('|', diff.Select(l => l.Kind switch
    {
        DiffKind.Same => " ",
        DiffKind.Gone => "-",
        DiffKind.New => "+",
    } + l.Text));
}

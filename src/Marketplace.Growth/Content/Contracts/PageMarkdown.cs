using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Marketplace.Growth.Content.Contracts;

/// <summary>
/// What an operator writes, as HTML. HTML in it is shown as text; a link that a page may not have loses its address;
/// links to other hosts pass no reputation on (nofollow).
/// </summary>
public static class PageMarkdown
{
    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="underTitle">The page has its own h1: headings begin below it.</param>
    public static string ToHtml(string text, bool underTitle = false)
    {
        var document = Markdown.Parse(text, Plain);
        if (underTitle && document.Descendants<HeadingBlock>().Any(h => h.Level == 1))
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (!(link.IsImage ? IsOwnPicture(link.Url) : IsLink(link.Url))) link.Url = "";
            else if (IsForeign(link.Url!)) link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener");
        }

        // <https://…>: an address by itself. Its kind of scheme is free, script among them.
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !IsLink(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
            else if (!link.IsEmail) link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener");
        }

        return document.ToHtml(Plain);
    }

    /// <summary>Every address in a text, in its order.</summary>
    public static IReadOnlyList<PageLink> LinksOf(string text) =>
    [
        .. Markdown.Parse(text, Plain).Descendants<Inline>().Select(inline => inline switch
        {
            LinkInline link => new PageLink(link.Url ?? "", link.IsImage),
            AutolinkInline { IsEmail: false } link => new PageLink(link.Url, false),
            _ => null,
        }).OfType<PageLink>(),
    ];

    /// <summary>An address that a page may link to: the web, mail, telephone, this platform, a place in the same text.</summary>
    public static bool IsLink(string? url) => url is { Length: > 0 and <= 2000 } && !url.Any(c => char.IsControl(c) || c == '\\')
        && (IsOwn(url) || url[0] == '#' || IsForeign(url) || Begins(url, "mailto:") || Begins(url, "tel:"));

    /// <summary>Other hosts' pictures would not be shown: pages ask nobody but this one.</summary>
    public static bool IsOwnPicture(string? url) => IsLink(url) && Begins(url!, "/media/");

    private static bool IsOwn(string url) => url[0] == '/' && !Begins(url, "//");

    private static bool IsForeign(string url) => (Begins(url, "https://") || Begins(url, "http://"))
        && Uri.TryCreate(url, UriKind.Absolute, out _);

    private static bool Begins(string url, string with) => url.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}

public sealed record PageLink(string Url, bool IsPicture);

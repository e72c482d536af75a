using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Another shop's HTML as a description of ours: paragraphs, lists, headings, bold and italic stay, everything else is
/// dropped with its markup. What comes out is text, which is encoded when it is shown: no HTML gets through.
/// </summary>
internal static partial class HtmlText
{
    private static readonly HtmlParser Parser = new();

    public static string From(string html)
    {
        if (html.IndexOf('<', StringComparison.Ordinal) < 0 && html.IndexOf('&', StringComparison.Ordinal) < 0) return html;
        var blocks = new List<string> { "" };
        Walk(Parser.ParseDocument(html).Body!, blocks, "");
        var text = string.Join('\n', blocks.Select(b => string.Join('\n', b.Split('\n').Select(l => l.Trim())))
            .Where(b => b.Trim().Length > 0)
            .Select(b => b.StartsWith("- ", StringComparison.Ordinal) ? b : "\n" + b + "\n"));
        while (text.Contains("\n\n\n", StringComparison.Ordinal)) text = text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        return text.Trim();
    }

    private static void Walk(INode node, List<string> blocks, string mark)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) blocks[^1] += Collapse(text.Data);
            if (child is not IElement element) continue;
            switch (element.LocalName)
            {
                case "script" or "style" or "template" or "iframe" or "object" or "noscript" or "svg" or "head":
                    break;
                case "br":
                    blocks[^1] += "\n";
                    break;
                case "strong" or "b":
                    Inline(element, blocks, mark, "**");
                    break;
                case "em" or "i":
                    Inline(element, blocks, mark, "*");
                    break;
                case "li":
                    Block(element, blocks, "- ");
                    break;
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    Block(element, blocks, "## ");
                    break;
                case "p" or "div" when node is IElement { LocalName: "li" }:
                    Walk(element, blocks, mark);
                    break;
                case "p" or "div" or "ul" or "ol" or "table" or "tr" or "section" or "article" or "blockquote" or "dl" or "dt" or "dd":
                    Block(element, blocks, "");
                    break;
                case "td" or "th":
                    Walk(element, blocks, mark);
                    blocks[^1] += " ";
                    break;
                default:
                    Walk(element, blocks, mark);
                    break;
            }
        }
    }

    private static void Block(IElement element, List<string> blocks, string begin)
    {
        blocks.Add(begin);
        Walk(element, blocks, "");
        if (begin.Length > 0) blocks[^1] = blocks[^1].TrimEnd() is var kept && kept == begin.Trim() ? "" : Flat(blocks[^1], begin);
        blocks.Add("");
    }

    /// <summary>An item or a heading is one line.</summary>
    private static string Flat(string block, string begin) =>
        block.StartsWith(begin, StringComparison.Ordinal) ? begin + block[begin.Length..].Replace('\n', ' ').Trim() : block;

    private static void Inline(IElement element, List<string> blocks, string mark, string sign)
    {
        // A mark around nothing, or inside one that already stands, would only show its stars.
        var inner = Collapse(element.TextContent).Trim();
        if (mark.Length > 0 || inner.Length == 0 || inner.Contains('*', StringComparison.Ordinal)) Walk(element, blocks, mark);
        else blocks[^1] += $"{sign}{inner}{sign}";
    }

    private static string Collapse(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex("[ \n\r\t\u00a0]+")]
    private static partial Regex Blanks();
}

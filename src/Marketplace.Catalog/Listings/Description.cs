using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// A seller's description: paragraphs parted by blank lines, lists of lines that begin with "- ", headings that
/// begin with "## ", **bold** and *italic*. Everything else is text: there is no way to write HTML.
/// </summary>
public static partial class Description
{
    public const int MaximumLength = 8000;

    /// <summary>Safe HTML of p, ul, li, h3, strong, em and br alone.</summary>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        foreach (var block in Blocks(text))
        {
            if (block is [var heading] && heading.StartsWith("## ", StringComparison.Ordinal))
                html.Append("<h3>").Append(Inline(heading[3..])).Append("</h3>");
            else if (block.All(IsItem))
                html.Append("<ul>").AppendJoin("", block.Select(l => $"<li>{Inline(l[2..])}</li>")).Append("</ul>");
            else html.Append("<p>").AppendJoin("<br>", block.Select(Inline)).Append("</p>");
        }

        return html.ToString();
    }

    /// <summary>The words alone, one paragraph a line.</summary>
    public static string ToText(string text) => string.Join('\n', Blocks(text).Select(block =>
        string.Join(' ', block.Select(l => Marks().Replace(IsItem(l) ? l[2..] : l.TrimStart('#', ' '), "$2")))));

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);

    private static IEnumerable<List<string>> Blocks(string text)
    {
        var block = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            // A list begins and ends a block of its own, with or without a blank line.
            if (block.Count > 0 && (line.Length == 0 || IsItem(line) != IsItem(block[^1])))
            {
                yield return block;
                block = [];
            }

            if (line.Length > 0) block.Add(line);
        }

        if (block.Count > 0) yield return block;
    }

    private static string Inline(string line) => Marks().Replace(
        WebUtility.HtmlEncode(line),
        m => m.Groups[1].Length == 2 ? $"<strong>{m.Groups[2].Value}</strong>" : $"<em>{m.Groups[2].Value}</em>");

    [GeneratedRegex(@"(\*\*|\*)(?=\S)(.+?)(?<=\S)\1")]
    private static partial Regex Marks();
}

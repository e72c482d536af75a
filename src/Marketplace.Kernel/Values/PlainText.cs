using System.Text;

namespace Marketplace.Kernel.Values;

/// <summary>What people typed, made fit to be kept and shown as text: pages escape it, so nothing else is taken out.</summary>
public static class PlainText
{
    /// <summary>
    /// One kind of line end, no control characters (PostgreSQL stores no null), at most one empty line in a row, no
    /// blanks around.
    /// </summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        var ends = 0;
        foreach (var c in (text ?? "").ReplaceLineEndings("\n"))
        {
            if (c != '\n' && c != '\t' && char.IsControl(c)) continue;
            ends = c == '\n' ? ends + 1 : c is ' ' or '\t' && ends > 0 ? ends : 0;
            if (ends <= 2 || c != '\n') clean.Append(c == '\t' ? ' ' : c);
        }

        return clean.ToString().Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string? text) => string.Join(
        ' ', Clean(text).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines that say something, for a mail; at most <paramref name="most"/> of them.</summary>
    public static IEnumerable<string> Lines(string text, int most = 40) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(most);

    /// <summary>The beginning of a text for a list, on one line, never through the middle of a character.</summary>
    public static string Start(string text, int length)
    {
        var line = Line(text);
        if (line.Length <= length) return line;
        var end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return line[..end].TrimEnd() + "…";
    }

    /// <summary>How a buyer is named in public: "Sanne V."; a name of one word stays.</summary>
    public static string PublicName(string name)
    {
        var words = Line(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => "",
            [var only] => Start(only, 40),
            _ => $"{Start(words[0], 40)} {char.ToUpperInvariant(words[^1][0])}.",
        };
    }
}

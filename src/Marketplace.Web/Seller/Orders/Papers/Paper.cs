using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Marketplace.Web.Seller.Orders.Papers;

/// <summary>One cell of a row: its place from the left margin and its width, in points.</summary>
internal sealed record Cell(string Text, double At, double Width, bool Bold = false, bool Right = false);

/// <summary>
/// A PDF that is written from top to bottom: text wraps at its width, also within words that are wider; what does not fit
/// goes on the next page. Points, 72 an inch.
/// </summary>
internal sealed class Paper(double width, double height, double margin) : IDisposable
{
    /// <summary>The writer gives each font of a file 255 letters; then the same font is added once more.</summary>
    private const int MostLetters = 240;

    private const double Leading = 1.35;

    private readonly PdfDocumentBuilder _file = new();
    private readonly Dictionary<PaperFont, List<(PdfDocumentBuilder.AddedFont Font, HashSet<char> Letters)>> _fonts = [];
    private PdfPageBuilder? _page;
    private double _top;

    public double Width => width - (2 * margin);

    /// <summary>What stands above each page that goes on where another one ended.</summary>
    public string? Running { get; set; }

    public int Pages { get; private set; }

    public void NewPage(bool goesOn = false)
    {
        (_page, _top, Pages) = (_file.AddPage(width, height), height - margin, Pages + 1);
        if (!goesOn || Running is not { } running) return;
        Text(running, 8);
        Gap(8);
    }

    public void Text(string text, double size, bool bold = false, double at = 0, double? within = null) =>
        Row(size, new Cell(text, at, within ?? (Width - at), bold));

    /// <summary>Cells side by side; the tallest one says where the next row begins. A row is never torn apart by a page.</summary>
    public void Row(double size, params ReadOnlySpan<Cell> cells)
    {
        var lines = new List<(Cell Cell, List<string> Lines)>();
        foreach (var cell in cells) lines.Add((cell, Wrap(cell, size)));
        var tall = Math.Max(1, lines.Max(l => l.Lines.Count)) * size * Leading;
        if (_page is null || _top - tall < margin) NewPage(goesOn: _page is not null);
        foreach (var (cell, wrapped) in lines)
            for (var i = 0; i < wrapped.Count; i++) Write(cell, wrapped[i], size, _top - ((i + 1) * size * Leading) + (size * 0.3));
        _top -= tall;
    }

    public void Gap(double points) => _top -= points;

    public void Rule()
    {
        Gap(4);
        _page?.SetStrokeColor(190, 196, 200);
        _page?.DrawLine(new PdfPoint(margin, _top), new PdfPoint(width - margin, _top), 0.7);
        _page?.ResetColor();
        Gap(4);
    }

    public byte[] Build(string title)
    {
        _file.DocumentInformation.Title = title;
        _file.IncludeDocumentInformation = true;
        return _file.Build();
    }

    public void Dispose() => _file.Dispose();

    private void Write(Cell cell, string line, double size, double baseline)
    {
        if (line.Length == 0) return;
        var font = FontOf(cell);
        var left = margin + cell.At + (cell.Right ? cell.Width - font.WidthOf(line, size) : 0);
        _page!.AddText(line, size, new PdfPoint(left, baseline), Added(font, line));
    }

    private static PaperFont FontOf(Cell cell) => cell.Bold ? PaperFont.Bold : PaperFont.Regular;

    private static List<string> Wrap(Cell cell, double size)
    {
        var (font, lines) = (FontOf(cell), new List<string>());
        foreach (var paragraph in cell.Text.Split('\n'))
        {
            var line = "";
            foreach (var word in font.Printable(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var rest = word;
                if (line.Length > 0 && font.WidthOf($"{line} {rest}", size) <= cell.Width)
                {
                    line = $"{line} {rest}";
                    continue;
                }

                if (line.Length > 0) lines.Add(line);
                for (; font.WidthOf(rest, size) > cell.Width && rest.Length > 1; rest = rest[Fits(font, rest, size, cell.Width)..])
                    lines.Add(rest[..Fits(font, rest, size, cell.Width)]);
                line = rest;
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>How many letters of a word fit, at least one.</summary>
    private static int Fits(PaperFont font, string word, double size, double width)
    {
        var count = 1;
        while (count < word.Length && font.WidthOf(word[..(count + 1)], size) <= width) count++;
        return count;
    }

    private PdfDocumentBuilder.AddedFont Added(PaperFont font, string line)
    {
        if (!_fonts.TryGetValue(font, out var added)) _fonts[font] = added = [];
        foreach (var (known, letters) in added)
        {
            if (letters.Union(line).Count() > MostLetters) continue;
            letters.UnionWith(line);
            return known;
        }

        added.Add((_file.AddTrueTypeFont(font.Bytes), [.. line]));
        return added[^1].Font;
    }
}

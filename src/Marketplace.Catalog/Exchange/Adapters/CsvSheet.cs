using CsvHelper;
using Marketplace.Catalog.Exchange.Contracts;

namespace Marketplace.Catalog.Exchange.Adapters;

/// <summary>A text file with separators; what a row lacks is said at its line, the other rows are read all the same.</summary>
internal static class CsvSheet
{
    private static readonly (char Separator, string Name)[] Separators = [(',', "comma"), (';', "semicolon"), ('\t', "tab"), ('|', "bar")];

    public static Sheet Read(byte[] bytes)
    {
        var (text, encoding) = TextDecoding.Decode(bytes);
        var (separator, name) = Detect(text);
        var form = CsvReaderOptions.Default with
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            SkipEmptyLines = true,
            IncludeValuesInExceptions = false,
            DetectSeparatorHint = false,
        };
        var (rows, problems) = (new List<SheetRow>(), new List<RowProblem>());
        using var csv = CsvReader.Create(new StringReader(text), form, leaveOpen: false);
        IReadOnlyList<string> header = [];
        try
        {
            while (csv.Read())
            {
                var line = (int)csv.LineNumber;
                if (header.Count == 0)
                {
                    // Excel writes the separator into a first line of its own: sep=;
                    if (csv.GetString(0).StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) continue;
                    header = [.. Enumerable.Range(0, Math.Min(csv.FieldCount, Sheet.MaximumColumns)).Select(i => csv.GetString(i).Trim())];
                    continue;
                }

                if (rows.Count == Sheet.MaximumRows)
                {
                    problems.Add(RowProblems.RowsLeftOut(line));
                    break;
                }

                if (Cells(csv, header, line) is { } cells) rows.Add(new SheetRow(line, cells));
                else problems.Add(Misfit(csv, header.Count, line));
            }
        }
        catch (CsvFormatException exception)
        {
            problems.Add(RowProblems.NotClosed((int)(exception.LineNumber > 0 ? exception.LineNumber : rows.Count > 0
                ? rows[^1].Line + 1 : 1)));
        }

        return new Sheet(header, rows, $"{encoding}, {name}", problems);
    }

    private static RowProblem Misfit(CsvReader csv, int titles, int line)
    {
        if (csv.FieldCount > titles) return RowProblems.ManyCells(line, csv.FieldCount, titles);
        // A quotation mark that is never closed takes the lines behind it in, up to the end of the file.
        return csv.GetString(csv.FieldCount - 1).Contains('\n', StringComparison.Ordinal)
            ? RowProblems.NotClosed(line) : RowProblems.FewCells(line, csv.FieldCount, titles);
    }

    private static List<SheetCell>? Cells(CsvReader csv, IReadOnlyList<string> header, int line)
    {
        // Spreadsheets leave trailing cells out or add empty ones; what is not empty has no title of its own.
        for (var i = header.Count; i < csv.FieldCount; i++)
        {
            if (!csv.IsEmpty(i)) return null;
        }

        if (csv.FieldCount < header.Count) return null;
        var cells = new List<SheetCell>(header.Count);
        for (var i = 0; i < header.Count; i++) cells.Add(Cell(csv.GetString(i), header[i], line));
        return cells;
    }

    private static SheetCell Cell(string text, string column, int line)
    {
        if (text.Length > Sheet.MaximumCell) return new SheetCell("", Problem: RowProblems.CellTooLong(line, column, text.Length));
        return text.StartsWith('=')
            ? new SheetCell("", Problem: RowProblems.IsFormula(line, column))
            : SheetCell.Of(text);
    }

    /// <summary>The one that the first line has most of outside of quotation marks.</summary>
    private static (char Separator, string Name) Detect(string text)
    {
        var start = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        var counts = new int[Separators.Length];
        var quoted = false;
        for (var i = start; i < text.Length && i < start + 20_000; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            if (quoted) continue;
            if (text[i] == '\n' && i > start) break;
            for (var s = 0; s < Separators.Length; s++)
            {
                if (text[i] == Separators[s].Separator) counts[s]++;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}

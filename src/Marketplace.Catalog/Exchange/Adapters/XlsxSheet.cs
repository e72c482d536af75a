using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Marketplace.Catalog.Exchange.Contracts;

namespace Marketplace.Catalog.Exchange.Adapters;

/// <summary>The first sheet of an Excel workbook. It is a ZIP: how much comes out of it is counted before it is read.</summary>
internal static class XlsxSheet
{
    private const long MaximumUnpacked = 200L * 1024 * 1024;
    private const int MaximumParts = 1000;

    /// <summary>What a formula shows that has no result.</summary>
    private static readonly string[] Errors = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"];

    /// <summary>The reader asks for Windows-1252 before it looks at anything.</summary>
    static XlsxSheet() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Null when it is no workbook, or more comes out of it than is good.</summary>
    public static Sheet? Read(byte[] bytes)
    {
        try
        {
            return UnpacksWell(bytes) ? ReadRows(bytes) : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or ExcelReaderException or XmlException)
        {
            // Cut short, encrypted, or a ZIP of something else.
            return null;
        }
    }

    private static bool UnpacksWell(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MaximumParts || zip.GetEntry("xl/workbook.xml") is null) return false;
        var (left, buffer) = (MaximumUnpacked, new byte[1 << 16]);
        foreach (var entry in zip.Entries)
        {
            // The sizes that a ZIP declares may lie: what comes out is counted.
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if ((left -= read) < 0) return false;
            }
        }

        return true;
    }

    private static Sheet ReadRows(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false), new ExcelReaderConfiguration
        {
            FallbackEncoding = System.Text.Encoding.UTF8,
        });
        var (rows, problems, line) = (new List<SheetRow>(), new List<RowProblem>(), 0);
        IReadOnlyList<string> header = [];
        while (reader.Read())
        {
            line++;
            if (header.Count == 0)
            {
                header = Header(reader);
                continue;
            }

            if (rows.Count == Sheet.MaximumRows)
            {
                problems.Add(RowProblems.RowsLeftOut(line));
                break;
            }

            var cells = header.Select((title, i) => i < reader.FieldCount ? Cell(reader, i, title, line) : new SheetCell("")).ToList();
            if (cells.Any(c => c.Text.Length > 0 || c.Problem is not null)) rows.Add(new SheetRow(line, cells));
        }

        return new Sheet(header, rows, "XLSX", problems);
    }

    private static List<string> Header(IExcelDataReader reader)
    {
        var titles = Enumerable.Range(0, Math.Min(reader.FieldCount, Sheet.MaximumColumns))
            .Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)?.Trim() ?? "").ToList();
        var last = titles.FindLastIndex(t => t.Length > 0);
        return titles[..(last + 1)];
    }

    private static SheetCell Cell(IExcelDataReader reader, int index, string title, int line)
    {
        return reader.GetValue(index) switch
        {
            null => new SheetCell(""),
            string text when text.Length > Sheet.MaximumCell =>
                new SheetCell("", Problem: RowProblems.CellTooLong(line, title, text.Length)),
            string text when Errors.Contains(text) => new SheetCell("", Problem: RowProblems.CellError(line, title)),
            string text => SheetCell.Of(text),
            bool flag => new SheetCell(flag ? "true" : "false"),
            double number => Number(number),
            int number => new SheetCell(number.ToString(CultureInfo.InvariantCulture), IsNumber: true),
            DateTime date => new SheetCell(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            var other => new SheetCell(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
        };
    }

    /// <summary>
    /// A workbook keeps 19.99 as the nearest double. As decimal it has the 15 digits that Excel shows, so the noise
    /// behind them is gone; what is then not whole in the currency was never meant to be.
    /// </summary>
    private static SheetCell Number(double number) => Math.Abs(number) < 1e15
        ? new SheetCell(((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture), IsNumber: true)
        : new SheetCell(number.ToString("R", CultureInfo.InvariantCulture), IsNumber: true);
}

using Marketplace.Catalog.Exchange.Contracts;

namespace Marketplace.Catalog.Exchange;

/// <summary>A table as it stands in a file.</summary>
/// <param name="Format">How it was written, as shown: "UTF-8, comma", "XLSX".</param>
/// <param name="Problems">What could not be read at all; the rows are those that could.</param>
internal sealed record Sheet(
    IReadOnlyList<string> Header, IReadOnlyList<SheetRow> Rows, string Format, IReadOnlyList<RowProblem> Problems)
{
    public const int MaximumBytes = 20 * 1024 * 1024;
    public const int MaximumRows = 20_000;
    public const int MaximumColumns = 200;
    /// <summary>What a cell of a workbook can hold; longer ones are a broken quotation mark.</summary>
    public const int MaximumCell = 32_767;
}

internal sealed record SheetRow(int Line, IReadOnlyList<SheetCell> Cells);

/// <param name="IsNumber">A number of a workbook, here in invariant form: no decimal comma is read into it.</param>
internal readonly record struct SheetCell(string Text, bool IsNumber = false, RowProblem? Problem = null)
{
    /// <summary>
    /// A text as it was meant: without the guard of a formula, without what no database keeps (zeros, halves of
    /// characters).
    /// </summary>
    public static SheetCell Of(string text)
    {
        var whole = text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
        if (whole.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') >= 0)
            whole = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(whole));
        return new SheetCell(CellGuard.Read(whole).Trim());
    }
}

/// <summary>
/// A cell that begins like a formula is written with an apostrophe before it (OWASP, "CSV injection") and read back
/// without. Apostrophes before such a beginning are counted, so that every text comes back as it was.
/// </summary>
public static class CellGuard
{
    public static string Write(string text) => IsLike(text) ? "'" + text : text;

    public static string Read(string text) => text.StartsWith('\'') && IsLike(text) ? text[1..] : text;

    private static bool IsLike(string text)
    {
        var bare = text.AsSpan().TrimStart('\'');
        return bare.Length > 0 && bare[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
    }
}

using System.Globalization;
using System.Text;

namespace Marketplace.Web.Shared.Http;

/// <summary>
/// RFC 4180: commas, doubled quotes, lines that end with CRLF. What people typed never becomes a formula in a
/// spreadsheet: a cell that begins like one gets an apostrophe (OWASP, "CSV injection"). Rows go out as they come.
/// </summary>
internal sealed class CsvWriter(Stream target)
{
    private static readonly char[] Special = ['"', ',', '\r', '\n'];

    private readonly StringBuilder _row = new();
    private bool _began;

    public CsvWriter Text(string? text)
    {
        var safe = text ?? "";
        if (safe.Length > 0 && safe[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n') safe = "'" + safe;
        return Cell(safe.IndexOfAny(Special) >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe);
    }

    /// <summary>A number of this program's own: the minus sign is meant.</summary>
    public CsvWriter Number(decimal number, int decimals) =>
        Cell(number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    public async Task EndRowAsync(CancellationToken cancellation)
    {
        _row.Append("\r\n");
        await target.WriteAsync(Encoding.UTF8.GetBytes(_row.ToString()), cancellation);
        _row.Clear();
        _began = false;
    }

    private CsvWriter Cell(string cell)
    {
        if (_began) _row.Append(',');
        _row.Append(cell);
        _began = true;
        return this;
    }
}

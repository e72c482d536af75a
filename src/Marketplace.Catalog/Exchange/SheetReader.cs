using System.Security.Cryptography;
using System.Text;
using Marketplace.Catalog.Exchange.Adapters;
using Marketplace.Kernel.Results;

namespace Marketplace.Catalog.Exchange;

/// <summary>A file by its content; its name may lie.</summary>
internal static class SheetReader
{
    public static Result<Sheet> Read(byte[] bytes)
    {
        if (bytes.Length == 0) return ExchangeErrors.Empty;
        if (bytes.Length > Sheet.MaximumBytes) return ExchangeErrors.TooLarge;
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return ExchangeErrors.NotATable;
        var sheet = XlsxSheet.IsZip(bytes) ? XlsxSheet.Read(bytes) : CsvSheet.Read(bytes);
        if (sheet is null) return ExchangeErrors.NotATable;
        if (sheet.Header.Count < 2) return sheet.Problems.Count > 0 ? ExchangeErrors.NotATable : ExchangeErrors.NoColumns;
        return sheet.Rows.Count == 0 && sheet.Problems.Count == 0 ? ExchangeErrors.Empty : sheet;
    }

    public static string HashOf(IReadOnlyList<string> header) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', header))));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Media.Contracts;

namespace Marketplace.Catalog.Exchange;

/// <summary>Where a file says that a picture is: an address, or the name of a file in the ZIP beside it.</summary>
internal static class PictureSource
{
    public const char Sign = '@';

    /// <summary>Stands in a planned draft for a picture that is still to be fetched.</summary>
    public static string Mark(int index) => Sign + index.ToString(CultureInfo.InvariantCulture);

    public static int? IndexOf(string pictureRef) =>
        pictureRef.StartsWith(Sign) && int.TryParse(pictureRef.AsSpan(1), NumberStyles.None,
            CultureInfo.InvariantCulture, out var i) ? i : null;

    /// <summary>The address or the file's name; null for what is neither.</summary>
    public static string? Form(string source)
    {
        if (source.Length is 0 or > 2000) return null;
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "https" or "http") return source;
        var name = FileName(source);
        return !source.Contains("://", StringComparison.Ordinal) && name.Length is > 4 and <= 200
            && name.Contains('.', StringComparison.Ordinal)
            ? name : null;
    }

    /// <summary>The sources in one cell; commas part them where WooCommerce writes.</summary>
    public static IReadOnlyList<string> Split(string cell, ImportKind kind) => cell.Split(
        kind == ImportKind.WooCommerce ? [", ", "\n", " | "] : ["\n", " | "],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool IsAddress(string source) => source.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The hash in an address of this platform's pictures, whoever serves it: it is made of the content, so the picture
    /// of that hash is this one.
    /// </summary>
    public static string? RefIn(string source) =>
        source.Split('/') is [.., "media", var hash, var size] && size.EndsWith(".webp", StringComparison.Ordinal)
            && PictureSizes.IsRef(hash)
            ? hash : null;

    /// <summary>An address is fetched once for a seller; names in a ZIP mean another picture in each run.</summary>
    public static string KeyOf(string source, string runId) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(IsAddress(source) ? source : $"{runId}/{FileName(source).ToLowerInvariant()}")));

    public static string FileName(string path) => path.Replace('\\', '/').Split('/')[^1].Trim();
}

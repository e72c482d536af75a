using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace Marketplace.Web.Api.Http;

/// <summary>Ids as the API shows them: each kind has its prefix, so that one is never taken for another.</summary>
internal static class PublicId
{
    public const string Listing = "lst";
    public const string Offer = "off";
    public const string Location = "loc";
    public const string Category = "cat";
    public const string Order = "so";
    public const string Line = "ol";
    public const string Shipment = "shp";
    public const string Purchase = "ord";
    public const string Seller = "sel";
    public const string Method = "shm";
    public const string Rule = "cmr";

    /// <summary>What no row has: an id that is none finds nothing, like a stranger's.</summary>
    private const string Nobody = "none";

    public static string Of(string prefix, string id) => Ids.Public(prefix, id);

    public static string? OrNull(string prefix, string? id) => id is null ? null : Ids.Public(prefix, id);

    public static string Read(string prefix, string? shown) => Ids.FromPublic(prefix, shown) ?? Nobody;

    public static string? ReadOrNull(string prefix, string? shown) => shown is null ? null : Read(prefix, shown);
}

/// <summary>Where a list goes on: opaque to callers, so that what is inside can change.</summary>
internal static partial class Cursor
{
    public static string? Write(string? inner) => inner is null ? null : WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(inner));

    /// <summary>Null inside for the beginning; refused is what nobody here has written.</summary>
    public static Result<Inside> Read(HttpContext http)
    {
        var given = http.Request.Query["cursor"].ToString();
        if (given == "") return new Inside(null);
        try
        {
            var inner = Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(given));
            return Form().IsMatch(inner) ? new Inside(inner) : ApiErrors.WrongValue("cursor");
        }
        catch (FormatException)
        {
            return ApiErrors.WrongValue("cursor");
        }
    }

    internal sealed record Inside(string? Text)
    {
        public int Page => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
    }

    [GeneratedRegex(@"\A(?:(?:\d{1,18}[~.])?[0-7][0-9a-hjkmnp-tv-z]{25}|[1-9]\d{0,3})\z")]
    private static partial Regex Form();
}

/// <summary>Values of an address that the door has checked against the reference.</summary>
internal static class Query
{
    public static string? Text(HttpContext http, string name) => http.Request.Query[name] is [{ Length: > 0 } one] ? one : null;

    public static int Number(HttpContext http, string name, int usual) =>
        Text(http, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    public static long? Amount(HttpContext http, string name) =>
        Text(http, name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public static bool Flag(HttpContext http, string name) => Text(http, name) == "true";

    public static T? Choice<T>(HttpContext http, string name) where T : struct, Enum =>
        Text(http, name) is { } text ? Enum.Parse<T>(text, ignoreCase: true) : null;

    public static DateTime? Instant(HttpContext http, string name) => Text(http, name) is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime : null;

    public static string Path(HttpContext http, string name) => http.GetRouteValue(name) as string ?? "";

    /// <summary>Kept beside the keys of forms without meeting them.</summary>
    public static string? Idempotency(HttpContext http) =>
        http.Request.Headers["Idempotency-Key"] is [{ Length: > 0 } one] ? "api/" + one : null;

    /// <summary>The version inside an ETag; the door has seen that it is one.</summary>
    public static long Version(HttpContext http) =>
        long.Parse(http.Request.Headers.IfMatch.ToString().Trim('"'), CultureInfo.InvariantCulture);

    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

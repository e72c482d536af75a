namespace Marketplace.Web.Shared.Http;

/// <summary>Addresses to return to come from the visitor: only a path of this host is followed.</summary>
public static class LocalUrl
{
    public static string Or(string? url, string otherwise) => IsLocal(url) ? url! : otherwise;

    /// <summary>One slash, and not <c>//host</c> or <c>/\host</c>, which browsers take for another host.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl);
}

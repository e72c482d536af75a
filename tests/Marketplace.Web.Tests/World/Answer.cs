using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Marketplace.Web.Tests.World;

/// <summary>What came back, read to its end.</summary>
public sealed record Answer(
    HttpStatusCode Status, string Body, Uri? Location, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Cookies,
    IReadOnlyList<string> Failures)
{
    private IDocument? _page;

    public int Code => (int)Status;

    public bool IsHtml => Headers.GetValueOrDefault("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true;

    public bool IsRedirect => Code is 301 or 302 or 303 or 307 or 308;

    /// <summary>Path and query of where it leads, or the whole address on another host.</summary>
    public string LeadsTo => Location switch
    {
        null => "",
        { IsAbsoluteUri: false } => Location.ToString(),
        _ when Location.Host == WebSite.Host => Location.PathAndQuery,
        _ => Location.AbsoluteUri,
    };

    public bool IsLogin => IsRedirect && LeadsTo.StartsWith("/login", StringComparison.Ordinal);

    public IDocument Page => _page ??= new HtmlParser().ParseDocument(Body);

    /// <summary>For a failed assertion: status, and why where the host knows.</summary>
    public string Said => $"{Code} {(IsRedirect ? "to " + LeadsTo : "")}"
        + string.Concat(Failures.Select(f => Environment.NewLine + f[..Math.Min(f.Length, 1500)]));

    internal static async Task<Answer> ReadAsync(HttpResponseMessage response, WebSite site)
    {
        var body = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        return new Answer(
            response.StatusCode, body, response.Headers.Location, headers, cookies,
            (int)response.StatusCode >= 500 ? site.Failures.Take() : []);
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Api;

/// <summary>A program: no cookies, a key or none, a cart's token or none.</summary>
internal sealed class ApiClient(WebSite site, string? key, string? cart = null, string? staff = null) : IDisposable
{
    private readonly Visitor _visitor = site.Visitor();

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    public Task<Answer> SendAsync(string method, string path, JsonNode? body, params (string Name, string Value)[] headers) =>
        SendTextAsync(method, path, body?.ToJsonString(), "application/json", headers);

    public Task<Answer> SendTextAsync(
        string method, string path, string? body, string mediaType, params (string Name, string Value)[] headers)
    {
        var shown = path.StartsWith("/admin", StringComparison.Ordinal) ? staff ?? key : key;
        (string, string)[] all = shown is null ? headers : [.. headers, ("Authorization", "Bearer " + shown)];
        if (cart is not null) all = [.. all, ("Cart-Token", cart)];
        var content = body is null ? null : new StringContent(body, Encoding.UTF8, mediaType);
        return _visitor.SendAsync(new HttpMethod(method), "/api/v1" + path, content, all);
    }

    public void Dispose() => _visitor.Dispose();
}

internal static class ApiAnswer
{
    public static JsonNode? Json(this Answer answer) => answer.Body == "" ? null : JsonNode.Parse(answer.Body);

    public static string? CodeIn(this Answer answer) =>
        answer.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/problem+json", StringComparison.Ordinal) == true
            ? (string?)answer.Json()!["code"] : null;
}

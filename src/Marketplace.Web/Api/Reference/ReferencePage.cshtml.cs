using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Api.Reference;

public sealed record ReferenceParameter(string Name, string In, bool Required, string Text, string Rule);

public sealed record ReferenceRefusal(string Status, string Code, string Title);

/// <param name="Scope">Null: no key is needed.</param>
/// <param name="NeedsCart">The token of a cart is.</param>
public sealed record ReferenceOperation(
    string Id, string Tag, string Method, string Path, string Summary, string Text, string? Scope, bool NeedsCart,
    IReadOnlyList<ReferenceParameter> Parameters, string? Body, string Status, string Answered, string? Answer,
    IReadOnlyList<ReferenceRefusal> Refusals, string Curl);

public sealed record ReferenceEvent(string Type, string Summary, string Example);

/// <summary>The API's reference for people, drawn from the same document that programs read.</summary>
public sealed class ReferencePage(IServiceProvider services, IOptions<PlatformOptions> platform) : PageModel
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<string> Intro { get; private set; } = [];

    public ILookup<string, ReferenceOperation> Operations { get; private set; } = null!;

    public IReadOnlyList<ReferenceEvent> Events { get; private set; } = [];

    public IReadOnlyList<string> AboutEvents => HookDocument.Intro.Split("\n\n");

    public async Task OnGetAsync()
    {
        var document = await services.GetRequiredService<ApiDocument>().GetAsync(HttpContext.RequestAborted);
        Intro = ((string)document["info"]!["description"]!).Split("\n\n");
        Operations = (
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select Read(path.Key, operation.Key, operation.Value!.AsObject())).ToLookup(o => o.Tag);
        Events =
        [
            .. from one in document["webhooks"]!.AsObject()
               let post = one.Value!["post"]!
               select new ReferenceEvent(
                   one.Key, (string)post["summary"]!, Shown(post["requestBody"]!["content"]!["application/json"]!["example"])!),
        ];
    }

    private ReferenceOperation Read(string path, string method, JsonObject operation)
    {
        var responses = operation["responses"]!.AsObject();
        var good = responses.First(r => r.Key.StartsWith('2'));
        var body = operation["requestBody"]?["content"]?["application/json"]?["example"];
        var scope = (string?)operation["security"]?[0]?["key"]?[0];
        var needsCart = operation["security"]?[0]?["cart"] is not null;
        var parameters = operation["parameters"]!.AsArray().Select(p => Read(p!.AsObject())).ToList();
        return new ReferenceOperation(
            (string)operation["operationId"]!, (string)operation["tags"]![0]!, method.ToUpperInvariant(), path,
            (string)operation["summary"]!, (string?)operation["description"] ?? "", scope, needsCart, parameters, Shown(body), good.Key,
            (string)good.Value!["description"]!, Shown(good.Value["content"]?["application/json"]?["example"]),
            [.. responses.Where(r => !r.Key.StartsWith('2')).SelectMany(r => r.Value!["content"]!["application/problem+json"]!["examples"]!
                .AsObject().Select(e => new ReferenceRefusal(r.Key, e.Key, (string)e.Value!["value"]!["title"]!)))],
            Curl(
                path, method.ToUpperInvariant(), operation,
                scope is not null ? "Authorization: Bearer mk_live_…" : needsCart ? "Cart-Token: ct_…" : null, body));
    }

    private static ReferenceParameter Read(JsonObject parameter)
    {
        var schema = parameter["schema"]!;
        var rule = schema["enum"] is JsonArray values
            ? string.Join(" | ", values.Select(v => (string)v!))
            : (string?)schema["format"] ?? (string?)schema["pattern"] ?? (string)schema["type"]!;
        return new ReferenceParameter(
            (string)parameter["name"]!, (string)parameter["in"]!, (bool)parameter["required"]!, (string)parameter["description"]!, rule);
    }

    private string Curl(string path, string method, JsonObject operation, string? proof, JsonNode? body)
    {
        var lines = new List<string> { $"curl -X {method} {platform.Value.Url}{path}" };
        if (proof is not null) lines.Add($"-H '{proof}'");
        foreach (var header in operation["parameters"]!.AsArray().Where(p => (string?)p!["in"] == "header"))
            lines.Add($"-H '{header!["name"]}: {header["example"]}'");
        if (body is not null) lines.AddRange(["-H 'Content-Type: application/json'", "-d @body.json"]);
        return string.Join(" \\\n  ", lines);
    }

    private static string? Shown(JsonNode? node) => node?.ToJsonString(Readable);
}

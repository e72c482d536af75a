using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Web.Api.Http;
using Marketplace.Web.Shared;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Marketplace.Web.Api.Document;

/// <summary>
/// The API's OpenAPI 3.1 document: shapes from the types, the rest from what each endpoint says of itself. Made once,
/// since nothing in it changes while the host runs.
/// </summary>
internal sealed class ApiDocument(IServiceProvider services, IOptions<JsonOptions> json, IOptions<PlatformOptions> platform)
    : IDisposable
{
    public const string Name = "v1";

    private readonly SemaphoreSlim _making = new(1);
    private JsonObject? _made;

    public async Task<JsonObject> GetAsync(CancellationToken cancellation)
    {
        if (_made is { } made) return made;
        await _making.WaitAsync(cancellation);
        try
        {
            return _made ??= await MakeAsync(cancellation);
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();

    private async Task<JsonObject> MakeAsync(CancellationToken cancellation)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var typed = await provider.GetOpenApiDocumentAsync(cancellation);
        var document = JsonNode.Parse(await typed.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation))!.AsObject();
        document["info"] = ApiWords.Info();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = platform.Value.Url });
        var operations = services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<ApiOperation>() is not null)
            .ToDictionary(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName, e => e.Metadata.GetMetadata<ApiOperation>()!);
        foreach (var (_, path) in document["paths"]!.AsObject())
            foreach (var (_, operation) in path!.AsObject())
                Complete(operation!.AsObject(), operations[(string)operation["operationId"]!]);
        var components = document["components"]!.AsObject();
        foreach (var (_, schema) in components["schemas"]!.AsObject()) Close(schema);
        components["securitySchemes"] = new JsonObject { ["key"] = ApiWords.Security(), ["cart"] = ApiWords.CartSecurity() };
        document["webhooks"] = HookDocument.ToJson();
        return document;
    }

    private void Complete(JsonObject operation, ApiOperation said)
    {
        operation["parameters"] = new JsonArray([.. said.Parameters.Select(p => p.ToJson())]);
        if (said.Scope is { } scope) operation["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray(scope) });
        if (said.NeedsCart) operation["security"] = new JsonArray(new JsonObject { ["cart"] = new JsonArray() });
        if (said.BodyExample is { } body)
        {
            operation["requestBody"]!["required"] = true;
            operation["requestBody"]!["content"]!["application/json"]!["example"] = Example(body);
        }

        var responses = operation["responses"]!.AsObject();
        var good = responses[$"{said.Answer.Status}"]!.AsObject();
        good["description"] = said.Answer.Description;
        good["headers"] = Headers([.. said.Headers, ApiWords.RateLimit]);
        if (said.Answer.Example is { } example) good["content"]!["application/json"]!["example"] = Example(example);
        foreach (var status in said.Refusals.GroupBy(r => r.Status)) Refuse(responses[$"{status.Key}"]!.AsObject(), [.. status]);
        foreach (var (status, response) in responses.OrderBy(r => r.Key, StringComparer.Ordinal).ToList())
        {
            responses.Remove(status);
            responses.Add(status, response);
        }
    }

    private void Refuse(JsonObject response, IReadOnlyList<ApiRefusalCase> cases)
    {
        response["description"] = string.Join(" ", cases.Select(c => c.Title).Distinct());
        var examples = new JsonObject();
        foreach (var one in cases.DistinctBy(c => c.Code))
            examples[one.Code] = new JsonObject
            {
                ["value"] = Example(new Problem("urn:marketplace:error:" + one.Code, one.Title, one.Status, one.Code, null)),
            };
        response["content"]![ApiRefusal.MediaType]!["examples"] = examples;
        response["headers"] = Headers(ApiWords.HeadersOf(cases[0].Status));
    }

    private JsonNode? Example(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), json.Value.SerializerOptions);

    private static JsonObject Headers(IEnumerable<KeyValuePair<string, string>> headers) => new(headers.Select(h =>
        KeyValuePair.Create(h.Key, (JsonNode?)new JsonObject
        {
            ["description"] = h.Value, ["schema"] = new JsonObject { ["type"] = "string" },
        })));

    /// <summary>Nothing but the members that are named; a dictionary keeps its values' shape.</summary>
    private static void Close(JsonNode? node)
    {
        if (node is JsonArray all)
        {
            foreach (var one in all) Close(one);
            return;
        }

        if (node is not JsonObject schema) return;
        foreach (var (_, inner) in schema.ToList()) Close(inner);
        if (schema["properties"] is JsonObject && schema["type"] is not null && schema["additionalProperties"] is null)
            schema["additionalProperties"] = false;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marketplace.Web.Tests.Api;

/// <summary>A good body with one thing wrong in it.</summary>
/// <param name="Code">The refusal that must come; null where a message's own rule says no.</param>
/// <param name="Member">What the refusal must name.</param>
internal sealed record Spoilt(JsonNode Body, string What, string? Code, string Member)
{
    /// <summary>Every member of every object in the body: left out, of the wrong type, too long, and one that nobody knows.</summary>
    public static IEnumerable<Spoilt> Of(JsonNode body, JsonNode schema, SchemaCheck schemas)
    {
        foreach (var (steps, path, own) in Objects(body, schema, schemas, [], ""))
        {
            yield return With(body, steps, o => o["nonsense"] = 1, $"{path}.nonsense", "api.unknown-member", Joined(path, "nonsense"));
            foreach (var required in own["required"]?.AsArray().Select(r => (string)r!) ?? [])
                yield return With(body, steps, o => o.Remove(required), $"no {path}.{required}", "api.missing-member", Joined(path, required));
            foreach (var (name, declared) in own["properties"]!.AsObject())
                foreach (var one in OfMember(body, steps, path, name, schemas.Resolve(declared!))) yield return one;
        }
    }

    private static IEnumerable<Spoilt> OfMember(JsonNode body, object[] steps, string path, string name, JsonObject declared)
    {
        var value = At(body, steps).AsObject()[name];
        if (value is null) yield break;
        JsonNode wrong = value.GetValueKind() == JsonValueKind.String ? 7 : "seven";
        yield return With(body, steps, o => o[name] = wrong, $"{path}.{name} of another type", "api.wrong-value", Joined(path, name));
        if (value is JsonArray)
            yield return With(body, steps, o => o[name] = new JsonArray((JsonNode?)null), $"{path}.{name} with null", null, "");
        if (declared["maxLength"] is { } length && value.GetValueKind() == JsonValueKind.String)
            yield return With(body, steps, o => o[name] = new string('x', (int)length + 1), $"{path}.{name} too long", null, "");
        if (declared["maxItems"] is { } most && value is JsonArray { Count: > 0 } items)
            yield return With(
                body, steps, o => o[name] = new JsonArray([.. Enumerable.Repeat(0, (int)most + 1).Select(_ => items[0]!.DeepClone())]),
                $"{path}.{name} too many", null, "");
        if (declared["enum"] is not null)
            yield return With(body, steps, o => o[name] = "nonsense", $"{path}.{name} not in its list", "api.wrong-value", Joined(path, name));
    }

    private static IEnumerable<(object[] Steps, string Path, JsonObject Schema)> Objects(
        JsonNode? value, JsonNode schema, SchemaCheck schemas, object[] steps, string path)
    {
        var own = schemas.Resolve(schema);
        if (value is JsonArray { Count: > 0 } items)
            foreach (var inner in Objects(items[0], own["items"]!, schemas, [.. steps, 0], path + "[0]")) yield return inner;
        if (value is not JsonObject members || own["properties"] is null) yield break;
        yield return (steps, path, own);
        foreach (var (name, member) in members)
            foreach (var inner in Objects(member, own["properties"]![name]!, schemas, [.. steps, name], Joined(path, name))) yield return inner;
    }

    private static Spoilt With(JsonNode body, object[] steps, Action<JsonObject> change, string what, string? code, string member)
    {
        var copy = body.DeepClone();
        change(At(copy, steps).AsObject());
        return new Spoilt(copy, what, code, member);
    }

    private static JsonNode At(JsonNode node, object[] steps) =>
        steps.Aggregate(node, (at, step) => step is int index ? at[index]! : at[(string)step]!);

    private static string Joined(string path, string name) => path == "" ? name : $"{path}.{name}";
}

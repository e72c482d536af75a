using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marketplace.Web.Tests.Api;

/// <summary>Holds a value against a schema of the document; only the keywords that the document uses.</summary>
internal sealed class SchemaCheck(JsonObject document)
{
    public JsonObject Resolve(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Resolve(document["components"]!["schemas"]![reference.Split('/')[^1]]!);
        var choices = (schema["oneOf"] ?? schema["anyOf"])?.AsArray();
        return choices?.FirstOrDefault(c => (string?)c!["type"] != "null") is { } other ? Resolve(other) : schema.AsObject();
    }

    public IEnumerable<string> Problems(JsonNode? value, JsonNode schema, string path = "$")
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            if (choices.Any(c => !Problems(value, c!, path).Any())) yield break;
            yield return $"{path} fits none of its shapes";
            yield break;
        }

        var real = (string?)schema["$ref"] is null ? schema.AsObject() : Resolve(schema);
        if (!IsOfType(value, real))
        {
            yield return $"{path} is {value?.ToJsonString() ?? "null"}, not {real["type"]?.ToJsonString()}";
            yield break;
        }

        if (real["enum"] is JsonArray all && !all.Any(a => JsonNode.DeepEquals(a, value))) yield return $"{path} is not in its list: {value}";
        if (value is JsonArray items && real["items"] is { } inner)
            for (var i = 0; i < items.Count; i++)
                foreach (var problem in Problems(items[i], inner, $"{path}[{i}]")) yield return problem;
        if (value is not JsonObject members) yield break;
        foreach (var missing in real["required"]?.AsArray().Where(r => !members.ContainsKey((string)r!)) ?? []) yield return $"{path}.{missing} is missing";
        foreach (var (name, member) in members)
        {
            var known = real["properties"]?[name] ?? real["additionalProperties"] as JsonObject;
            if (known is null) yield return $"{path}.{name} is not in the document";
            else
                foreach (var problem in Problems(member, known, $"{path}.{name}")) yield return problem;
        }
    }

    private static bool IsOfType(JsonNode? value, JsonObject schema)
    {
        var types = schema["type"] switch
        {
            JsonArray several => several.Select(t => (string)t!).ToList(),
            JsonValue one => [(string)one!],
            _ => [],
        };
        if (types.Count == 0) return true;
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        return types.Any(type => (type, kind) switch
        {
            ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("array", JsonValueKind.Array)
                or ("object", JsonValueKind.Object) or ("number", JsonValueKind.Number)
                or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => value!.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-'),
            _ => false,
        });
    }
}

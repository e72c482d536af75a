using System.Globalization;
using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;

namespace Marketplace.StripeSimulator.Parameters;

/// <summary>
/// Refuses what Stripe refuses (unknown, missing, of the wrong type) and turns text into typed values.
/// </summary>
internal static class ParameterCheck
{
    public static JsonObject Read(JsonObject raw, Type? options, IEnumerable<string> required)
    {
        var typed = options is null ? Nothing(raw) : ReadGroup(raw, options, prefix: "");
        foreach (var path in required)
        {
            if (!Has(typed, path.Split('.'))) throw ApiError.Missing(Bracketed(path));
        }

        return typed;
    }

    private static JsonObject Nothing(JsonObject raw)
    {
        var unknown = raw.FirstOrDefault(pair => pair.Key != "expand").Key;
        return unknown is null ? raw.DeepClone().AsObject() : throw Unknown(unknown);
    }

    private static JsonObject ReadGroup(JsonObject raw, Type options, string prefix)
    {
        var schema = ParameterSchema.Of(options);
        var typed = new JsonObject();
        foreach (var (name, value) in raw)
        {
            var full = prefix.Length == 0 ? name : $"{prefix}[{name}]";
            if (!schema.TryGetValue(name, out var parameter))
            {
                if (prefix.Length > 0 || name != "expand") throw Unknown(full);
                parameter = new ParameterSchema(ParameterKind.Any);
            }

            typed[name] = ReadValue(value!, parameter, full);
        }

        return typed;
    }

    private static JsonNode? ReadValue(JsonNode value, ParameterSchema schema, string name)
    {
        if (value is JsonObject group) return ReadObject(group, schema, name);
        if (value is JsonArray list) return ReadList(list, schema, name);
        if (schema.Kind is ParameterKind.Any) return value.DeepClone();
        if (value.GetValueKind() is not System.Text.Json.JsonValueKind.String) return value.DeepClone();

        var text = value.GetValue<string>();
        return schema.Kind switch
        {
            ParameterKind.Integer or ParameterKind.Time => ReadInteger(text, name),
            ParameterKind.Decimal or ParameterKind.Text or ParameterKind.Any => text,
            ParameterKind.Flag => ReadFlag(text, name),
            // An empty text unsets a group, a list or a map.
            ParameterKind.Map or ParameterKind.Group => text.Length == 0 ? null : throw NotA("object", text, name),
            ParameterKind.List => text.Length == 0 ? null : throw NotA("array", text, name),
        };
    }

    private static JsonNode ReadObject(JsonObject group, ParameterSchema schema, string name) => schema.Kind switch
    {
        ParameterKind.Group => ReadGroup(group, schema.Group!, name),
        ParameterKind.Map or ParameterKind.Any => group.DeepClone(),
        ParameterKind.Text or ParameterKind.Integer or ParameterKind.Decimal or ParameterKind.Flag
            or ParameterKind.Time => throw NotA("string", "{...}", name),
        ParameterKind.List => throw NotA("array", "{...}", name),
    };

    private static JsonArray ReadList(JsonArray list, ParameterSchema schema, string name)
    {
        if (schema.Kind is ParameterKind.Any) return list.DeepClone().AsArray();
        if (schema.Kind is not ParameterKind.List) throw NotA("string", "[...]", name);
        return new JsonArray([.. list.Select((item, index) => ReadValue(item!, schema.Item!, $"{name}[{index}]"))]);
    }

    private static JsonValue ReadInteger(string text, string name) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw ApiError.Parameter("parameter_invalid_integer", $"Invalid integer: {text}", name);

    private static JsonValue ReadFlag(string text, string name) => text switch
    {
        "true" or "True" => JsonValue.Create(true),
        "false" or "False" => JsonValue.Create(false),
        _ => throw ApiError.Parameter("parameter_invalid_boolean", $"Invalid boolean: {text}", name),
    };

    private static bool Has(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.Length == 0) return node is not null;
        return node is JsonObject map && Has(map[path[0]], path[1..]);
    }

    private static string Bracketed(string path)
    {
        var parts = path.Split('.');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => $"[{part}]"));
    }

    private static ApiError Unknown(string name) =>
        ApiError.Parameter("parameter_unknown", $"Received unknown parameter: {name}", name);

    private static ApiError NotA(string kind, string given, string name) => kind == "string"
        ? ApiError.Parameter("parameter_invalid_string", $"Invalid string: {given}", name)
        : ApiError.Parameter($"parameter_invalid_{kind}", $"Invalid {kind}: {given}", name);
}

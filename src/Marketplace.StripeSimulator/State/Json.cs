using System.Text.Json.Nodes;

namespace Marketplace.StripeSimulator.State;

/// <summary>Short, typed reading of JSON documents, whose shape is the simulator's own and thus trusted.</summary>
internal static class Json
{
    /// <summary>What only the simulator may see; removed from every answer and event.</summary>
    public const string Hidden = "_sim";

    public static string? Text(this JsonObject body, string name) => body[name]?.GetValue<string>();

    public static string Need(this JsonObject body, string name) =>
        body.Text(name) ?? throw new InvalidOperationException($"{name} is missing in {body["object"]}");

    public static string Id(this JsonObject body) => body.Need("id");

    public static long Number(this JsonObject body, string name) => body[name]?.GetValue<long>() ?? 0;

    public static long? NumberOrNull(this JsonObject body, string name) => body[name]?.GetValue<long>();

    public static bool Flag(this JsonObject body, string name) => body[name]?.GetValue<bool>() ?? false;

    public static JsonObject? Child(this JsonObject body, string name) => body[name] as JsonObject;

    public static JsonObject HiddenPart(this JsonObject body)
    {
        if (body[Hidden] is JsonObject hidden) return hidden;

        hidden = [];
        body[Hidden] = hidden;
        return hidden;
    }

    public static JsonObject Copy(this JsonObject body) => (JsonObject)body.DeepClone();

    /// <summary>A copy as a client may see it.</summary>
    public static JsonObject Visible(this JsonObject body)
    {
        var copy = body.Copy();
        copy.Remove(Hidden);
        return copy;
    }

    public static JsonArray Texts(params IEnumerable<string> values) =>
        new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);

    public static IEnumerable<string> TextList(this JsonObject body, string name) =>
        body[name] is JsonArray array ? array.Select(node => node!.GetValue<string>()) : [];

    /// <summary>Stripe's merge rule for metadata: a key with an empty value is removed.</summary>
    public static JsonObject MergeMetadata(JsonObject? current, JsonObject? change)
    {
        var merged = current?.Copy() ?? [];
        foreach (var (key, value) in change ?? [])
        {
            if (value is null || value.GetValue<string>().Length == 0) merged.Remove(key);
            else merged[key] = value.DeepClone();
        }

        return merged;
    }
}

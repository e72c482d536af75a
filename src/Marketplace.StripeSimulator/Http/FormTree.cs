using System.Text.Json.Nodes;

namespace Marketplace.StripeSimulator.Http;

/// <summary>Turns `line_items[0][price_data][currency]=eur` into the tree it describes.</summary>
internal static class FormTree
{
    private const int MaxDepth = 12;

    public static JsonObject Parse(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var root = new JsonObject();
        foreach (var (key, value) in pairs)
        {
            var path = key.Split('[', MaxDepth).Select(part => part.TrimEnd(']')).ToArray();
            Put(root, path, value);
        }

        return (JsonObject)WithLists(root);
    }

    private static void Put(JsonObject node, string[] path, string value)
    {
        for (var depth = 0; depth < path.Length - 1; depth++)
        {
            var name = Name(node, path[depth]);
            if (node[name] is not JsonObject child) node[name] = child = [];
            node = child;
        }

        node[Name(node, path[^1])] = value;
    }

    // `expand[]=a&expand[]=b` appends.
    private static string Name(JsonObject node, string part) =>
        part.Length == 0 ? node.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : part;

    private static JsonNode WithLists(JsonNode node)
    {
        if (node is not JsonObject map) return node.DeepClone();
        if (map.Count > 0 && map.All(pair => pair.Key.All(char.IsAsciiDigit)))
        {
            return new JsonArray([.. map.Select(pair => WithLists(pair.Value!))]);
        }

        var copy = new JsonObject();
        foreach (var (key, value) in map) copy[key] = WithLists(value!);
        return copy;
    }
}

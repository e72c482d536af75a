using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Http;

/// <summary>`expand[]=latest_charge.balance_transaction`: ids in an answer become the objects they name.</summary>
internal static class Expansion
{
    private const int MaxDepth = 4;

    public static JsonObject Apply(Tx tx, JsonObject answer, JsonNode? expand)
    {
        var visible = answer.Visible();
        foreach (var node in expand as JsonArray ?? [])
        {
            var path = node!.GetValue<string>();
            Walk(tx, visible, path, path);
        }

        return visible;
    }

    private static void Walk(Tx tx, JsonNode? node, string path, string whole)
    {
        var parts = path.Split('.', 2);
        if (whole.Count(letter => letter == '.') >= MaxDepth) throw Refused(whole);
        if (node is JsonArray list)
        {
            foreach (var item in list) Walk(tx, item, path, whole);
            return;
        }

        if (node is not JsonObject body) return;
        if (!body.ContainsKey(parts[0])) Include(tx, body, parts[0], whole);
        else if (body[parts[0]] is JsonValue value && value.TryGetValue<string>(out var id))
        {
            body[parts[0]] = (tx.Find(id) ?? throw Refused(whole)).Body.Visible();
        }

        if (parts.Length == 2) Walk(tx, body[parts[0]], parts[1], whole);
    }

    // Parts that are left out unless asked for, such as a session's line items, are kept hidden under their name.
    private static void Include(Tx tx, JsonObject body, string name, string whole)
    {
        var hidden = body.Text("id") is { } id ? tx.Find(id)?.Body.Child(Json.Hidden)?[name] : null;
        body[name] = hidden?.DeepClone() ?? throw Refused(whole);
    }

    private static ApiError Refused(string path) => ApiError.Parameter(
        "parameter_invalid", $"This property cannot be expanded ({path}).", "expand[0]");
}

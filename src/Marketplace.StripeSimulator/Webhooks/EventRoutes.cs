using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Stripe;

namespace Marketplace.StripeSimulator.Webhooks;

internal static class EventRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get<EventListOptions>("/v1/events", List);
        api.Get<EventGetOptions>("/v1/events/{id}", call => call.Need("event", "event"));
    }

    private static System.Text.Json.Nodes.JsonObject List(ApiCall call)
    {
        var types = call.Params.TextList("types").ToHashSet();
        if (call.Params.Text("type") is { } one) types.Add(one);
        var oldest = (call.Tx.Now - EventLog.Kept).ToUnixTimeSeconds();
        return ListPage.Of(call, "event", "/v1/events", row =>
            row.Number("created") >= oldest
            && (types.Count == 0 || types.Any(type => Matches(type, row.Need("type")))));
    }

    // `charge.*` asks for a whole family.
    private static bool Matches(string pattern, string type) => pattern.EndsWith(".*", StringComparison.Ordinal)
        ? type.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : pattern == type;
}

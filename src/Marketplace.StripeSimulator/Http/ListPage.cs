using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Http;

/// <summary>
/// Stripe's cursor paging: newest first, `limit` 1 to 100, `starting_after` or `ending_before` an id.
/// </summary>
internal static class ListPage
{
    private const long DefaultLimit = 10;
    private const long MaxLimit = 100;

    public static JsonObject Of(ApiCall call, string kind, string url, Func<JsonObject, bool>? where = null) =>
        Of(
            call,
            call.Tx.NewestFirst(kind).Where(row => row.Account == call.Account).Select(row => row.Body),
            url,
            where);

    public static JsonObject Of(
        ApiCall call, IEnumerable<JsonObject> newestFirst, string url, Func<JsonObject, bool>? where = null)
    {
        var limit = call.Params.NumberOrNull("limit") ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
        {
            throw ApiError.Parameter("parameter_invalid_integer", "This value must be between 1 and 100.", "limit");
        }

        var rows = newestFirst.Where(row => where is null || where(row)).Where(row => InRange(call.Params, row));
        if (call.Params.Text("ending_before") is { } before) return Before(call, [.. rows], before, (int)limit, url);

        if (call.Params.Text("starting_after") is { } after)
        {
            NeedCursor(call, after, "starting_after");
            rows = rows.SkipWhile(row => row.Id() != after).Skip(1);
        }

        var page = rows.Take((int)limit + 1).ToList();
        return Wrap(page.Take((int)limit), page.Count > limit, url);
    }

    public static JsonObject Wrap(IEnumerable<JsonObject> rows, bool hasMore, string url) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. rows.Select(row => (JsonNode)row.Visible())]),
        ["has_more"] = hasMore,
        ["url"] = url,
    };

    private static JsonObject Before(ApiCall call, List<JsonObject> rows, string cursor, int limit, string url)
    {
        NeedCursor(call, cursor, "ending_before");
        var index = rows.FindIndex(row => row.Id() == cursor);
        var earlier = rows.Take(Math.Max(index, 0)).ToList();
        return Wrap(earlier.TakeLast(limit), earlier.Count > limit, url);
    }

    private static void NeedCursor(ApiCall call, string id, string param)
    {
        if (call.Tx.Find(id) is null) throw ApiError.NoSuch("object", id, param);
    }

    private static bool InRange(JsonObject parameters, JsonObject row)
    {
        if (parameters["created"] is not { } created) return true;

        var at = row.Number("created");
        if (created is not JsonObject range) return at == AsNumber(created);
        return range.All(bound => bound.Key switch
        {
            "gt" => at > AsNumber(bound.Value!),
            "gte" => at >= AsNumber(bound.Value!),
            "lt" => at < AsNumber(bound.Value!),
            "lte" => at <= AsNumber(bound.Value!),
            _ => throw ApiError.Parameter(
                "parameter_unknown", $"Received unknown parameter: created[{bound.Key}]", $"created[{bound.Key}]"),
        });
    }

    private static long AsNumber(JsonNode node) => node.GetValueKind() is System.Text.Json.JsonValueKind.Number
        ? node.GetValue<long>()
        : long.Parse(node.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
}

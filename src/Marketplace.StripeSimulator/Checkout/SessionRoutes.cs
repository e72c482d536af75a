using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Stripe.Checkout;

namespace Marketplace.StripeSimulator.Checkout;

internal static class SessionRoutes
{
    private const string Kind = "checkout.session";
    private const string Path = "/v1/checkout/sessions";

    public static void Map(ApiRoutes api)
    {
        api.Post<SessionCreateOptions>(Path, ["mode"], CreateSession.Handle);
        api.Get<SessionListOptions>(Path, List);
        api.Get<SessionGetOptions>(Path + "/{id}", call => call.Need(Kind, Kind));
        api.Post<SessionUpdateOptions>(Path + "/{id}", [], Update);
        api.Post<SessionExpireOptions>(Path + "/{id}/expire", [], ExpireSession.Handle);
        api.Get<SessionLineItemListOptions>(Path + "/{id}/line_items", ListItems);
    }

    private static JsonObject List(ApiCall call) => ListPage.Of(call, Kind, Path, row =>
        (call.Params.Text("status") is not { } status || row.Text("status") == status)
        && (call.Params.Text("payment_intent") is not { } intent || row.Text("payment_intent") == intent));

    private static JsonObject Update(ApiCall call)
    {
        call.Need(Kind, Kind);
        var session = call.Tx.Edit(call.RouteId());
        session["metadata"] = Json.MergeMetadata(session.Child("metadata"), call.Params.Child("metadata"));
        return session;
    }

    private static JsonObject ListItems(ApiCall call)
    {
        var items = Items(call.Need(Kind, Kind)).ToList();
        var limit = (int)(call.Params.NumberOrNull("limit") ?? 10);
        var after = call.Params.Text("starting_after");
        var rest = after is null ? items : [.. items.SkipWhile(item => item.Id() != after).Skip(1)];
        return ListPage.Wrap(rest.Take(limit), rest.Count > limit, $"{Path}/{call.RouteId()}/line_items");
    }

    public static IEnumerable<JsonObject> Items(JsonObject session) =>
        session[Json.Hidden]!["line_items"]!["data"]!.AsArray().Select(item => item!.AsObject());
}

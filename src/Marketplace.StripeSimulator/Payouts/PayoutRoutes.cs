using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Stripe;

namespace Marketplace.StripeSimulator.Payouts;

internal static class PayoutRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Post<PayoutCreateOptions>("/v1/payouts", ["amount", "currency"], CreatePayout.Handle);
        api.Get<PayoutListOptions>("/v1/payouts", List);
        api.Get<PayoutGetOptions>("/v1/payouts/{id}", call => call.Need("payout", "payout"));
        api.Post<PayoutUpdateOptions>("/v1/payouts/{id}", [], Update);
        api.Post<PayoutCancelOptions>("/v1/payouts/{id}/cancel", [], Cancel);
    }

    private static JsonObject List(ApiCall call) => ListPage.Of(call, "payout", "/v1/payouts", row =>
        (call.Params.Text("status") is not { } status || row.Text("status") == status)
        && (call.Params.Text("destination") is not { } bank || row.Text("destination") == bank));

    private static JsonObject Update(ApiCall call)
    {
        call.Need("payout", "payout");
        var payout = call.Tx.Edit(call.RouteId());
        payout["metadata"] = Json.MergeMetadata(payout.Child("metadata"), call.Params.Child("metadata"));
        return payout;
    }

    private static JsonObject Cancel(ApiCall call)
    {
        call.Need("payout", "payout");
        var payout = call.Tx.Edit(call.RouteId());
        if (payout.Text("status") != "pending")
        {
            throw ApiError.Invalid("Payouts can be canceled only while they are pending.", "id");
        }

        MovePayout.Cancel(call.Tx, payout);
        return payout;
    }
}

using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;
using Stripe;

namespace Marketplace.StripeSimulator.Refunds;

internal static class RefundRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Post<RefundCreateOptions>("/v1/refunds", [], CreateRefund.Handle);
        api.Get<RefundListOptions>("/v1/refunds", List);
        api.Get<RefundGetOptions>("/v1/refunds/{id}", call => call.Need("refund", "refund"));
        api.Post<RefundUpdateOptions>("/v1/refunds/{id}", [], Update);
        api.Post<RefundCancelOptions>("/v1/refunds/{id}/cancel", [], Cancel);
    }

    private static JsonObject List(ApiCall call) => ListPage.Of(call, "refund", "/v1/refunds", row =>
        (call.Params.Text("charge") is not { } charge || row.Text("charge") == charge)
        && (call.Params.Text("payment_intent") is not { } intent || row.Text("payment_intent") == intent));

    private static JsonObject Update(ApiCall call)
    {
        call.Need("refund", "refund");
        var refund = call.Tx.Edit(call.RouteId());
        refund["metadata"] = Json.MergeMetadata(refund.Child("metadata"), call.Params.Child("metadata"));
        EventLog.Emit(call.Tx, Store.Platform, "refund.updated", refund);
        return refund;
    }

    private static JsonObject Cancel(ApiCall call)
    {
        var refund = call.Need("refund", "refund");
        if (refund.Text("status") is not ("pending" or "requires_action"))
        {
            throw ApiError.Invalid($"A refund with the status {refund.Text("status")} cannot be canceled.", "id");
        }

        FinishRefund.Run(call.Tx, call.RouteId(), "canceled");
        return call.Tx.Edit(call.RouteId());
    }
}

using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;
using Stripe;

namespace Marketplace.StripeSimulator.Disputes;

internal static class DisputeRoutes
{
    // What Stripe's test mode understands as the outcome, written into `uncategorized_text`.
    private const string WinningEvidence = "winning_evidence";
    private const string LosingEvidence = "losing_evidence";

    public static void Map(ApiRoutes api)
    {
        api.Get<DisputeListOptions>("/v1/disputes", List);
        api.Get<DisputeGetOptions>("/v1/disputes/{id}", call => call.Need("dispute", "dispute"));
        api.Post<DisputeUpdateOptions>("/v1/disputes/{id}", [], Update);
        api.Post<DisputeCloseOptions>("/v1/disputes/{id}/close", [], Close);
    }

    private static JsonObject List(ApiCall call) => ListPage.Of(call, "dispute", "/v1/disputes", row =>
        (call.Params.Text("charge") is not { } charge || row.Text("charge") == charge)
        && (call.Params.Text("payment_intent") is not { } intent || row.Text("payment_intent") == intent));

    private static JsonObject Update(ApiCall call)
    {
        call.Need("dispute", "dispute");
        var dispute = call.Tx.Edit(call.RouteId());
        dispute["metadata"] = Json.MergeMetadata(dispute.Child("metadata"), call.Params.Child("metadata"));
        if (call.Params.Child("evidence") is { } evidence) AddEvidence(call.Tx, dispute, evidence);
        if (call.Params.Flag("submit")) Submit(call.Tx, dispute);
        else EventLog.Emit(call.Tx, Store.Platform, "charge.dispute.updated", dispute);
        return dispute;
    }

    private static JsonObject Close(ApiCall call)
    {
        var dispute = call.Need("dispute", "dispute");
        if (dispute.Text("status") is not ("needs_response" or "warning_needs_response" or "under_review"))
        {
            throw ApiError.Invalid($"This dispute is already {dispute.Text("status")}.", "id");
        }

        CloseDispute.Run(call.Tx, call.RouteId(), won: false);
        return call.Tx.Edit(call.RouteId());
    }

    private static void AddEvidence(Tx tx, JsonObject dispute, JsonObject evidence)
    {
        var details = dispute.Child("evidence_details")!;
        if (details.Number("due_by") < tx.NowUnix) throw ApiError.Invalid("The evidence is past due.", "evidence");
        if (dispute.Text("status") is not ("needs_response" or "warning_needs_response"))
        {
            throw ApiError.Invalid("This dispute takes no more evidence.", "evidence");
        }

        foreach (var (name, value) in evidence) dispute["evidence"]![name] = value?.DeepClone();
        details["has_evidence"] = true;
    }

    private static void Submit(Tx tx, JsonObject dispute)
    {
        var details = dispute.Child("evidence_details")!;
        if (dispute.Text("status") is not ("needs_response" or "warning_needs_response"))
        {
            throw ApiError.Invalid("The evidence was submitted before.", "submit");
        }

        details["submission_count"] = details.Number("submission_count") + 1;
        var inquiry = dispute.Need("status").StartsWith("warning_", StringComparison.Ordinal);
        dispute["status"] = inquiry ? "warning_under_review" : "under_review";
        EventLog.Emit(tx, Store.Platform, "charge.dispute.updated", dispute);
        var text = dispute.Child("evidence")!.Text("uncategorized_text");
        if (text is WinningEvidence or LosingEvidence) CloseDispute.Run(tx, dispute.Id(), text == WinningEvidence);
    }
}

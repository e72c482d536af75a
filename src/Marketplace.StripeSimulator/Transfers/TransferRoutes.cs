using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;
using Stripe;

namespace Marketplace.StripeSimulator.Transfers;

internal static class TransferRoutes
{
    private const string Path = "/v1/transfers";

    public static void Map(ApiRoutes api)
    {
        api.Post<TransferCreateOptions>(Path, ["amount", "currency", "destination"], CreateTransfer.Handle);
        api.Get<TransferListOptions>(Path, List);
        api.Get<TransferGetOptions>(Path + "/{id}", call => call.Need("transfer", "transfer"));
        api.Post<TransferUpdateOptions>(Path + "/{id}", [], Update);
        api.Post<TransferReversalCreateOptions>(Path + "/{id}/reversals", [], ReverseTransfer.Handle);
        api.Get<TransferReversalListOptions>(Path + "/{id}/reversals", ListReversals);
        api.Get<TransferReversalGetOptions>(Path + "/{id}/reversals/{reversal}", GetReversal);
    }

    private static JsonObject List(ApiCall call) => ListPage.Of(call, "transfer", Path, row =>
        (call.Params.Text("destination") is not { } destination || row.Text("destination") == destination)
        && (call.Params.Text("transfer_group") is not { } group || row.Text("transfer_group") == group));

    private static JsonObject Update(ApiCall call)
    {
        call.Need("transfer", "transfer");
        var transfer = call.Tx.Edit(call.RouteId());
        if (call.Params.Text("description") is { } text) transfer["description"] = text;
        transfer["metadata"] = Json.MergeMetadata(transfer.Child("metadata"), call.Params.Child("metadata"));
        EventLog.Emit(call.Tx, Store.Platform, "transfer.updated", transfer);
        return transfer;
    }

    private static JsonObject ListReversals(ApiCall call)
    {
        var transfer = call.Need("transfer", "transfer").Id();
        return ListPage.Of(
            call, "transfer_reversal", $"{Path}/{transfer}/reversals", row => row.Text("transfer") == transfer);
    }

    private static JsonObject GetReversal(ApiCall call)
    {
        call.Need("transfer", "transfer");
        return call.Need("transfer_reversal", "transfer reversal", "reversal");
    }
}

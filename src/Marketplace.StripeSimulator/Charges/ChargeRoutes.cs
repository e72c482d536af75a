using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Stripe;

namespace Marketplace.StripeSimulator.Charges;

internal static class ChargeRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get<ChargeListOptions>("/v1/charges", List);
        api.Get<ChargeGetOptions>("/v1/charges/{id}", call => call.Need("charge", "charge"));
        api.Post<ChargeUpdateOptions>("/v1/charges/{id}", [], Update);
    }

    private static JsonObject List(ApiCall call) => ListPage.Of(call, "charge", "/v1/charges", row =>
        (call.Params.Text("payment_intent") is not { } intent || row.Text("payment_intent") == intent)
        && (call.Params.Text("transfer_group") is not { } group || row.Text("transfer_group") == group)
        && (call.Params.Text("customer") is not { } customer || row.Text("customer") == customer));

    private static JsonObject Update(ApiCall call)
    {
        call.Need("charge", "charge");
        var charge = call.Tx.Edit(call.RouteId());
        if (call.Params.Text("transfer_group") is { } group)
        {
            if (charge.Text("transfer_group") is not null)
            {
                throw ApiError.Invalid("The transfer group is already set.", "transfer_group");
            }

            charge["transfer_group"] = group;
        }

        if (call.Params.Text("description") is { } text) charge["description"] = text;
        charge["metadata"] = Json.MergeMetadata(charge.Child("metadata"), call.Params.Child("metadata"));
        return charge;
    }
}

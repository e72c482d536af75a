using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;
using Stripe;

namespace Marketplace.StripeSimulator.PaymentIntents;

internal static class PaymentIntentRoutes
{
    private const string Kind = "payment_intent";
    private static readonly string[] Open = ["requires_payment_method", "requires_confirmation", "requires_action"];

    public static void Map(ApiRoutes api)
    {
        api.Post<PaymentIntentCreateOptions>("/v1/payment_intents", ["amount", "currency"], Create);
        api.Get<PaymentIntentListOptions>("/v1/payment_intents", List);
        api.Get<PaymentIntentGetOptions>("/v1/payment_intents/{id}", call => call.Need(Kind, Kind));
        api.Post<PaymentIntentUpdateOptions>("/v1/payment_intents/{id}", [], Update);
        api.Post<PaymentIntentConfirmOptions>("/v1/payment_intents/{id}/confirm", [], Confirm);
        api.Post<PaymentIntentCancelOptions>("/v1/payment_intents/{id}/cancel", [], Cancel);
    }

    private static JsonObject Create(ApiCall call)
    {
        if (call.Params.Text("capture_method") is "manual")
        {
            throw ApiError.Invalid("The simulator captures automatically only.", "capture_method");
        }

        var currency = Currencies.Read(call.Params.Need("currency"));
        var intent = CreateIntent.Run(call.Tx, call.Params.Number("amount"), currency, call.Params);
        return call.Params.Flag("confirm") ? Pay(call, intent) : intent;
    }

    private static JsonObject List(ApiCall call) => ListPage.Of(call, Kind, "/v1/payment_intents", row =>
        call.Params.Text("customer") is not { } customer || row.Text("customer") == customer);

    private static JsonObject Update(ApiCall call)
    {
        call.Need(Kind, Kind);
        var intent = call.Tx.Edit(call.RouteId());
        if (call.Params.Text("transfer_group") is { } group) intent["transfer_group"] = group;
        if (call.Params.Text("description") is { } text) intent["description"] = text;
        intent["metadata"] = Json.MergeMetadata(intent.Child("metadata"), call.Params.Child("metadata"));
        return intent;
    }

    private static JsonObject Confirm(ApiCall call)
    {
        call.Need(Kind, Kind);
        var intent = call.Tx.Edit(call.RouteId());
        return Open.Contains(intent.Text("status")) ? Pay(call, intent) : throw Unexpected(intent, "confirm");
    }

    private static JsonObject Cancel(ApiCall call)
    {
        call.Need(Kind, Kind);
        var intent = call.Tx.Edit(call.RouteId());
        if (!Open.Contains(intent.Text("status"))) throw Unexpected(intent, "cancel");

        intent["status"] = "canceled";
        intent["canceled_at"] = call.Tx.NowUnix;
        intent["cancellation_reason"] = call.Params.Text("cancellation_reason");
        EventLog.Emit(call.Tx, Store.Platform, "payment_intent.canceled", intent);
        return intent;
    }

    private static JsonObject Pay(ApiCall call, JsonObject intent)
    {
        var token = call.Params.Text("payment_method") ?? throw ApiError.Missing("payment_method");
        var card = TestCard.Find(token) ?? throw ApiError.NoSuch("PaymentMethod", token, "payment_method");
        if (PayIntent.ByCard(call.Tx, intent, card, authenticated: false) is not PayResult.Declined) return intent;

        throw new ApiError(402, "card_error", card.Message)
        {
            Code = card.Code,
            DeclineCode = card.DeclineCode,
            Charge = intent.Text("latest_charge"),
            PaymentIntent = intent.Visible(),
            KeepsChanges = true,
        };
    }

    private static ApiError Unexpected(JsonObject intent, string verb) => new(
        400,
        "invalid_request_error",
        $"You cannot {verb} this PaymentIntent because it has a status of {intent.Text("status")}.")
    {
        Code = "payment_intent_unexpected_state",
        PaymentIntent = intent.Visible(),
    };
}

using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.PaymentIntents;

internal static class CreateIntent
{
    /// <param name="data">The parameters of a payment intent, or a session's `payment_intent_data`.</param>
    public static JsonObject Run(Tx tx, long amountMinor, string currency, JsonObject data)
    {
        Currencies.CheckCharge(amountMinor, currency);
        var id = Ids.New("pi");
        var intent = tx.Add("payment_intent", Store.Platform, new JsonObject
        {
            ["id"] = id,
            ["object"] = "payment_intent",
            ["amount"] = amountMinor,
            ["amount_capturable"] = 0L,
            ["amount_details"] = new JsonObject { ["tip"] = new JsonObject() },
            ["amount_received"] = 0L,
            ["application"] = null,
            ["application_fee_amount"] = null,
            ["automatic_payment_methods"] = new JsonObject { ["enabled"] = true, ["allow_redirects"] = "always" },
            ["canceled_at"] = null,
            ["cancellation_reason"] = null,
            ["capture_method"] = "automatic",
            ["client_secret"] = Ids.New(id + "_secret"),
            ["confirmation_method"] = "automatic",
            ["created"] = tx.NowUnix,
            ["currency"] = currency,
            ["customer"] = data.Text("customer"),
            ["customer_account"] = null,
            ["description"] = data.Text("description"),
            ["excluded_payment_method_types"] = null,
            ["last_payment_error"] = null,
            ["latest_charge"] = null,
            ["livemode"] = false,
            ["managed_payments"] = null,
            ["metadata"] = Json.MergeMetadata(null, data.Child("metadata")),
            ["next_action"] = null,
            ["on_behalf_of"] = null,
            ["payment_method"] = null,
            ["payment_method_configuration_details"] = null,
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = Json.Texts("card", "sepa_debit"),
            ["processing"] = null,
            ["receipt_email"] = data.Text("receipt_email"),
            ["review"] = null,
            ["setup_future_usage"] = null,
            ["shipping"] = data.Child("shipping")?.Copy(),
            ["source"] = null,
            ["statement_descriptor"] = null,
            ["statement_descriptor_suffix"] = data.Text("statement_descriptor_suffix"),
            ["status"] = "requires_payment_method",
            ["transfer_data"] = null,
            ["transfer_group"] = data.Text("transfer_group"),
        });
        EventLog.Emit(tx, Store.Platform, "payment_intent.created", intent);
        return intent;
    }
}

using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Clock;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Checkout;

/// <summary>
/// A hosted Checkout Session in payment mode; the payment intent comes with the first attempt to pay.
/// </summary>
internal static class CreateSession
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    // Parts of Stripe's shape for features that the simulator does not have.
    private static readonly string[] Unused =
    [
        "collected_information", "consent", "consent_collection", "currency_conversion", "custom_text",
        "customer_account", "invoice_creation", "managed_payments", "origin_context",
        "payment_method_configuration_details", "permissions", "saved_payment_method_options", "wallet_options",
    ];

    public static JsonObject Handle(ApiCall call)
    {
        var data = call.Params;
        Check(data);
        var items = LineItems.Read(call.Tx, data["line_items"]!.AsArray());
        var total = items.Sum(item => item.Number("amount_total"));
        var currency = items[0].Need("currency");
        Currencies.CheckCharge(total, currency, "line_items");
        var session = Body(call, data, items, ExpiresAt(call.Tx, data));
        foreach (var name in Unused) session[name] = null;
        session["url"] = $"{call.Host.PublicBaseUrl}/c/pay/{session.Id()}";
        DueWork.At(
            call.Tx,
            DateTimeOffset.FromUnixTimeSeconds(session.Number("expires_at")),
            "session.expire",
            Store.Platform,
            session.Id());
        return call.Tx.Add("checkout.session", Store.Platform, session);
    }

    private static void Check(JsonObject data)
    {
        if (data.Text("mode") is not "payment")
        {
            throw ApiError.Invalid("The simulator knows mode=payment only.", "mode");
        }

        if (data.Text("ui_mode") is { } mode and not "hosted_page")
        {
            throw ApiError.Invalid($"The simulator knows ui_mode=hosted_page only, not {mode}.", "ui_mode");
        }

        if (data["line_items"] is not JsonArray) throw ApiError.Missing("line_items");
        CheckUrl(data.Text("success_url") ?? throw ApiError.Missing("success_url"), "success_url");
        if (data.Text("cancel_url") is { } cancel) CheckUrl(cancel, "cancel_url");
        if (data.Child("payment_intent_data")?["application_fee_amount"] is not null)
        {
            throw ApiError.Invalid(
                "application_fee_amount needs a destination or direct charge.",
                "payment_intent_data[application_fee_amount]");
        }
    }

    private static void CheckUrl(string url, string param)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            throw ApiError.Parameter("url_invalid", "Not a valid URL", param);
        }
    }

    private static long ExpiresAt(Tx tx, JsonObject data)
    {
        var expiresAt = data.NumberOrNull("expires_at") ?? tx.NowUnix + (long)Longest.TotalSeconds;
        var seconds = expiresAt - tx.NowUnix;
        if (seconds < Shortest.TotalSeconds)
        {
            throw ApiError.Invalid(
                "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.", "expires_at");
        }

        return seconds <= Longest.TotalSeconds ? expiresAt : throw ApiError.Invalid(
            "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.", "expires_at");
    }

    private static JsonObject Body(ApiCall call, JsonObject data, List<JsonObject> items, long expiresAt)
    {
        var id = $"cs_test_{Ids.New("a1", 55).Replace("_", "", StringComparison.Ordinal)}";
        var total = items.Sum(item => item.Number("amount_total"));
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "checkout.session",
            ["adaptive_pricing"] = new JsonObject { ["enabled"] = false },
            ["after_expiration"] = null,
            ["allow_promotion_codes"] = null,
            ["amount_subtotal"] = total,
            ["amount_total"] = total,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["status"] = null },
            ["billing_address_collection"] = data.Text("billing_address_collection"),
            ["cancel_url"] = data.Text("cancel_url"),
            ["client_reference_id"] = data.Text("client_reference_id"),
            ["client_secret"] = null,
            ["created"] = call.Tx.NowUnix,
            ["currency"] = items[0].Need("currency"),
            ["custom_fields"] = new JsonArray(),
            ["customer"] = data.Text("customer"),
            ["customer_creation"] = "if_required",
            ["customer_details"] = null,
            ["customer_email"] = data.Text("customer_email"),
            ["discounts"] = new JsonArray(),
            ["expires_at"] = expiresAt,
            ["integration_identifier"] = data.Text("integration_identifier"),
            ["invoice"] = null,
            ["livemode"] = false,
            ["locale"] = data.Text("locale"),
            ["metadata"] = Json.MergeMetadata(null, data.Child("metadata")),
            ["mode"] = "payment",
            ["payment_intent"] = null,
            ["payment_link"] = null,
            ["payment_method_collection"] = "if_required",
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = Json.Texts("card", "sepa_debit"),
            ["payment_status"] = "unpaid",
            ["phone_number_collection"] = new JsonObject { ["enabled"] = false },
            ["recovered_from"] = null,
            ["setup_intent"] = null,
            ["shipping_address_collection"] = null,
            ["shipping_cost"] = null,
            ["shipping_options"] = new JsonArray(),
            ["status"] = "open",
            ["submit_type"] = data.Text("submit_type"),
            ["subscription"] = null,
            ["success_url"] = data.Text("success_url"),
            ["total_details"] = new JsonObject
            {
                ["amount_discount"] = 0L,
                ["amount_shipping"] = 0L,
                ["amount_tax"] = 0L,
            },
            ["ui_mode"] = "hosted_page",
            ["url"] = null,
            [Json.Hidden] = new JsonObject
            {
                ["line_items"] = ListPage.Wrap(items, hasMore: false, $"/v1/checkout/sessions/{id}/line_items"),
                ["intent"] = data.Child("payment_intent_data")?.Copy() ?? [],
            },
        };
    }
}

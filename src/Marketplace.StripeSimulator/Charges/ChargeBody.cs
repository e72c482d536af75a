using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.PaymentIntents;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Charges;

internal static class ChargeBody
{
    public static JsonObject Create(Tx tx, JsonObject intent, string status, JsonObject details)
    {
        var id = Ids.New("ch");
        var succeeded = status == "succeeded";
        return tx.Add("charge", Store.Platform, new JsonObject
        {
            ["id"] = id,
            ["object"] = "charge",
            ["amount"] = intent.Number("amount"),
            ["amount_captured"] = succeeded ? intent.Number("amount") : 0,
            ["amount_refunded"] = 0L,
            ["application"] = null,
            ["application_fee"] = null,
            ["application_fee_amount"] = null,
            ["balance_transaction"] = null,
            ["billing_details"] = new JsonObject
            {
                ["address"] = null,
                ["email"] = intent.Text("receipt_email"),
                ["name"] = null,
                ["phone"] = null,
                ["tax_id"] = null,
            },
            ["calculated_statement_descriptor"] = "STRIPE SIMULATOR",
            ["captured"] = succeeded,
            ["created"] = tx.NowUnix,
            ["currency"] = intent.Need("currency"),
            ["customer"] = intent.Text("customer"),
            ["description"] = intent.Text("description"),
            ["disputed"] = false,
            ["failure_balance_transaction"] = null,
            ["failure_code"] = null,
            ["failure_message"] = null,
            ["fraud_details"] = new JsonObject(),
            ["livemode"] = false,
            ["metadata"] = intent.Child("metadata")?.Copy() ?? [],
            ["on_behalf_of"] = null,
            ["outcome"] = Outcome(status),
            ["paid"] = succeeded,
            ["payment_intent"] = intent.Id(),
            ["payment_method"] = intent.Text("payment_method"),
            ["payment_method_details"] = details,
            ["receipt_email"] = intent.Text("receipt_email"),
            ["receipt_number"] = null,
            ["receipt_url"] = null,
            ["refunded"] = false,
            ["review"] = null,
            ["shipping"] = intent.Child("shipping")?.Copy(),
            ["source_transfer"] = null,
            ["statement_descriptor"] = intent.Text("statement_descriptor"),
            ["statement_descriptor_suffix"] = intent.Text("statement_descriptor_suffix"),
            ["status"] = status,
            ["transfer_data"] = null,
            ["transfer_group"] = intent.Text("transfer_group"),
        });
    }

    public static JsonObject Card(TestCard card, bool authenticated) => new()
    {
        ["type"] = "card",
        ["card"] = new JsonObject
        {
            ["amount_authorized"] = null,
            ["brand"] = card.Brand,
            ["checks"] = new JsonObject { ["cvc_check"] = card.Code == "incorrect_cvc" ? "fail" : "pass" },
            ["country"] = "DE",
            ["exp_month"] = 12L,
            ["exp_year"] = 2034L,
            ["fingerprint"] = $"sim{card.Number[^8..]}",
            ["funding"] = "credit",
            ["last4"] = card.Last4,
            ["network"] = card.Brand,
            ["three_d_secure"] = authenticated ? new JsonObject { ["result"] = "authenticated" } : null,
            ["wallet"] = null,
        },
    };

    public static JsonObject Debit(BankDebit debit) => new()
    {
        ["type"] = "sepa_debit",
        ["sepa_debit"] = new JsonObject
        {
            ["bank_code"] = debit.Iban[4..12],
            ["country"] = debit.Iban[..2],
            ["fingerprint"] = $"sim{debit.Iban[^8..]}",
            ["last4"] = debit.Iban[^4..],
        },
    };

    private static JsonObject Outcome(string status) => new()
    {
        ["network_status"] = status == "failed" ? "declined_by_network" : "approved_by_network",
        ["reason"] = null,
        ["risk_level"] = "normal",
        ["seller_message"] = status == "failed" ? "The bank declined the payment." : "Payment complete.",
        ["type"] = status == "failed" ? "issuer_declined" : "authorized",
    };
}

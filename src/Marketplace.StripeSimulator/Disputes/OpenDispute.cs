using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Disputes;

/// <summary>
/// A buyer asks the bank for the money back. An inquiry only asks; a dispute takes the money at once.
/// </summary>
internal static class OpenDispute
{
    private const int DaysToAnswer = 7;

    public static void RunDue(Tx tx, JsonObject task)
    {
        var data = task.Child("data")!;
        Run(tx, task.Need("target"), data.Need("reason"), data.Flag("inquiry"), amountMinor: null);
    }

    /// <param name="amountMinor">Null: all that is not refunded yet.</param>
    public static JsonObject Run(Tx tx, string chargeId, string reason, bool inquiry, long? amountMinor)
    {
        var charge = tx.Edit(chargeId);
        var amount = amountMinor ?? charge.Number("amount") - charge.Number("amount_refunded");
        var dispute = tx.Add("dispute", Store.Platform, new JsonObject
        {
            ["id"] = Ids.New("du"),
            ["object"] = "dispute",
            ["amount"] = amount,
            ["balance_transactions"] = new JsonArray(),
            ["charge"] = charge.Id(),
            ["created"] = tx.NowUnix,
            ["currency"] = charge.Need("currency"),
            ["enhanced_eligibility_types"] = new JsonArray(),
            ["evidence"] = new JsonObject { ["enhanced_evidence"] = new JsonObject() },
            ["evidence_details"] = new JsonObject
            {
                ["due_by"] = tx.Now.AddDays(DaysToAnswer).ToUnixTimeSeconds(),
                ["enhanced_eligibility"] = new JsonObject(),
                ["has_evidence"] = false,
                ["past_due"] = false,
                ["submission_count"] = 0L,
            },
            ["is_charge_refundable"] = inquiry,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["payment_method_details"] = new JsonObject
            {
                ["type"] = "card",
                ["card"] = new JsonObject
                {
                    ["brand"] = "visa",
                    ["case_type"] = inquiry ? "inquiry" : "chargeback",
                    ["network"] = "visa",
                    ["network_reason_code"] = "10.4",
                },
            },
            ["reason"] = reason,
            ["status"] = inquiry ? "warning_needs_response" : "needs_response",
        });
        charge["disputed"] = true;
        if (inquiry)
        {
            EventLog.Emit(tx, Store.Platform, "charge.dispute.created", dispute);
            return dispute;
        }

        Withdraw(tx, dispute, charge);
        EventLog.Emit(tx, Store.Platform, "charge.dispute.created", dispute);
        EventLog.Emit(tx, Store.Platform, "charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    private static void Withdraw(Tx tx, JsonObject dispute, JsonObject charge)
    {
        charge.HiddenPart()["withdrawn"] = true;
        var entry = Ledger.Post(tx, new Movement(
            Store.Platform, "adjustment", "dispute", dispute.Need("currency"), -dispute.Number("amount"))
        {
            FeeMinor = tx.Options.DisputeFeeMinor,
            Source = dispute.Id(),
            Description = $"Chargeback withdrawal for {charge.Id()}",
        });
        dispute["balance_transactions"]!.AsArray().Add(entry.Copy());
    }
}

using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Checkout;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.PaymentIntents;

/// <summary>The bank's answer to a direct debit, days (here: minutes) after the buyer confirmed.</summary>
internal static class SettleBankDebit
{
    public static void RunDue(Tx tx, JsonObject task) =>
        Run(tx, task.Need("target"), task.Child("data")!.Flag("succeeds"));

    public static void Run(Tx tx, string intentId, bool succeeds)
    {
        var intent = tx.Edit(intentId);
        if (intent.Text("status") != "processing") return;

        var charge = tx.Edit(intent.Need("latest_charge"));
        if (succeeds) PayIntent.Capture(tx, intent, charge, availableAtOnce: false);
        else Fail(tx, intent, charge);
        if (intent.Child(Json.Hidden)?.Text("session") is { } session) FinishSession.Settle(tx, session, succeeds);
    }

    private static void Fail(Tx tx, JsonObject intent, JsonObject charge)
    {
        const string Message = "The bank account has insufficient funds.";
        charge["status"] = "failed";
        charge["failure_code"] = "insufficient_funds";
        charge["failure_message"] = Message;
        intent["status"] = "requires_payment_method";
        intent["processing"] = null;
        intent["last_payment_error"] = new JsonObject
        {
            ["type"] = "card_error",
            ["code"] = "payment_intent_payment_attempt_failed",
            ["message"] = Message,
            ["charge"] = charge.Id(),
        };
        EventLog.Emit(tx, Store.Platform, "charge.failed", charge);
        EventLog.Emit(tx, Store.Platform, "payment_intent.payment_failed", intent);
    }
}

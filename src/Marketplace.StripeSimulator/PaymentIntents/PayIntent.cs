using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Charges;
using Marketplace.StripeSimulator.Clock;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.PaymentIntents;

internal enum PayResult
{
    Succeeded,
    Declined,
    RequiresAction,
    Processing,
}

/// <summary>One attempt to pay an intent, with all that follows from the means of payment.</summary>
internal static class PayIntent
{
    public static PayResult ByCard(Tx tx, JsonObject intent, TestCard card, bool authenticated)
    {
        intent["payment_method"] = Ids.New("pm");
        intent["next_action"] = null;
        if (card.Outcome is CardOutcome.AsksForAuthentication && !authenticated) return Ask(tx, intent, card);

        return card.Outcome is CardOutcome.Declines
            ? Decline(tx, intent, card)
            : Succeed(tx, intent, card, authenticated);
    }

    public static PayResult ByBankDebit(Tx tx, JsonObject intent, BankDebit debit)
    {
        intent["payment_method"] = Ids.New("pm");
        var charge = ChargeBody.Create(tx, intent, "pending", ChargeBody.Debit(debit));
        intent["status"] = "processing";
        intent["latest_charge"] = charge.Id();
        intent["processing"] = new JsonObject { ["type"] = "sepa_debit" };
        EventLog.Emit(tx, Store.Platform, "charge.pending", charge);
        EventLog.Emit(tx, Store.Platform, "payment_intent.processing", intent);
        var delay = debit.Slow ? tx.Options.BankDebitDelay : tx.Options.BankDebitFastDelay;
        DueWork.At(tx, tx.Now + delay, "debit.settle", Store.Platform, intent.Id(), new JsonObject
        {
            ["succeeds"] = debit.Succeeds,
        });
        return PayResult.Processing;
    }

    /// <summary>The payer did not pass the bank's challenge.</summary>
    public static void FailAuthentication(Tx tx, JsonObject intent)
    {
        const string Message =
            "We are unable to authenticate your payment method. Please choose a different payment method and try "
            + "again.";
        intent["status"] = "requires_payment_method";
        intent["next_action"] = null;
        intent["last_payment_error"] = Error("payment_intent_authentication_failure", null, Message, null);
        EventLog.Emit(tx, Store.Platform, "payment_intent.payment_failed", intent);
    }

    /// <summary>Books the money of a charge and closes its intent; used at once by cards, later by debits.</summary>
    public static void Capture(Tx tx, JsonObject intent, JsonObject charge, bool availableAtOnce)
    {
        var amount = charge.Number("amount");
        var entry = Ledger.Post(tx, new Movement(Store.Platform, "charge", "charge", charge.Need("currency"), amount)
        {
            FeeMinor = Ledger.ProcessingFee(tx.Options, amount),
            Source = charge.Id(),
            Description = charge.Text("description"),
            AvailableOn = availableAtOnce ? null : Ledger.AvailableOn(tx, tx.Options),
        });
        charge["balance_transaction"] = entry.Id();
        charge["status"] = "succeeded";
        charge["paid"] = true;
        charge["captured"] = true;
        charge["amount_captured"] = amount;
        intent["status"] = "succeeded";
        intent["amount_received"] = amount;
        intent["latest_charge"] = charge.Id();
        intent["last_payment_error"] = null;
        intent["processing"] = null;
        EventLog.Emit(tx, Store.Platform, "charge.succeeded", charge);
        EventLog.Emit(tx, Store.Platform, "payment_intent.succeeded", intent);
    }

    private static PayResult Ask(Tx tx, JsonObject intent, TestCard card)
    {
        intent["status"] = "requires_action";
        intent["next_action"] = new JsonObject
        {
            ["type"] = "redirect_to_url",
            ["redirect_to_url"] = new JsonObject { ["return_url"] = null, ["url"] = null },
        };
        intent.HiddenPart()["card"] = card.Number;
        EventLog.Emit(tx, Store.Platform, "payment_intent.requires_action", intent);
        return PayResult.RequiresAction;
    }

    private static PayResult Decline(Tx tx, JsonObject intent, TestCard card)
    {
        var charge = ChargeBody.Create(tx, intent, "failed", ChargeBody.Card(card, authenticated: false));
        charge["failure_code"] = card.Code;
        charge["failure_message"] = card.Message;
        intent["status"] = "requires_payment_method";
        intent["latest_charge"] = charge.Id();
        intent["last_payment_error"] = Error(card.Code, card.DeclineCode, card.Message, charge.Id());
        EventLog.Emit(tx, Store.Platform, "charge.failed", charge);
        EventLog.Emit(tx, Store.Platform, "payment_intent.payment_failed", intent);
        return PayResult.Declined;
    }

    private static PayResult Succeed(Tx tx, JsonObject intent, TestCard card, bool authenticated)
    {
        var charge = ChargeBody.Create(tx, intent, "succeeded", ChargeBody.Card(card, authenticated));
        charge.HiddenPart()["later"] = card.Later.ToString();
        Capture(tx, intent, charge, card.AvailableAtOnce);
        if (card.Later is LaterTrouble.Dispute or LaterTrouble.NotReceivedDispute or LaterTrouble.Inquiry)
        {
            DueWork.At(tx, tx.Now + tx.Options.DisputeDelay, "dispute.open", Store.Platform, charge.Id(), new JsonObject
            {
                ["reason"] = card.Later is LaterTrouble.NotReceivedDispute ? "product_not_received" : "fraudulent",
                ["inquiry"] = card.Later is LaterTrouble.Inquiry,
            });
        }

        return PayResult.Succeeded;
    }

    private static JsonObject Error(string code, string? declineCode, string message, string? charge)
    {
        var error = new JsonObject { ["type"] = "card_error", ["code"] = code, ["message"] = message };
        if (declineCode is not null) error["decline_code"] = declineCode;
        if (charge is not null) error["charge"] = charge;
        return error;
    }
}

using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Clock;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.PaymentIntents;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Refunds;

/// <summary>
/// Money back to the buyer from the platform's balance. It does not touch the charge's transfers, and Stripe keeps
/// its fee.
/// </summary>
internal static class CreateRefund
{
    private static readonly string[] Reasons = ["duplicate", "fraudulent", "requested_by_customer"];

    public static JsonObject Handle(ApiCall call)
    {
        var (tx, data) = (call.Tx, call.Params);
        if (data.Text("reason") is { } reason && !Reasons.Contains(reason))
        {
            throw ApiError.Invalid($"Invalid reason: must be one of {string.Join(", ", Reasons)}", "reason");
        }

        var charge = tx.Edit(ChargeOf(tx, data));
        var amount = Check(charge, data);
        return Write(tx, data, charge, amount);
    }

    private static string ChargeOf(Tx tx, JsonObject data)
    {
        if (data.Text("charge") is { } id)
        {
            return tx.Find("charge", Store.Platform, id)?.Id() ?? throw ApiError.NoSuch("charge", id, "charge");
        }

        var intentId = data.Text("payment_intent") ?? throw ApiError.Missing("payment_intent");
        var intent = tx.Find("payment_intent", Store.Platform, intentId)
            ?? throw ApiError.NoSuch("payment_intent", intentId, "payment_intent");
        return intent.Text("latest_charge") ?? throw ApiError.Invalid(
            $"This PaymentIntent ({intentId}) does not have a successful charge to refund.", "payment_intent");
    }

    private static long Check(JsonObject charge, JsonObject data)
    {
        if (charge.Text("status") != "succeeded")
        {
            throw ApiError.Invalid(
                "This charge has not succeeded and cannot be refunded.", "charge", "charge_not_refundable");
        }

        var currency = charge.Need("currency");
        var left = charge.Number("amount") - charge.Number("amount_refunded");
        if (left == 0)
        {
            throw ApiError.Invalid(
                $"Charge {charge.Id()} has already been refunded.", code: "charge_already_refunded");
        }

        if (charge.HiddenPart().Flag("withdrawn"))
        {
            throw ApiError.Invalid(
                $"Charge {charge.Id()} has been charged back; cannot issue a refund.", code: "charge_disputed");
        }

        var amount = data.NumberOrNull("amount") ?? left;
        Currencies.CheckAmount(amount, currency);
        return amount <= left ? amount : throw ApiError.Invalid(
            $"Refund amount ({Currencies.Format(amount, currency)}) is greater than unrefunded amount on charge "
            + $"({Currencies.Format(left, currency)})",
            "amount",
            "amount_too_large");
    }

    private static JsonObject Write(Tx tx, JsonObject data, JsonObject charge, long amount)
    {
        var refund = tx.Add("refund", Store.Platform, new JsonObject
        {
            ["id"] = Ids.New("re"),
            ["object"] = "refund",
            ["amount"] = amount,
            ["balance_transaction"] = null,
            ["charge"] = charge.Id(),
            ["created"] = tx.NowUnix,
            ["currency"] = charge.Need("currency"),
            ["customer"] = null,
            ["customer_account"] = null,
            ["destination_details"] = new JsonObject
            {
                ["type"] = "card",
                ["card"] = new JsonObject { ["type"] = "refund" },
            },
            ["metadata"] = Json.MergeMetadata(null, data.Child("metadata")),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["payment_method"] = charge.Text("payment_method"),
            ["reason"] = data.Text("reason"),
            ["receipt_number"] = null,
            ["source_transfer_reversal"] = null,
            ["status"] = "succeeded",
            ["transfer_reversal"] = null,
        });
        charge["amount_refunded"] = charge.Number("amount_refunded") + amount;
        charge["refunded"] = charge.Number("amount_refunded") == charge.Number("amount");
        Start(tx, refund, charge);
        EventLog.Emit(tx, Store.Platform, "refund.created", refund);
        EventLog.Emit(tx, Store.Platform, "charge.refunded", charge);
        return refund;
    }

    private static void Start(Tx tx, JsonObject refund, JsonObject charge)
    {
        var (available, pending) = tx.Balance(Store.Platform, refund.Need("currency"));
        if (available + pending < refund.Number("amount"))
        {
            refund["status"] = "pending";
            refund["pending_reason"] = "insufficient_funds";
            FinishRefund.RetryLater(tx, refund);
            return;
        }

        Draw(tx, refund, charge);
        var later = charge.HiddenPart().Text("later");
        if (later == nameof(LaterTrouble.RefundIsPending))
        {
            refund["status"] = "pending";
            refund["pending_reason"] = "processing";
            FinishLater(tx, refund, "succeeded");
        }
        else if (later == nameof(LaterTrouble.RefundFails))
        {
            FinishLater(tx, refund, "failed");
        }
    }

    /// <summary>Takes the money from what is available, else from what the same charge still has pending.</summary>
    public static void Draw(Tx tx, JsonObject refund, JsonObject charge)
    {
        var currency = refund.Need("currency");
        var amount = refund.Number("amount");
        var covered = tx.Balance(Store.Platform, currency).AvailableMinor >= amount;
        var source = tx.Find(charge.Need("balance_transaction"))!.Body;
        var entry = Ledger.Post(tx, new Movement(Store.Platform, "refund", "refund", currency, -amount)
        {
            Source = refund.Id(),
            AvailableOn = covered ? null : Ledger.AvailableOn(source),
        });
        refund["balance_transaction"] = entry.Id();
    }

    private static void FinishLater(Tx tx, JsonObject refund, string status)
    {
        var outcome = new JsonObject { ["status"] = status };
        DueWork.At(tx, tx.Now + tx.Options.RefundDelay, "refund.finish", Store.Platform, refund.Id(), outcome);
    }
}

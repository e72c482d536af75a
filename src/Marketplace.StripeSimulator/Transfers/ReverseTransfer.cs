using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Transfers;

/// <summary>
/// Takes transferred money back. While it is still pending with its charge it is certainly there; afterwards the
/// connected account must have it available, for it may have been paid out.
/// </summary>
internal static class ReverseTransfer
{
    public static JsonObject Handle(ApiCall call)
    {
        call.Need("transfer", "transfer");
        var tx = call.Tx;
        var transfer = tx.Edit(call.RouteId());
        var left = transfer.Number("amount") - transfer.Number("amount_reversed");
        var amount = call.Params.NumberOrNull("amount") ?? left;
        var currency = transfer.Need("currency");
        if (left == 0) throw ApiError.Invalid("The transfer has already been fully reversed.", "id");
        Currencies.CheckAmount(amount, currency);
        if (amount > left)
        {
            throw ApiError.Invalid(
                $"Reversal amount ({Currencies.Format(amount, currency)}) is greater than the unreversed amount on the "
                + $"transfer ({Currencies.Format(left, currency)})",
                "amount");
        }

        var dueOn = Ledger.AvailableOn(tx.Find(transfer.Need("balance_transaction"))!.Body);
        CheckBalance(tx, transfer, amount, dueOn);
        return Write(call, transfer, amount, dueOn);
    }

    private static void CheckBalance(Tx tx, JsonObject transfer, long amount, DateTimeOffset dueOn)
    {
        if (dueOn > tx.Now || tx.Options.ReversalMayOverdraw) return;
        if (tx.Balance(transfer.Need("destination"), transfer.Need("currency")).AvailableMinor >= amount) return;

        throw ApiError.Invalid(
            "The connected account has insufficient available funds to reverse this transfer.",
            code: "balance_insufficient");
    }

    private static JsonObject Write(ApiCall call, JsonObject transfer, long amount, DateTimeOffset dueOn)
    {
        var (tx, id) = (call.Tx, Ids.New("trr"));
        var currency = transfer.Need("currency");
        var back = Ledger.Post(
            tx, new Movement(Store.Platform, "transfer_refund", "transfer_reversal", currency, amount)
            {
                Source = id,
                AvailableOn = dueOn,
            });
        var paymentRefund = Ids.New("pyr");
        Ledger.Post(tx, new Movement(transfer.Need("destination"), "payment_refund", "refund", currency, -amount)
        {
            Source = paymentRefund,
            AvailableOn = dueOn,
        });
        var reversal = tx.Add("transfer_reversal", Store.Platform, new JsonObject
        {
            ["id"] = id,
            ["object"] = "transfer_reversal",
            ["amount"] = amount,
            ["balance_transaction"] = back.Id(),
            ["created"] = tx.NowUnix,
            ["currency"] = currency,
            ["destination_payment_refund"] = paymentRefund,
            ["metadata"] = Json.MergeMetadata(null, call.Params.Child("metadata")),
            ["source_refund"] = null,
            ["transfer"] = transfer.Id(),
        });
        transfer["amount_reversed"] = transfer.Number("amount_reversed") + amount;
        transfer["reversed"] = transfer.Number("amount_reversed") == transfer.Number("amount");
        transfer["reversals"]!["data"]!.AsArray().Insert(0, reversal.Copy());
        EventLog.Emit(tx, Store.Platform, "transfer.reversed", transfer);
        return reversal;
    }
}

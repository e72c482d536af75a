using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Clock;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Payouts;

/// <summary>Money from a Stripe balance to its owner's bank, by request or by the account's schedule.</summary>
internal static class CreatePayout
{
    public static JsonObject Handle(ApiCall call)
    {
        var currency = Currencies.Read(call.Params.Need("currency"));
        var amount = call.Params.Number("amount");
        Currencies.CheckAmount(amount, currency);
        if (currency is "huf" or "twd" && amount % 100 != 0)
        {
            throw ApiError.Invalid($"Payouts in {currency} must be divisible by 100.", "amount");
        }

        if (call.Account.Length > 0 && !call.Tx.Find(call.Account)!.Body.Flag("payouts_enabled"))
        {
            throw ApiError.Invalid("Payouts are not enabled for this account.", code: "payouts_not_allowed");
        }

        if (call.Tx.Balance(call.Account, currency).AvailableMinor < amount)
        {
            throw ApiError.Invalid(
                "You have insufficient funds in your Stripe account for this payout.",
                "amount",
                "balance_insufficient");
        }

        return Write(call.Tx, call.Account, amount, currency, call.Params);
    }

    public static void Automatic(Tx tx, string account)
    {
        if (account.Length > 0 && !tx.Find(account)!.Body.Flag("payouts_enabled")) return;

        foreach (var currency in tx.Currencies(account).ToList())
        {
            var amount = tx.Balance(account, currency).AvailableMinor
                - BalanceSettings.MinimumMinor(tx, account, currency);
            if (amount <= 0) continue;

            var payout = Write(tx, account, amount, currency, data: null);
            Claim(tx, account, currency, payout.Id());
        }
    }

    private static JsonObject Write(Tx tx, string account, long amount, string currency, JsonObject? data)
    {
        var id = Ids.New("po");
        var entry = Ledger.Post(tx, new Movement(account, "payout", "payout", currency, -amount) { Source = id });
        var arrival = tx.Now + tx.Options.PayoutDelay;
        var bank = account.Length > 0 ? AccountBody.Bank(tx.Find(account)!.Body)?.Id() : "ba_platform";
        var payout = tx.Add("payout", account, new JsonObject
        {
            ["id"] = id,
            ["object"] = "payout",
            ["amount"] = amount,
            ["application_fee"] = null,
            ["application_fee_amount"] = null,
            ["arrival_date"] = arrival.ToUnixTimeSeconds(),
            ["automatic"] = data is null,
            ["balance_transaction"] = entry.Id(),
            ["created"] = tx.NowUnix,
            ["currency"] = currency,
            ["description"] = data?.Text("description") ?? "STRIPE PAYOUT",
            ["destination"] = bank,
            ["failure_balance_transaction"] = null,
            ["failure_code"] = null,
            ["failure_message"] = null,
            ["livemode"] = false,
            ["metadata"] = Json.MergeMetadata(null, data?.Child("metadata")),
            ["method"] = "standard",
            ["original_payout"] = null,
            ["payout_method"] = null,
            ["reconciliation_status"] = data is null ? "in_progress" : "not_applicable",
            ["reversed_by"] = null,
            ["source_type"] = "card",
            ["statement_descriptor"] = data?.Text("statement_descriptor"),
            ["status"] = "pending",
            ["trace_id"] = null,
            ["type"] = "bank_account",
        });
        EventLog.Emit(tx, account, "payout.created", payout);
        DueWork.At(tx, tx.Now + (tx.Options.PayoutDelay / 2), "payout.move", account, id, To("in_transit"));
        DueWork.At(tx, arrival, "payout.move", account, id, To("arrived"));
        return payout;
    }

    // What an automatic payout is made of can be listed by `payout`; of a manual one it cannot.
    private static void Claim(Tx tx, string account, string currency, string payoutId)
    {
        var unclaimed = tx.NewestFirst("balance_transaction")
            .Where(row => row.Account == account && row.Body.Text("currency") == currency)
            .Where(row => row.Body.Number("available_on") <= tx.NowUnix)
            .Where(row => row.Body.Child(Json.Hidden)?.Text("payout") is null)
            .Select(row => row.Id)
            .ToList();
        foreach (var id in unclaimed) tx.Edit(id).HiddenPart()["payout"] = payoutId;
    }

    private static JsonObject To(string status) => new() { ["status"] = status };
}

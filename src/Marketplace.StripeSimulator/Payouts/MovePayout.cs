using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.AccountLinks;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Payouts;

/// <summary>pending, in_transit, paid; or failed, even after paid, and then the money is back on the balance.</summary>
internal static class MovePayout
{
    public static void RunDue(Tx tx, JsonObject task)
    {
        var id = task.Need("target");
        if (tx.Find(id)?.Body.Text("status") is not ("pending" or "in_transit")) return;
        if (task.Child("data")!.Text("status") == "in_transit")
        {
            Set(tx, tx.Edit(id), "in_transit", "payout.updated");
            return;
        }

        var account = task.Need("account");
        var iban = account.Length == 0 ? null : tx.Find(account)?.Body.Child(Json.Hidden)?.Text("iban");
        if (iban == Onboard.FailingIban) Fail(tx, id, "account_closed");
        else Pay(tx, id);
    }

    public static void Pay(Tx tx, string id)
    {
        var payout = tx.Edit(id);
        Set(tx, payout, "paid", "payout.paid");
        if (!payout.Flag("automatic")) return;

        payout["reconciliation_status"] = "completed";
        EventLog.Emit(tx, AccountOf(tx, id), "payout.reconciliation_completed", payout);
    }

    public static void Fail(Tx tx, string id, string code)
    {
        var payout = tx.Edit(id);
        if (payout.Text("status") is "failed" or "canceled") return;

        payout["failure_code"] = code;
        payout["failure_message"] = "The bank account has been closed.";
        GiveBack(tx, payout, "payout_failure");
        Set(tx, payout, "failed", "payout.failed");
        if (AccountOf(tx, id) is { Length: > 0 } account) AskForAnotherBank(tx, account);
    }

    public static void Cancel(Tx tx, JsonObject payout)
    {
        GiveBack(tx, payout, "payout_cancel");
        Set(tx, payout, "canceled", "payout.canceled");
    }

    private static void GiveBack(Tx tx, JsonObject payout, string type)
    {
        var entry = Ledger.Post(tx, new Movement(
            AccountOf(tx, payout.Id()), type, "payout_reversal", payout.Need("currency"), payout.Number("amount"))
        {
            Source = payout.Id(),
        });
        payout["failure_balance_transaction"] = entry.Id();
    }

    private static void AskForAnotherBank(Tx tx, string accountId)
    {
        var account = tx.Edit(accountId);
        if (AccountBody.Bank(account) is { } bank) bank["status"] = "errored";
        AccountBody.SetDue(account, ["external_account"]);
        // Only payouts stop: money may still arrive on the Stripe balance.
        foreach (var (name, _) in account.Child("capabilities")!.ToList()) account["capabilities"]![name] = "active";
        UpdateAccount.Announce(tx, account);
    }

    private static void Set(Tx tx, JsonObject payout, string status, string eventType)
    {
        payout["status"] = status;
        EventLog.Emit(tx, AccountOf(tx, payout.Id()), eventType, payout);
    }

    private static string AccountOf(Tx tx, string id) => tx.Find(id)!.Account;
}

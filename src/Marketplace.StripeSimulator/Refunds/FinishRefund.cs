using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Clock;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Refunds;

/// <summary>
/// What becomes of a refund later: done, failed or cancelled (then the money comes back), or tried again.
/// </summary>
internal static class FinishRefund
{
    public static void RunDue(Tx tx, JsonObject task)
    {
        var id = task.Need("target");
        if (task.Child("data")?.Text("status") is { } status) Run(tx, id, status);
        else TryAgain(tx, tx.Edit(id));
    }

    public static void RetryLater(Tx tx, JsonObject refund) =>
        DueWork.At(tx, tx.Now.AddHours(1), "refund.finish", Store.Platform, refund.Id());

    /// <param name="status">succeeded, failed or canceled</param>
    public static void Run(Tx tx, string refundId, string status)
    {
        var refund = tx.Edit(refundId);
        if (refund.Text("status") is "failed" or "canceled" || refund.Text("status") == status) return;

        refund["status"] = status;
        refund.Remove("pending_reason");
        if (status is "failed" or "canceled") GiveBack(tx, refund, status);
        EventLog.Emit(tx, Store.Platform, "refund.updated", refund);
        // Stripe has an event of its own for failed refunds, and none for cancelled ones.
        if (status == "failed") EventLog.Emit(tx, Store.Platform, "refund.failed", refund);
    }

    private static void TryAgain(Tx tx, JsonObject refund)
    {
        if (refund.Text("status") != "pending") return;

        var (available, pending) = tx.Balance(Store.Platform, refund.Need("currency"));
        if (available + pending < refund.Number("amount"))
        {
            RetryLater(tx, refund);
            return;
        }

        CreateRefund.Draw(tx, refund, tx.Find(refund.Need("charge"))!.Body);
        refund["status"] = "succeeded";
        refund.Remove("pending_reason");
        EventLog.Emit(tx, Store.Platform, "refund.updated", refund);
    }

    private static void GiveBack(Tx tx, JsonObject refund, string status)
    {
        if (status == "failed") refund["failure_reason"] = "lost_or_stolen_card";
        var amount = refund.Number("amount");
        if (refund.Text("balance_transaction") is not null)
        {
            var entry = Ledger.Post(tx, new Movement(
                Store.Platform, "refund_failure", "refund_failure", refund.Need("currency"), amount)
            {
                Source = refund.Id(),
            });
            refund["failure_balance_transaction"] = entry.Id();
        }

        var charge = tx.Edit(refund.Need("charge"));
        charge["amount_refunded"] = charge.Number("amount_refunded") - amount;
        charge["refunded"] = false;
        EventLog.Emit(tx, Store.Platform, "charge.updated", charge);
    }
}

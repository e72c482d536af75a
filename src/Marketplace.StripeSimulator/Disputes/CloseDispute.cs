using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Disputes;

/// <summary>The bank's decision. It can flip later, so a closed dispute may be closed again the other way.</summary>
internal static class CloseDispute
{
    public static void Run(Tx tx, string disputeId, bool won)
    {
        var dispute = tx.Edit(disputeId);
        var inquiry = dispute.Need("status").StartsWith("warning_", StringComparison.Ordinal);
        var status = inquiry ? "warning_closed" : won ? "won" : "lost";
        if (dispute.Text("status") == status) throw ApiError.Invalid($"This dispute is already {status}.", "id");

        if (won && !inquiry) Reinstate(tx, dispute);
        dispute["status"] = status;
        EventLog.Emit(tx, Store.Platform, "charge.dispute.closed", dispute);
    }

    // The fee of the dispute is kept even if it is won.
    private static void Reinstate(Tx tx, JsonObject dispute)
    {
        var charge = tx.Edit(dispute.Need("charge"));
        charge.HiddenPart()["withdrawn"] = false;
        var entry = Ledger.Post(tx, new Movement(
            Store.Platform, "adjustment", "dispute_reversal", dispute.Need("currency"), dispute.Number("amount"))
        {
            Source = dispute.Id(),
            Description = $"Chargeback reversal for {charge.Id()}",
        });
        dispute["balance_transactions"]!.AsArray().Add(entry.Copy());
        EventLog.Emit(tx, Store.Platform, "charge.dispute.funds_reinstated", dispute);
    }
}

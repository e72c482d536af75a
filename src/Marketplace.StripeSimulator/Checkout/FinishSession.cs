using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Checkout;

internal static class FinishSession
{
    /// <summary>The buyer is done; the money is here (paid) or on its way (unpaid).</summary>
    public static void Complete(Tx tx, JsonObject session, bool paid)
    {
        session["status"] = "complete";
        session["payment_status"] = paid ? "paid" : "unpaid";
        session["url"] = null;
        EventLog.Emit(tx, Store.Platform, "checkout.session.completed", session);
    }

    public static void Settle(Tx tx, string sessionId, bool succeeds)
    {
        var session = tx.Edit(sessionId);
        if (succeeds) session["payment_status"] = "paid";
        var outcome = succeeds ? "async_payment_succeeded" : "async_payment_failed";
        EventLog.Emit(tx, Store.Platform, $"checkout.session.{outcome}", session);
    }
}

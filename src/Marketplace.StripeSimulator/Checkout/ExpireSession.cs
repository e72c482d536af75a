using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Checkout;

/// <summary>An open session ends, by request or by its time; a completed one cannot.</summary>
internal static class ExpireSession
{
    public static JsonObject Handle(ApiCall call)
    {
        call.Need("checkout.session", "checkout.session");
        var session = call.Tx.Edit(call.RouteId());
        if (session.Text("status") != "open")
        {
            throw ApiError.Invalid(
                "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a "
                + $"status of `{session.Text("status")}`.",
                "session");
        }

        Expire(call.Tx, session);
        return session;
    }

    public static void RunDue(Tx tx, JsonObject task)
    {
        var session = tx.Edit(task.Need("target"));
        if (session.Text("status") == "open") Expire(tx, session);
    }

    private static void Expire(Tx tx, JsonObject session)
    {
        session["status"] = "expired";
        session["url"] = null;
        if (session.Text("payment_intent") is { } id)
        {
            var intent = tx.Edit(id);
            intent["status"] = "canceled";
            intent["canceled_at"] = tx.NowUnix;
            intent["cancellation_reason"] = "automatic";
            EventLog.Emit(tx, Store.Platform, "payment_intent.canceled", intent);
        }

        EventLog.Emit(tx, Store.Platform, "checkout.session.expired", session);
    }
}

using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Webhooks;

/// <summary>Writes an event and its deliveries in the unit of work of the change that it tells of.</summary>
internal static class EventLog
{
    public const string DeliveryKind = "_delivery";

    /// <summary>An event is listed for 30 days, as at Stripe.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static void Emit(
        Tx tx, string account, string type, JsonObject about, JsonObject? previousAttributes = null)
    {
        var data = new JsonObject { ["object"] = about.Visible() };
        if (previousAttributes is not null) data["previous_attributes"] = previousAttributes;
        var connect = account.Length > 0;
        var targets = tx.Options.Webhooks.Count(target => target.Connect == connect);
        var @event = new JsonObject
        {
            ["id"] = Ids.New("evt"),
            ["object"] = "event",
            ["api_version"] = Stripe.StripeConfiguration.ApiVersion,
            ["created"] = tx.NowUnix,
            ["data"] = data,
            ["livemode"] = false,
            ["pending_webhooks"] = (long)targets,
            ["request"] = new JsonObject { ["id"] = tx.RequestId, ["idempotency_key"] = tx.IdempotencyKey },
            ["type"] = type,
        };
        if (connect) @event["account"] = account;
        tx.Add("event", account, @event);
        for (var nth = 0; nth < targets; nth++) AddDelivery(tx, @event.Id(), connect, nth, planned: false);
    }

    /// <param name="planned">True when no rule may touch it any more: it is itself the work of a rule.</param>
    public static void AddDelivery(Tx tx, string eventId, bool connect, int nth, bool planned) =>
        tx.Add(DeliveryKind, Store.Platform, new JsonObject
        {
            ["id"] = Ids.New("_whd"),
            ["event"] = eventId,
            ["connect"] = connect,
            ["nth"] = (long)nth,
            ["attempts"] = 0L,
            ["planned"] = planned,
            ["due"] = tx.Now.ToUnixTimeMilliseconds(),
            ["state"] = "pending",
        });
}

using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Accounts.Sellers.Plans;
using Marketplace.Care.Health;
using Marketplace.Care.Health.Model;
using Marketplace.Kernel.Outbox;
using Marketplace.Money.Commissions;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Tests.World;

namespace Marketplace.Web.Tests.World;

/// <summary>What the staff's pages are for: a mail, an event and calls that failed, and two rules to put in order.</summary>
internal static class LeftWork
{
    public const string Mail = "01deadmail0000000000000000";
    public const string SentMail = "01sentmail0000000000000000";
    public const string Message = "01deadmessage0000000000000";
    public const string Delivery = "01deadhook0000000000000000";
    public const string OtherDelivery = "01deadhook1111111111111111";
    public const string Event = "evt_stuck";
    public const string Call = "refund:stuck:1";

    public static async Task LeaveWorkAsync(this TestMarket market, string category)
    {
        var (ada, then) = (await market.CallerAsync(TestMarket.Ada), market.Site.Clock.GetUtcNow().UtcDateTime.AddHours(-3));
        market.Rules.AddRange(
        [
            (await market.Site.SendAsync(ada, new SetCommissionRule(null, "Mugs", null, category, 1000))).Required(),
            (await market.Site.SendAsync(
                ada, new SetCommissionRule(null, "Kiln", null, null, 900, TestMarket.Kiln))).Required(),
        ]);
        market.Plan = (await market.Site.SendAsync(ada, new SavePlan(null, "Small", 100, 25, IsOffered: true))).Required();
        foreach (var (person, shop) in ((string, string)[])[(TestMarket.Vera, TestMarket.Atelier), (Applicants.Uma, Applicants.Glass)])
            (await market.Site.SendAsync(await market.CallerAsync(person, shop), new ChoosePlan(market.Plan))).Done();
        await market.Site.WithPlatformAsync(db =>
        {
            db.Add(new QueuedMail
            {
                Id = Mail, Key = "dead", Recipient = "gone@example.com", Subject = "Hello", Text = "Hello", Html = "Hello",
                IsSecret = false, AtUtc = then, DueAtUtc = then, State = QueuedMailState.Dead, Attempts = 10,
                LastError = "No route to host",
            });
            db.Add(new QueuedMail
            {
                Id = SentMail, Key = "sent", Recipient = "there@example.com", Subject = "Hello", Text = "Hello", Html = "Hello",
                IsSecret = false, AtUtc = then, DueAtUtc = then, State = QueuedMailState.Sent, Attempts = 1, SentAtUtc = then,
            });
            db.Add(new OutboxRow
            {
                Id = Message, EventName = "accounts.nobody-knows.v1", Payload = "{}", OrderingKey = "dead", OrderingVersion = 1,
                Position = 0, AtUtc = then, DueAtUtc = then, State = OutboxState.Dead, Attempts = 12, LastError = "Unknown event.",
            });
            foreach (var id in (string[])[Delivery, OtherDelivery])
                db.Add(new HookDelivery
                {
                    Id = id, TenantId = TestMarket.TenantOf(TestMarket.Pottery), EndpointId = market.HookId, EventType = HookEvents.OrderPlaced,
                    Payload = "{}", AtUtc = then, DueAtUtc = then, State = HookDeliveryState.GivenUp, Attempts = 2,
                    Log = [new HookAttempt(then, 500, null, 40, "Oh no"), new HookAttempt(then, null, HookFailure.TooSlow, 10_000, "")],
                });
            db.Add(new SellerHealth
            {
                TenantId = TestMarket.TenantOf(TestMarket.Pottery), MeasuredAtUtc = then, Placed = 11, Cancelled = 1,
                Missed = [HealthMetric.Cancellations], MissedCount = 1, MissedSinceUtc = then,
            });
            db.Add(new StripeEvent
            {
                Id = Event, Account = "", Type = "charge.updated", ObjectId = "ch_1", ObjectState = "x", ApiVersion = "v1",
                Raw = "{}", ReceivedAtUtc = then, DueAtUtc = then, State = StripeEventState.Dead, LastError = "No answer",
            });
            db.Add(new PaymentCommand
            {
                Id = Call, Kind = PaymentCommandKind.Refund, Reference = "stuck", Parameters = "{}", CreatedAtUtc = then,
                DueAtUtc = then.AddYears(1), Attempts = 3, LastError = "No answer",
            });
            return db.SaveChangesAsync();
        });
    }
}

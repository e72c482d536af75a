using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Checkout;
using Marketplace.StripeSimulator.Disputes;
using Marketplace.StripeSimulator.PaymentIntents;
using Marketplace.StripeSimulator.Payouts;
using Marketplace.StripeSimulator.Refunds;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Clock;

/// <summary>
/// Runs due work in the order of its due time, each piece in its own unit of work that believes it is that very
/// moment: ninety days advanced at once give ninety daily payouts, not one.
/// </summary>
internal sealed class Scheduler(Store store, SimulatorOptions options, SimulatorClock clock)
{
    private static readonly Dictionary<string, Action<Tx, JsonObject>> Works = new()
    {
        ["day"] = DailyRound.Run,
        ["session.expire"] = ExpireSession.RunDue,
        ["debit.settle"] = SettleBankDebit.RunDue,
        ["dispute.open"] = OpenDispute.RunDue,
        ["refund.finish"] = FinishRefund.RunDue,
        ["payout.move"] = MovePayout.RunDue,
    };

    /// <summary>True when something was done, so that its events want sending.</summary>
    public bool RunDue()
    {
        var ran = false;
        lock (store.Gate)
        {
            EnsureDailyRound();
            while (NextDue() is { } task)
            {
                var tx = new Tx(store, options, DueWork.Due(task));
                tx.Delete(task.Id());
                Works[task.Need("work")](tx, task);
                tx.Commit();
                ran = true;
            }
        }

        return ran;
    }

    private JsonObject? NextDue()
    {
        var now = clock.Now.ToUnixTimeMilliseconds();
        return store.OldestFirst(DueWork.Kind)
            .Select(document => document.Body)
            .Where(task => task.Number("due") <= now)
            .MinBy(task => task.Number("due"));
    }

    private void EnsureDailyRound()
    {
        if (store.OldestFirst(DueWork.Kind).Any(document => document.Body.Text("work") == "day")) return;

        var tx = new Tx(store, options, clock.Now);
        DailyRound.ScheduleNext(tx);
        tx.Commit();
    }
}

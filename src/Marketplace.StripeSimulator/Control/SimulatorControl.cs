using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.AccountLinks;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.Checkout;
using Marketplace.StripeSimulator.Disputes;
using Marketplace.StripeSimulator.Faults;
using Marketplace.StripeSimulator.PaymentIntents;
using Marketplace.StripeSimulator.Payouts;
using Marketplace.StripeSimulator.Refunds;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Control;

/// <summary>
/// The hand behind the simulated world, for tests and demos: time, trouble, and the people and banks outside. The
/// same is offered over HTTP under `/_control`.
/// </summary>
public sealed class SimulatorControl
{
    private const string ClockRow = "_clock";
    private readonly SimulatorHost host;

    internal SimulatorControl(SimulatorHost host) => this.host = host;

    public DateTimeOffset Now => host.Clock.Now;

    /// <summary>Moves the clock forward and does everything that falls due on the way, in its order.</summary>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        host.Scheduler.RunDue();
        lock (host.Store.Gate)
        {
            host.Clock.Offset += by;
            host.Store.Commit(
                [new Document("_clock", ClockRow, Store.Platform, 0, new JsonObject
                {
                    ["id"] = ClockRow,
                    ["offset_ticks"] = host.Clock.Offset.Ticks,
                })],
                []);
        }

        await SettleAsync(cancellation);
    }

    public Task SetClockAsync(DateTimeOffset to, CancellationToken cancellation = default) =>
        AdvanceAsync(to - Now, cancellation);

    /// <summary>Does what is due now and sends the events that are due; returns how many were sent.</summary>
    public async Task<int> SettleAsync(CancellationToken cancellation = default)
    {
        host.Scheduler.RunDue();
        return await host.Webhooks.SendAsync(early: false, cancellation);
    }

    /// <summary>Sends all waiting events at once, later attempts included.</summary>
    public Task<int> DeliverNowAsync(CancellationToken cancellation = default) =>
        host.Webhooks.SendAsync(early: true, cancellation);

    public void AddFault(Fault fault) => host.Faults.Add(fault);

    public void AddWebhookRule(WebhookRule rule) => host.Webhooks.Plan.Add(rule);

    public void ClearTrouble()
    {
        host.Faults.Clear();
        host.Webhooks.Plan.Clear();
    }

    /// <summary>Forgets everything: objects, keys, events, faults and the clock's offset.</summary>
    public void Reset()
    {
        ClearTrouble();
        lock (host.Store.Gate)
        {
            host.Store.Clear();
            host.Clock.Offset = TimeSpan.Zero;
        }

        host.Scheduler.RunDue();
    }

    /// <summary>What a buyer does on the pay page.</summary>
    /// <param name="cardOrIban">A test card, a `pm_card_…` token or a test IBAN; 3-D Secure is passed.</param>
    /// <returns>Null when paid or processing, else the words the payer reads.</returns>
    public string? Pay(string sessionId, string cardOrIban = "4242424242424242", string email = "buyer@example.com") =>
        Do(tx =>
        {
            if (tx.Find(sessionId)?.Body.Text("status") != "open") return "This session is not open.";

            var payer = new Payer(email, null);
            if (BankDebit.Find(cardOrIban) is { } debit)
            {
                return PaySession.ByBankDebit(tx, sessionId, debit, payer).Error;
            }

            var card = TestCard.Find(cardOrIban) ?? throw new ArgumentException(
                $"No test card: {cardOrIban}", nameof(cardOrIban));
            return PaySession.ByCard(tx, sessionId, card, payer, authenticated: true).Error;
        });

    /// <summary>What a seller does on the onboarding page.</summary>
    public void Onboard(string accountId, string iban = "DE89370400440532013000") => Do(tx =>
    {
        AccountLinks.Onboard.Run(
            tx, accountId, new OnboardingForm("individual", "Demo Seller", iban, true, OnboardingEnd.Verified));
        return true;
    });

    /// <summary>Stripe asks an account for more (its capabilities stop), or is content (empty list).</summary>
    public void SetRequirements(string accountId, IReadOnlyList<string> currentlyDue, string? disabledReason = null) =>
        Do(tx =>
        {
            var account = tx.Edit(accountId);
            AccountBody.SetDue(account, currentlyDue, disabledReason);
            UpdateAccount.Announce(tx, account);
            return true;
        });

    /// <returns>The dispute's id.</returns>
    public string Dispute(
        string chargeId, long? amountMinor = null, string reason = "fraudulent", bool inquiry = false) =>
        Do(tx => OpenDispute.Run(tx, chargeId, reason, inquiry, amountMinor).Id());

    public void DecideDispute(string disputeId, bool won) => Do(tx =>
    {
        CloseDispute.Run(tx, disputeId, won);
        return true;
    });

    /// <param name="status">succeeded, failed or canceled</param>
    public void FinishRefund(string refundId, string status) => Do(tx =>
    {
        Refunds.FinishRefund.Run(tx, refundId, status);
        return true;
    });

    public void FailPayout(string payoutId, string code = "account_closed") => Do(tx =>
    {
        MovePayout.Fail(tx, payoutId, code);
        return true;
    });

    internal void RestoreClock()
    {
        if (host.Store.Find(ClockRow) is { } row)
        {
            host.Clock.Offset = TimeSpan.FromTicks(row.Body.Number("offset_ticks"));
        }
    }

    /// <summary>One unit of work outside the API; its events are sent soon.</summary>
    internal TResult Do<TResult>(Func<Tx, TResult> work)
    {
        TResult result;
        lock (host.Store.Gate)
        {
            var tx = new Tx(host.Store, host.Options, host.Clock.Now);
            result = work(tx);
            tx.Commit();
        }

        host.NudgeWebhooks();
        return result;
    }
}

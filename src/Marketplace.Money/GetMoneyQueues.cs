using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money;

/// <summary>What of the money is stuck, and since when.</summary>
[Admin("money")]
public sealed record GetMoneyQueues : IQuery<Result<MoneyQueues>>;

/// <param name="Calls">To Stripe: failed at least once and tried again.</param>
/// <param name="Events">From Stripe: given up, or not processed within some minutes.</param>
/// <param name="Transfers">Released shares that wait for something, so that they are not on their way.</param>
/// <param name="Payouts">That a seller's bank sent back, and nobody has seen to.</param>
/// <param name="Alerts">What else a person has to look at, and nobody has seen to.</param>
public sealed record MoneyQueues(
    MoneyQueue Calls, MoneyQueue Events, MoneyQueue Transfers, MoneyQueue Payouts, MoneyQueue Alerts);

public sealed record MoneyQueue(int Count, DateTime? SinceUtc);

internal sealed class GetMoneyQueuesHandler(PlatformDb db, TimeProvider clock) : IQueryHandler<GetMoneyQueues, Result<MoneyQueues>>
{
    /// <summary>Events are processed every few seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async ValueTask<Result<MoneyQueues>> Handle(GetMoneyQueues query, CancellationToken cancellationToken)
    {
        var late = clock.GetUtcNow().UtcDateTime - Patience;
        var calls = db.PaymentCommands.Where(c => c.State == PaymentCommandState.New && c.LastError != null)
            .Select(c => new { Kind = "calls", At = c.CreatedAtUtc });
        var events = db.StripeEvents
            .Where(e => e.State == StripeEventState.Dead || (e.State == StripeEventState.Waiting && e.ReceivedAtUtc < late))
            .Select(e => new { Kind = "events", At = e.ReceivedAtUtc });
        var transfers = db.Holdings
            .Where(h => h.State == HoldingState.Payable && h.WaitReason != null && h.ReleasedAtUtc != null)
            .Select(h => new { Kind = "transfers", At = h.ReleasedAtUtc!.Value });
        var alerts = db.MoneyAlerts.Where(a => a.ClosedAtUtc == null)
            .Select(a => new { Kind = a.Kind == AlertKind.PayoutFailed ? "payouts" : "alerts", At = a.RaisedAtUtc });
        var found = await calls.Concat(events).Concat(transfers).Concat(alerts).GroupBy(x => x.Kind)
            .Select(g => new { g.Key, Count = g.Count(), Since = (DateTime?)g.Min(x => x.At) }).ToListAsync(cancellationToken);
        return new MoneyQueues(Of("calls"), Of("events"), Of("transfers"), Of("payouts"), Of("alerts"));

        MoneyQueue Of(string kind) =>
            found.Find(f => f.Key == kind) is { } one ? new MoneyQueue(one.Count, one.Since) : new MoneyQueue(0, null);
    }
}

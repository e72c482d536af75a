namespace Marketplace.Money.Payments.Contracts;

/// <summary>
/// What the processor itself keeps: balances, movements, events, refunds and payouts, however they came about. Only
/// reads. Throws <see cref="GatewayUnknownException"/> when it does not answer.
/// </summary>
public interface IProcessorBooks
{
    /// <summary>The platform's balance, movement by movement, the oldest first.</summary>
    Task<IReadOnlyList<BalanceMovement>> ListMovementsAsync(DateTime sinceUtc, CancellationToken cancellation);

    /// <param name="accountId">A seller's account; null for the platform's own.</param>
    Task<IReadOnlyList<BalanceFigure>> ReadBalanceAsync(string? accountId, CancellationToken cancellation);

    /// <summary>Events as webhooks would have brought them, the oldest first; kept for thirty days.</summary>
    Task<IReadOnlyList<ListedEvent>> ListEventsAsync(string? accountId, DateTime sinceUtc, CancellationToken cancellation);

    /// <summary>All refunds of a payment, whoever made them.</summary>
    Task<IReadOnlyList<RefundSnapshot>> ListRefundsAsync(string paymentIntentId, CancellationToken cancellation);

    /// <summary>The platform's own payouts to its bank.</summary>
    Task<IReadOnlyList<PayoutSnapshot>> ListPayoutsAsync(DateTime sinceUtc, CancellationToken cancellation);
}

/// <param name="Raw">The event's JSON.</param>
public sealed record ListedEvent(InboundEvent Event, string Raw);

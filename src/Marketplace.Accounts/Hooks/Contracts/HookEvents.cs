namespace Marketplace.Accounts.Hooks.Contracts;

/// <summary>What a shop's program can be told of. The names never change; receivers go by them.</summary>
public static class HookEvents
{
    public const string OrderPlaced = "order.placed";
    public const string OrderCancelled = "order.cancelled";
    public const string CancellationRequested = "order.cancellation_requested";
    public const string OrderShipped = "order.shipped";
    public const string OrderDelivered = "order.delivered";
    public const string OrderRefunded = "order.refunded";
    public const string ListingPublished = "listing.published";
    public const string ListingHidden = "listing.hidden";
    public const string TransferMade = "transfer.made";
    public const string ReviewReceived = "review.received";
    public const string QuestionReceived = "question.received";
    public const string MessageReceived = "message.received";

    /// <summary>Sent by the button beside an endpoint only; nobody chooses it.</summary>
    public const string Test = "webhook.test";

    public static IReadOnlyList<string> All { get; } =
    [
        OrderPlaced, CancellationRequested, OrderCancelled, OrderShipped, OrderDelivered, OrderRefunded, TransferMade,
        ListingPublished, ListingHidden, ReviewReceived, QuestionReceived, MessageReceived,
    ];
}

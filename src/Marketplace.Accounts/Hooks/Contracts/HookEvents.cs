namespace Marketplace.Accounts.Hooks.Contracts;

/// <summary>What a shop's program can be told of. The names never change; receivers go by them.</summary>
public static class HookEvents
{
    public static string OrderPlaced => "order.placed";
    public static string OrderCancelled => "order.cancelled";
    public static string CancellationRequested => "order.cancellation_requested";
    public static string OrderShipped => "order.shipped";
    public static string OrderDelivered => "order.delivered";
    public static string OrderRefunded => "order.refunded";
    public static string ListingPublished => "listing.published";
    public static string ListingHidden => "listing.hidden";
    public static string TransferMade => "transfer.made";
    public static string ReviewReceived => "review.received";
    public static string QuestionReceived => "question.received";
    public static string MessageReceived => "message.received";

    /// <summary>Sent by the button beside an endpoint only; nobody chooses it.</summary>
    public static string Test => "webhook.test";

    public static IReadOnlyList<string> All { get; } =
    [
        OrderPlaced, CancellationRequested, OrderCancelled, OrderShipped, OrderDelivered, OrderRefunded, TransferMade,
        ListingPublished, ListingHidden, ReviewReceived, QuestionReceived, MessageReceived,
    ];
}

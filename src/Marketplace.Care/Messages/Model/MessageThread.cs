using Marketplace.Care.Messages.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Values;

namespace Marketplace.Care.Messages.Model;

/// <summary>What a buyer and a shop write to each other about one thing: an order, a listing, or the shop itself.</summary>
internal sealed class MessageThread : ISharedRow, IVersioned
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public string? ListingId { get; init; }
    public string? SellerOrderId { get; init; }
    /// <summary>Where the buyer's mail address stands when the buyer has no account.</summary>
    public string? OrderId { get; init; }
    /// <summary>The order's number or the listing's title; empty for the shop itself.</summary>
    public required string Subject { get; init; }
    /// <summary>The end of the listing's address.</summary>
    public string? Slug { get; init; }
    public string? PictureRef { get; init; }
    public required string BuyerName { get; init; }
    public required string SellerName { get; init; }
    public required string SellerSlug { get; init; }
    public required DateTime StartedAtUtc { get; init; }
    public DateTime LastAtUtc { get; private set; }
    public MessageSide LastBy { get; private set; }
    public string Snippet { get; private set; } = "";
    public int UnreadByBuyer { get; private set; }
    public int UnreadBySeller { get; private set; }
    /// <summary>The first message of the buyer that no person of the shop has answered; null when all are.</summary>
    public DateTime? WaitingSinceUtc { get; private set; }
    /// <summary>The platform has closed it after a report.</summary>
    public DateTime? ClosedAtUtc { get; private set; }
    public long Version { get; set; }

    /// <summary>A new message; answers how long the buyer had waited for it, where it ends a wait.</summary>
    public TimeSpan? Add(MessageSide by, string text, DateTime nowUtc)
    {
        (LastAtUtc, LastBy, Snippet) = (nowUtc, by, PlainText.Start(text, 120));
        if (by == MessageSide.Buyer)
        {
            UnreadBySeller++;
            WaitingSinceUtc ??= nowUtc;
            return null;
        }

        UnreadByBuyer++;
        // An automatic answer tells when somebody will answer; it is no answer.
        if (by == MessageSide.Automatic) return null;
        var waited = WaitingSinceUtc is { } since ? nowUtc - since : (TimeSpan?)null;
        WaitingSinceUtc = null;
        return waited;
    }

    public void ReadBy(MessageSide side)
    {
        if (side == MessageSide.Buyer) UnreadByBuyer = 0;
        else UnreadBySeller = 0;
    }

    /// <summary>The shop needs not answer this ("thank you!").</summary>
    public void Settle() => WaitingSinceUtc = null;

    public void Close(DateTime nowUtc) => ClosedAtUtc = nowUtc;
}

internal sealed class ThreadMessage : ISharedRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string ThreadId { get; init; }
    public required MessageSide By { get; init; }
    public required string Text { get; init; }
    public required DateTime AtUtc { get; init; }
    /// <summary>It names a way to meet outside: both sides are told kindly what they would give up.</summary>
    public required bool LeadsOutside { get; init; }
    /// <summary>Minutes that the buyer had waited for this answer.</summary>
    public int? AnsweredAfterMinutes { get; init; }
}

/// <summary>A file of a message; its bytes lie under the seller's own folder and are served to the two alone.</summary>
internal sealed class MessageAttachment : ISharedRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string ThreadId { get; init; }
    public required string MessageId { get; init; }
    public required string FileName { get; init; }
    public required AttachmentKind Kind { get; init; }
    public required int Bytes { get; init; }
}

/// <summary>A text that a shop uses again and again; may hold <c>{buyer}</c>, <c>{order}</c>, <c>{thing}</c>, <c>{shop}</c>.</summary>
internal sealed class SavedReply : ITenantRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string Title { get; set; }
    public required string Text { get; set; }
}

/// <summary>What a shop answers by itself while it is away.</summary>
internal sealed class AutoReply : ITenantRow
{
    public const string OnlyId = "auto-reply";

    public required string TenantId { get; init; }
    public string Id { get; init; } = OnlyId;
    public required string Text { get; set; }
    /// <summary>The last day; null switches it off.</summary>
    public DateOnly? UntilDate { get; set; }
}

/// <summary>One side asks the platform to look at a conversation, and lets it read along.</summary>
internal sealed class ThreadReport : IPlatformRow
{
    public required string Id { get; init; }
    public required string TenantId { get; init; }
    public required string ThreadId { get; init; }
    public required MessageSide By { get; init; }
    public required string Actor { get; init; }
    public required ReportReason Reason { get; init; }
    public required string Words { get; init; }
    public required DateTime AtUtc { get; init; }
    public DateTime? DecidedAtUtc { get; set; }
    public bool? IsClosed { get; set; }
}

/// <summary>How fast a shop answers, for everybody to read.</summary>
internal sealed class SellerResponse : IPublishedRow
{
    public required string TenantId { get; init; }
    public required int MedianMinutes { get; set; }
    public required int Count { get; set; }
    public required DateTime AtUtc { get; set; }
}

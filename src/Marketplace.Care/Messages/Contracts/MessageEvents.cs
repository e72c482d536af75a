using Marketplace.Kernel.Outbox;

namespace Marketplace.Care.Messages.Contracts;

/// <summary>Who wrote a message.</summary>
public enum MessageSide
{
    Buyer,
    Seller,
    /// <summary>The shop's automatic answer while it is away.</summary>
    Automatic,
}

public enum AttachmentKind
{
    /// <summary>Written anew as WebP.</summary>
    Picture,
    /// <summary>As it came, only ever downloaded.</summary>
    Pdf,
}

[EventName("care.message-sent.v1")]
public sealed record MessageSent(string MessageId, string ThreadId, string TenantId, string BuyerId, MessageSide By) : IEvent;

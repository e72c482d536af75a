using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;

namespace Marketplace.Care.Messages;

/// <summary>A conversation in a list.</summary>
/// <param name="Unread">By the side that asks.</param>
public sealed record ThreadRow(
    string ThreadId, string Subject, string BuyerName, string SellerName, string SellerSlug, string? PictureRef, bool IsAboutOrder,
    string Snippet, MessageSide LastBy, DateTime LastAtUtc, int Unread, DateTime? WaitingSinceUtc, bool IsClosed);

/// <summary>A conversation as both sides see it.</summary>
public sealed record ThreadView(
    string ThreadId, string TenantId, string Subject, string BuyerName, string SellerName, string SellerSlug, string? PictureRef,
    string? ListingId, string? Slug, string? SellerOrderId, string? OrderId, int Unread, DateTime? WaitingSinceUtc, bool IsClosed,
    IReadOnlyList<MessageView> Messages);

/// <param name="IsRead">By the other side.</param>
public sealed record MessageView(
    string MessageId, MessageSide By, string Text, DateTime AtUtc, bool LeadsOutside, bool IsRead, IReadOnlyList<FileView> Files);

public sealed record FileView(string FileId, string FileName, AttachmentKind Kind, int Bytes);

/// <summary>A file's bytes, for the two it belongs to.</summary>
public sealed record OpenedFile(Stream Content, string ContentType, string FileName, bool IsDownload);

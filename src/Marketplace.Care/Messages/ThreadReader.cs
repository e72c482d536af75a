using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>Reads conversations with the eyes of the context it is given.</summary>
internal static class ThreadReader
{
    /// <summary>A conversation longer than this shows its newest messages.</summary>
    private const int MostMessages = 200;

    public static async Task<ThreadView> ViewAsync(
        MarketplaceDb db, MessageThread t, MessageSide side, CancellationToken cancellation)
    {
        var messages = await db.ThreadMessages.AsNoTracking().Where(m => m.TenantId == t.TenantId && m.ThreadId == t.Id)
            .OrderByDescending(m => m.AtUtc).ThenByDescending(m => m.Id).Take(MostMessages).ToListAsync(cancellation);
        var files = await db.MessageAttachments.AsNoTracking().Where(a => a.TenantId == t.TenantId && a.ThreadId == t.Id)
            .OrderBy(a => a.Id).ToListAsync(cancellation);
        messages.Reverse();
        var unreadByOther = side == MessageSide.Buyer ? t.UnreadBySeller : t.UnreadByBuyer;
        var unseen = messages.FindAll(m => m.By == MessageSide.Buyer == (side == MessageSide.Buyer)).TakeLast(unreadByOther)
            .Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        return new ThreadView(
            t.Id, t.TenantId, t.Subject, t.BuyerName, t.SellerName, t.SellerSlug, t.PictureRef, t.ListingId, t.Slug, t.SellerOrderId,
            t.OrderId, side == MessageSide.Buyer ? t.UnreadByBuyer : t.UnreadBySeller, t.WaitingSinceUtc, t.ClosedAtUtc is not null,
            [
                .. messages.Select(m => new MessageView(
                    m.Id, m.By, m.Text, m.AtUtc, m.LeadsOutside, !unseen.Contains(m.Id),
                    [.. files.Where(f => f.MessageId == m.Id).Select(f => new FileView(f.Id, f.FileName, f.Kind, f.Bytes))])),
            ]);
    }

    public static ThreadRow Row(MessageThread t, MessageSide side) => new(
        t.Id, t.Subject, t.BuyerName, t.SellerName, t.SellerSlug, t.PictureRef, t.SellerOrderId is not null, t.Snippet, t.LastBy,
        t.LastAtUtc, side == MessageSide.Buyer ? t.UnreadByBuyer : t.UnreadBySeller, t.WaitingSinceUtc, t.ClosedAtUtc is not null);
}

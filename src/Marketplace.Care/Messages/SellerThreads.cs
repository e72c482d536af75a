using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

public enum InboxTab
{
    /// <summary>A buyer waits; the longest first.</summary>
    Unanswered,
    Unread,
    Orders,
    All,
}

/// <summary>The shop's conversations, thirty a page.</summary>
/// <param name="Search">Part of the buyer's name, or the beginning of an order's number or a title.</param>
[Seller(SellerPermissions.Messages)]
public sealed record ListThreads(InboxTab Tab, string? Search = null, int Page = 1) : IQuery<Result<InboxPage>>;

public sealed record InboxPage(IReadOnlyList<ThreadRow> Threads, int Page, int Pages, IReadOnlyDictionary<InboxTab, int> Counts);

/// <summary>One of the shop's conversations. Error: <c>message.no-thread</c>.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record GetThread(string ThreadId) : IQuery<Result<ThreadView>>;

/// <summary>The shop has seen all of a conversation; <paramref name="Settle"/> also says that it needs no answer.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record MarkReadBySeller(string ThreadId, bool Settle = false) : ICommand<Result>, ISellerTransaction;

/// <summary>A file of one of the shop's conversations. Error: <c>message.no-file</c>.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record OpenFile(string ThreadId, string FileId) : IQuery<Result<OpenedFile>>;

/// <summary>How many buyers wait, and since when.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record GetInboxDuties : IQuery<Result<InboxDuties>>;

public sealed record InboxDuties(int Unanswered, DateTime? SinceUtc);

internal sealed class SellerThreadsHandler(SellerDb db, AttachmentFiles files)
    : IQueryHandler<ListThreads, Result<InboxPage>>, IQueryHandler<GetThread, Result<ThreadView>>,
    ICommandHandler<MarkReadBySeller, Result>, IQueryHandler<OpenFile, Result<OpenedFile>>,
    IQueryHandler<GetInboxDuties, Result<InboxDuties>>
{
    private const int PageSize = 30;

    public async ValueTask<Result<InboxPage>> Handle(ListThreads query, CancellationToken cancellation)
    {
        var page = Math.Clamp(query.Page, 1, 500);
        var all = db.MessageThreads.AsNoTracking().Where(t => t.TenantId == db.TenantId);
        if (query.Search?.Trim() is { Length: > 0 and <= 80 } text)
            all = all.Where(t => t.BuyerName.Contains(text) || t.Subject.StartsWith(text));
        var counts = await CountAsync(all, cancellation);
        var wanted = Of(all, query.Tab);
        var ordered = query.Tab == InboxTab.Unanswered
            ? wanted.OrderBy(t => t.WaitingSinceUtc).ThenBy(t => t.Id)
            : wanted.OrderByDescending(t => t.LastAtUtc).ThenBy(t => t.Id);
        var rows = await ordered.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new InboxPage(
            [.. rows.Select(t => ThreadReader.Row(t, MessageSide.Seller))], page, (counts[query.Tab] + PageSize - 1) / PageSize, counts);
    }

    public async ValueTask<Result<ThreadView>> Handle(GetThread query, CancellationToken cancellation)
    {
        var thread = await db.MessageThreads.AsNoTracking()
            .SingleOrDefaultAsync(t => t.TenantId == db.TenantId && t.Id == query.ThreadId, cancellation);
        return thread is null ? MessageErrors.NoSuchThread : await ThreadReader.ViewAsync(db, thread, MessageSide.Seller, cancellation);
    }

    public async ValueTask<Result> Handle(MarkReadBySeller command, CancellationToken cancellation)
    {
        var id = command.ThreadId;
        var thread = await ThreadLock.TakeAsync(db, t => t.TenantId == db.TenantId && t.Id == id, cancellation);
        if (thread is null) return MessageErrors.NoSuchThread;
        thread.ReadBy(MessageSide.Seller);
        if (command.Settle) thread.Settle();
        return Result.Success();
    }

    public async ValueTask<Result<OpenedFile>> Handle(OpenFile query, CancellationToken cancellation)
    {
        var file = await db.MessageAttachments.AsNoTracking().SingleOrDefaultAsync(
            a => a.TenantId == db.TenantId && a.ThreadId == query.ThreadId && a.Id == query.FileId, cancellation);
        return await files.OpenedAsync(file, cancellation);
    }

    public async ValueTask<Result<InboxDuties>> Handle(GetInboxDuties query, CancellationToken cancellation)
    {
        var waiting = Of(db.MessageThreads.Where(t => t.TenantId == db.TenantId), InboxTab.Unanswered);
        return await waiting.GroupBy(t => t.TenantId).Select(g => new InboxDuties(g.Count(), g.Min(t => t.WaitingSinceUtc)))
            .SingleOrDefaultAsync(cancellation) ?? new InboxDuties(0, null);
    }

    private static async Task<Dictionary<InboxTab, int>> CountAsync(IQueryable<MessageThread> all, CancellationToken cancellation)
    {
        var found = await all.GroupBy(t => t.TenantId).Select(g => new
        {
            Unanswered = g.Count(t => t.WaitingSinceUtc != null && t.ClosedAtUtc == null), Unread = g.Count(t => t.UnreadBySeller > 0),
            Orders = g.Count(t => t.SellerOrderId != null), All = g.Count(),
        }).SingleOrDefaultAsync(cancellation);
        return new Dictionary<InboxTab, int>
        {
            [InboxTab.Unanswered] = found?.Unanswered ?? 0, [InboxTab.Unread] = found?.Unread ?? 0, [InboxTab.Orders] = found?.Orders ?? 0,
            [InboxTab.All] = found?.All ?? 0,
        };
    }

    private static IQueryable<MessageThread> Of(IQueryable<MessageThread> all, InboxTab tab) => tab switch
    {
        InboxTab.Unanswered => all.Where(t => t.WaitingSinceUtc != null && t.ClosedAtUtc == null),
        InboxTab.Unread => all.Where(t => t.UnreadBySeller > 0),
        InboxTab.Orders => all.Where(t => t.SellerOrderId != null),
        InboxTab.All => all,
    };
}

using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>The caller's conversations with shops, the newest message first; at most 100.</summary>
[Buyer]
public sealed record ListMyThreads : IQuery<Result<IReadOnlyList<ThreadRow>>>;

/// <summary>One of the caller's conversations. Error: <c>message.no-thread</c>.</summary>
[Buyer]
public sealed record GetMyThread(string ThreadId) : IQuery<Result<ThreadView>>;

/// <summary>The buyer has seen all of a conversation. Error: <c>message.no-thread</c>.</summary>
[Buyer]
public sealed record MarkReadByBuyer(string ThreadId) : ICommand<Result>, IBuyerTransaction;

/// <summary>How many messages of shops the buyer has not seen.</summary>
[Buyer]
public sealed record CountMyUnread : IQuery<Result<int>>;

/// <summary>A file of one of the caller's conversations. Error: <c>message.no-file</c>.</summary>
[Buyer]
public sealed record OpenMyFile(string ThreadId, string FileId) : IQuery<Result<OpenedFile>>;

internal sealed class BuyerThreadsHandler(BuyerDb db, AttachmentFiles files)
    : IQueryHandler<ListMyThreads, Result<IReadOnlyList<ThreadRow>>>, IQueryHandler<GetMyThread, Result<ThreadView>>,
    ICommandHandler<MarkReadByBuyer, Result>, IQueryHandler<CountMyUnread, Result<int>>, IQueryHandler<OpenMyFile, Result<OpenedFile>>
{
    private const int Most = 100;

    public async ValueTask<Result<IReadOnlyList<ThreadRow>>> Handle(ListMyThreads query, CancellationToken cancellation)
    {
        var threads = await db.MessageThreads.AsNoTracking().Where(t => t.BuyerId == db.BuyerId)
            .OrderByDescending(t => t.LastAtUtc).ThenBy(t => t.Id).Take(Most).ToListAsync(cancellation);
        return Result<IReadOnlyList<ThreadRow>>.Success([.. threads.Select(t => ThreadReader.Row(t, MessageSide.Buyer))]);
    }

    public async ValueTask<Result<ThreadView>> Handle(GetMyThread query, CancellationToken cancellation)
    {
        var thread = await db.MessageThreads.AsNoTracking()
            .SingleOrDefaultAsync(t => t.BuyerId == db.BuyerId && t.Id == query.ThreadId, cancellation);
        return thread is null ? MessageErrors.NoSuchThread : await ThreadReader.ViewAsync(db, thread, MessageSide.Buyer, cancellation);
    }

    public async ValueTask<Result> Handle(MarkReadByBuyer command, CancellationToken cancellation)
    {
        var id = command.ThreadId;
        var thread = await ThreadLock.TakeAsync(db, t => t.BuyerId == db.BuyerId && t.Id == id, cancellation);
        if (thread is null) return MessageErrors.NoSuchThread;
        thread.ReadBy(MessageSide.Buyer);
        return Result.Success();
    }

    public async ValueTask<Result<int>> Handle(CountMyUnread query, CancellationToken cancellation) =>
        await db.MessageThreads.Where(t => t.BuyerId == db.BuyerId).SumAsync(t => t.UnreadByBuyer, cancellation);

    public async ValueTask<Result<OpenedFile>> Handle(OpenMyFile query, CancellationToken cancellation)
    {
        var file = await db.MessageAttachments.AsNoTracking().SingleOrDefaultAsync(
            a => a.BuyerId == db.BuyerId && a.ThreadId == query.ThreadId && a.Id == query.FileId, cancellation);
        return await files.OpenedAsync(file, cancellation);
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>What a person and shops wrote to each other.</summary>
internal sealed class MessagesData(PlatformDb db) : IPersonalData
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var buyer = subject.BuyerId;
        return
        [
            DataSheet.Of("Conversations", ["MessageThreads"], await db.Set<MessageThread>().AsNoTracking()
                .Where(t => t.BuyerId == buyer).OrderBy(row => row.Id).Take(DataSheet.Most)
                .Select(t => new { t.Id, t.SellerName, t.Subject, t.BuyerName, t.StartedAtUtc })
                .ToListAsync(cancellation)),
            DataSheet.Of("Messages", ["ThreadMessages", "MessageAttachments"], await db.Set<ThreadMessage>().AsNoTracking()
                .Where(m => m.BuyerId == buyer).OrderBy(m => m.AtUtc).Take(DataSheet.Most)
                .Select(m => new { Conversation = m.ThreadId, m.By, m.Text, m.AtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Files of messages", ["MessageAttachments"], await db.Set<MessageAttachment>().AsNoTracking()
                .Where(a => a.BuyerId == buyer).OrderBy(row => row.Id).Take(DataSheet.Most)
                .Select(a => new { Conversation = a.ThreadId, a.FileName, a.Bytes })
                .ToListAsync(cancellation)),
        ];
    }
}

/// <summary>
/// Conversations with a deleted person stay as the shop's own correspondence, without their name. A repeat changes nothing.
/// </summary>
[Internal]
public sealed record ForgetWriter(string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ForgetWriterHandler(PlatformDb db) : ICommandHandler<ForgetWriter, Result>
{
    public async ValueTask<Result> Handle(ForgetWriter command, CancellationToken cancellation)
    {
        await db.MessageThreads.Where(t => t.BuyerId == command.BuyerId)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.BuyerName, Erased.Name), cancellation);
        return Result.Success();
    }
}

internal sealed class ForgetWriters : IConsume<PersonDeleted>
{
    public IEnumerable<ICommand<Result>> On(PersonDeleted happened) => [new ForgetWriter(happened.BuyerId)];
}

using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>Mails the other side what was written, with a link to answer; once a message.</summary>
[Internal]
public sealed record TellAboutMessage(string MessageId, string TenantId) : ICommand<Result>, IPlatformTransaction;

/// <summary>Answers by itself where the shop is away, at most once a day in a conversation.</summary>
[Internal]
public sealed record AnswerByItself(string ThreadId, string TenantId) : ICommand<Result>, IPlatformTransaction;

/// <summary>A guest's conversations about orders are now an account's.</summary>
[Internal]
public sealed record MoveThreads(string FromBuyerId, string ToBuyerId, IReadOnlyList<string> OrderIds)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class TellAboutMessageHandler(PlatformDb db, ISender sender) : ICommandHandler<TellAboutMessage, Result>
{
    public async ValueTask<Result> Handle(TellAboutMessage command, CancellationToken cancellation)
    {
        var message = await db.ThreadMessages.AsNoTracking()
            .SingleOrDefaultAsync(m => m.TenantId == command.TenantId && m.Id == command.MessageId, cancellation);
        if (message is null) return MessageErrors.NoSuchThread;
        var thread = await db.MessageThreads.AsNoTracking()
            .SingleAsync(t => t.TenantId == message.TenantId && t.Id == message.ThreadId, cancellation);
        var files = await db.MessageAttachments.CountAsync(
            a => a.TenantId == message.TenantId && a.MessageId == message.Id, cancellation);
        if (message.By != MessageSide.Buyer) return await TellBuyerAsync(thread, message, files, cancellation);
        var text = Text(
            thread, message, thread.BuyerName, files, new MailLink("Answer", $"/seller/{thread.SellerSlug}/messages/{thread.Id}"));
        return await sender.Send(new MailOwners(thread.TenantId, $"message/{message.Id}", text), cancellation);
    }

    private async Task<Result> TellBuyerAsync(MessageThread thread, ThreadMessage message, int files, CancellationToken cancellation)
    {
        if (await sender.BuyersEmailAsync(thread, cancellation) is not { } email) return Result.Success();
        var text = Text(thread, message, thread.SellerName, files, new MailLink("Answer", $"/messages/{thread.Id}"));
        return await sender.Send(
            new QueueMail($"message/{message.Id}", email, text, null, thread.BuyerId, Topic: MailTopic.Messages), cancellation);
    }

    private static MailText Text(MessageThread thread, ThreadMessage message, string from, int files, MailLink answer)
    {
        var about = thread.SellerOrderId is not null ? $" about order {thread.Subject}"
            : thread.Subject.Length > 0 ? $" about {thread.Subject}" : "";
        List<string> lines = [.. PlainText.Lines(message.Text, 60)];
        if (files == 1) lines.Add("One file is with it; open the conversation to see it.");
        if (files > 1) lines.Add($"{files} files are with it; open the conversation to see them.");
        return new MailText(
            $"{from} writes{about}", $"{from} writes{about}", lines, answer,
            Note: "Answer by the button: what you write to this mail's sender reaches nobody.");
    }
}

internal sealed class AnswerByItselfHandler(PlatformDb db, MessageWriter writer, TimeProvider clock)
    : ICommandHandler<AnswerByItself, Result>
{
    public async ValueTask<Result> Handle(AnswerByItself command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (tenantId, threadId, today, day) = (command.TenantId, command.ThreadId, DateOnly.FromDateTime(now), now.AddDays(-1));
        var auto = await db.AutoReplies.AsNoTracking()
            .SingleOrDefaultAsync(r => r.TenantId == tenantId && r.UntilDate != null && r.UntilDate >= today, cancellation);
        if (auto is null) return Result.Success();
        var said = await db.ThreadMessages.AnyAsync(
            m => m.TenantId == tenantId && m.ThreadId == threadId && m.By == MessageSide.Automatic && m.AtUtc > day, cancellation);
        if (said || await ThreadLock.TakeAsync(db, t => t.TenantId == tenantId && t.Id == threadId, cancellation) is not { } thread)
            return Result.Success();
        var added = writer.Add(db, thread, MessageSide.Automatic, auto.Text, [], now);
        return added.Ok || added.Error == MessageErrors.Closed ? Result.Success() : added.Error;
    }
}

internal sealed class MoveThreadsHandler(PlatformDb db) : ICommandHandler<MoveThreads, Result>
{
    public async ValueTask<Result> Handle(MoveThreads command, CancellationToken cancellation)
    {
        var (from, to, orders) = (command.FromBuyerId, command.ToBuyerId, command.OrderIds);
        var threads = db.MessageThreads.Where(t => t.OrderId != null && orders.Contains(t.OrderId));
        var ids = await threads.Where(t => t.BuyerId == from).Select(t => t.Id).ToListAsync(cancellation);
        if (ids.Count == 0) return Result.Success();
        await db.MessageAttachments.Where(a => a.BuyerId == from && ids.Contains(a.ThreadId))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.BuyerId, to), cancellation);
        await db.ThreadMessages.Where(m => m.BuyerId == from && ids.Contains(m.ThreadId))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.BuyerId, to), cancellation);
        await threads.Where(t => t.BuyerId == from).ExecuteUpdateAsync(s => s.SetProperty(t => t.BuyerId, to), cancellation);
        return Result.Success();
    }
}

internal sealed class FollowMessages : IConsume<MessageSent>, IConsume<OrdersClaimed>
{
    public IEnumerable<ICommand<Result>> On(MessageSent happened) => happened.By == MessageSide.Buyer
        ?
        [
            new TellAboutMessage(happened.MessageId, happened.TenantId), new AnswerByItself(happened.ThreadId, happened.TenantId),
        ]
        : [new TellAboutMessage(happened.MessageId, happened.TenantId)];

    public IEnumerable<ICommand<Result>> On(OrdersClaimed happened) =>
        [new MoveThreads(happened.FromBuyerId, happened.ToBuyerId, happened.OrderIds)];
}

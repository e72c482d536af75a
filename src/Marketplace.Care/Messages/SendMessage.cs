using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>
/// A buyer writes: in a conversation, or about an order, a listing or a shop, which goes on with the conversation about it
/// where there is one. Answers the conversation's id. Errors: those of <see cref="FindThreadSubject"/>,
/// <c>message.no-thread</c>, <c>message.empty</c>, <c>message.too-many</c>, <c>message.closed</c> and those of files.
/// </summary>
[Buyer]
public sealed record WriteToShop(
    string? ThreadId, string? SellerOrderId, string? ListingId, string? ShopSlug, string Text, IReadOnlyList<IncomingFile> Files)
    : ICommand<Result<string>>;

/// <summary>The shop answers. Errors: the same.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record WriteToBuyer(string ThreadId, string Text, IReadOnlyList<IncomingFile> Files) : ICommand<Result<string>>;

/// <summary>The buyer's message, once its files are kept.</summary>
[Internal]
public sealed record AddBuyerMessage(string? ThreadId, ThreadSubject? Subject, string Text, IReadOnlyList<KeptFile> Files)
    : ICommand<Result<string>>, IBuyerTransaction;

/// <summary>The shop's message, once its files are kept.</summary>
[Internal]
public sealed record AddSellerMessage(string ThreadId, string Text, IReadOnlyList<KeptFile> Files)
    : ICommand<Result<string>>, ISellerTransaction;

internal sealed class WriteToShopValidator : AbstractValidator<WriteToShop>
{
    public WriteToShopValidator() => RuleFor(m => PlainText.Clean(m.Text)).MaximumLength(5000).OverridePropertyName("Text")
        .WithMessage("A message has at most 5,000 characters.");
}

internal sealed class WriteToBuyerValidator : AbstractValidator<WriteToBuyer>
{
    public WriteToBuyerValidator() => RuleFor(m => PlainText.Clean(m.Text)).MaximumLength(5000).OverridePropertyName("Text")
        .WithMessage("A message has at most 5,000 characters.");
}

internal sealed class WriteToShopHandler(BuyerDb db, ISender sender, AttachmentFiles files) : ICommandHandler<WriteToShop, Result<string>>
{
    public async ValueTask<Result<string>> Handle(WriteToShop command, CancellationToken cancellation)
    {
        var text = PlainText.Clean(command.Text);
        if (text.Length == 0 && command.Files.Count == 0) return MessageErrors.Empty;
        var (threadId, subject, tenantId) = (command.ThreadId, (ThreadSubject?)null, (string?)null);
        if (threadId is null)
        {
            var found = await sender.Send(
                new FindThreadSubject(command.SellerOrderId, command.ListingId, command.ShopSlug), cancellation);
            if (!found.Ok) return found.Error;
            (subject, tenantId, threadId) = (found.Value, found.Value.TenantId, found.Value.ThreadId);
        }

        tenantId ??= await db.MessageThreads.Where(t => t.Id == threadId).Select(t => t.TenantId).SingleOrDefaultAsync(cancellation);
        if (tenantId is null) return MessageErrors.NoSuchThread;
        var kept = await files.KeepAsync(tenantId, command.Files, cancellation);
        return kept.Ok ? await sender.Send(new AddBuyerMessage(threadId, subject, text, kept.Value), cancellation) : kept.Error;
    }
}

internal sealed class WriteToBuyerHandler(SellerDb db, ISender sender, AttachmentFiles files)
    : ICommandHandler<WriteToBuyer, Result<string>>
{
    public async ValueTask<Result<string>> Handle(WriteToBuyer command, CancellationToken cancellation)
    {
        var text = PlainText.Clean(command.Text);
        if (text.Length == 0 && command.Files.Count == 0) return MessageErrors.Empty;
        if (!await db.MessageThreads.AnyAsync(t => t.TenantId == db.TenantId && t.Id == command.ThreadId, cancellation))
            return MessageErrors.NoSuchThread;
        var kept = await files.KeepAsync(db.TenantId, command.Files, cancellation);
        return kept.Ok ? await sender.Send(new AddSellerMessage(command.ThreadId, text, kept.Value), cancellation) : kept.Error;
    }
}

internal sealed class AddBuyerMessageHandler(BuyerDb db, MessageWriter writer, TimeProvider clock)
    : ICommandHandler<AddBuyerMessage, Result<string>>
{
    private const int MostAnHour = 30;
    private const int MostNewADay = 15;

    public async ValueTask<Result<string>> Handle(AddBuyerMessage command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (hour, day) = (now.AddHours(-1), now.AddDays(-1));
        if (await db.ThreadMessages.CountAsync(
            m => m.BuyerId == db.BuyerId && m.AtUtc > hour && m.By == MessageSide.Buyer, cancellation) >= MostAnHour)
            return MessageErrors.TooMany;
        if (command.ThreadId is { } known)
        {
            return await ThreadLock.TakeAsync(db, t => t.Id == known && t.BuyerId == db.BuyerId, cancellation) is { } open
                ? writer.Add(db, open, MessageSide.Buyer, command.Text, command.Files, now) : MessageErrors.NoSuchThread;
        }

        if (await db.MessageThreads.CountAsync(t => t.BuyerId == db.BuyerId && t.StartedAtUtc > day, cancellation) >= MostNewADay)
            return MessageErrors.TooMany;
        var s = command.Subject!;
        var thread = new MessageThread
        {
            TenantId = s.TenantId, Id = Ids.New(clock), BuyerId = db.BuyerId, ListingId = s.ListingId, SellerOrderId = s.SellerOrderId,
            OrderId = s.OrderId, Subject = s.Subject, Slug = s.Slug, PictureRef = s.PictureRef, BuyerName = s.BuyerName,
            SellerName = s.SellerName, SellerSlug = s.SellerSlug, StartedAtUtc = now,
        };
        db.Add(thread);
        return writer.Add(db, thread, MessageSide.Buyer, command.Text, command.Files, now);
    }
}

internal sealed class AddSellerMessageHandler(SellerDb db, MessageWriter writer, TimeProvider clock)
    : ICommandHandler<AddSellerMessage, Result<string>>
{
    public async ValueTask<Result<string>> Handle(AddSellerMessage command, CancellationToken cancellation)
    {
        var (id, now) = (command.ThreadId, clock.GetUtcNow().UtcDateTime);
        return await ThreadLock.TakeAsync(db, t => t.TenantId == db.TenantId && t.Id == id, cancellation) is { } thread
            ? writer.Add(db, thread, MessageSide.Seller, command.Text, command.Files, now) : MessageErrors.NoSuchThread;
    }
}

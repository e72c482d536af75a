using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>The shop's saved replies by their titles, and its automatic answer.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record GetReplies : IQuery<Result<ShopReplies>>;

/// <param name="AutoUntilDate">Null: switched off.</param>
public sealed record ShopReplies(IReadOnlyList<ReplyView> Replies, string AutoText, DateOnly? AutoUntilDate);

public sealed record ReplyView(string ReplyId, string Title, string Text);

/// <summary>Keeps a reply; without an id a new one. Errors: <c>message.no-reply</c>, <c>message.too-many-replies</c>.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record SaveReply(string? ReplyId, string Title, string Text) : ICommand<Result>, ISellerTransaction;

[Seller(SellerPermissions.Messages)]
public sealed record DeleteReply(string ReplyId) : ICommand<Result>, ISellerTransaction;

/// <summary>What buyers get at once while the shop is away, up to and with a day; null switches it off.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record SaveAutoReply(string Text, DateOnly? UntilDate) : ICommand<Result>, ISellerTransaction;

internal sealed class SaveReplyValidator : AbstractValidator<SaveReply>
{
    public SaveReplyValidator()
    {
        RuleFor(r => PlainText.Line(r.Title)).Length(1, 80).OverridePropertyName("Title").WithMessage("A title of at most 80 characters.");
        RuleFor(r => PlainText.Clean(r.Text)).Length(1, 2000).OverridePropertyName("Text")
            .WithMessage("A text of at most 2,000 characters.");
    }
}

internal sealed class SaveAutoReplyValidator : AbstractValidator<SaveAutoReply>
{
    public SaveAutoReplyValidator()
    {
        RuleFor(r => PlainText.Clean(r.Text)).MaximumLength(1000).OverridePropertyName("AutoText").WithMessage("At most 1,000 characters.");
        RuleFor(r => PlainText.Clean(r.Text)).NotEmpty().OverridePropertyName("AutoText").When(r => r.UntilDate is not null)
            .WithMessage("Say when you are back.");
    }
}

internal sealed class SavedRepliesHandler(SellerDb db, TimeProvider clock)
    : IQueryHandler<GetReplies, Result<ShopReplies>>, ICommandHandler<SaveReply, Result>, ICommandHandler<DeleteReply, Result>,
    ICommandHandler<SaveAutoReply, Result>
{
    private const int Most = 50;

    public async ValueTask<Result<ShopReplies>> Handle(GetReplies query, CancellationToken cancellation)
    {
        var replies = await db.SavedReplies.AsNoTracking().Where(r => r.TenantId == db.TenantId).OrderBy(r => r.Title).ThenBy(r => r.Id)
            .Take(Most).Select(r => new ReplyView(r.Id, r.Title, r.Text)).ToListAsync(cancellation);
        var auto = await db.AutoReplies.AsNoTracking().SingleOrDefaultAsync(r => r.TenantId == db.TenantId, cancellation);
        return new ShopReplies(replies, auto?.Text ?? "", auto?.UntilDate);
    }

    public async ValueTask<Result> Handle(SaveReply command, CancellationToken cancellation)
    {
        var (title, text) = (PlainText.Line(command.Title), PlainText.Clean(command.Text));
        if (command.ReplyId is { Length: > 0 } id)
        {
            var reply = await db.SavedReplies.SingleOrDefaultAsync(r => r.TenantId == db.TenantId && r.Id == id, cancellation);
            if (reply is null) return MessageErrors.NoSuchReply;
            (reply.Title, reply.Text) = (title, text);
            return Result.Success();
        }

        if (await db.SavedReplies.CountAsync(r => r.TenantId == db.TenantId, cancellation) >= Most) return MessageErrors.TooManyReplies;
        db.Add(new SavedReply { TenantId = db.TenantId, Id = Ids.New(clock), Title = title, Text = text });
        return Result.Success();
    }

    public async ValueTask<Result> Handle(DeleteReply command, CancellationToken cancellation) =>
        await db.SavedReplies.Where(r => r.TenantId == db.TenantId && r.Id == command.ReplyId).ExecuteDeleteAsync(cancellation) == 0
            ? MessageErrors.NoSuchReply : Result.Success();

    public async ValueTask<Result> Handle(SaveAutoReply command, CancellationToken cancellation)
    {
        var row = await db.AutoReplies.SingleOrDefaultAsync(r => r.TenantId == db.TenantId, cancellation);
        if (row is null) db.Add(row = new AutoReply { TenantId = db.TenantId, Text = "" });
        (row.Text, row.UntilDate) = (PlainText.Clean(command.Text), command.UntilDate);
        return Result.Success();
    }
}

/// <summary>Fills a saved reply's holes: pure. What it does not know stays as it is, so that the writer sees it.</summary>
public static class ReplyText
{
    public static IReadOnlyList<string> Holes { get; } = ["{buyer}", "{order}", "{thing}", "{shop}"];

    public static string Fill(string text, ThreadView thread) => text
        .Replace("{buyer}", thread.BuyerName.Split(' ')[0], StringComparison.Ordinal)
        .Replace("{order}", thread.SellerOrderId is null ? "{order}" : thread.Subject, StringComparison.Ordinal)
        .Replace("{thing}", thread.ListingId is null ? "{thing}" : thread.Subject, StringComparison.Ordinal)
        .Replace("{shop}", thread.SellerName, StringComparison.Ordinal);
}

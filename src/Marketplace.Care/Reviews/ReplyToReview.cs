using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Reviews.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Care.Reviews;

/// <summary>
/// The shop's one answer to a review of its goods; it can be changed for a day. Errors: <c>review.not-found</c>,
/// <c>review.reply-over</c>.
/// </summary>
[Seller(SellerPermissions.Reviews)]
public sealed record ReplyToReview(string ReviewId, string Text) : ICommand<Result>, ISellerTransaction;

internal sealed class ReplyToReviewValidator : AbstractValidator<ReplyToReview>
{
    public ReplyToReviewValidator() => RuleFor(r => PlainText.Clean(r.Text)).Length(2, 2000).OverridePropertyName("Text")
        .WithMessage("Write an answer of at most 2,000 characters.");
}

internal sealed class ReplyToReviewHandler(SellerDb db, IOptions<ReviewOptions> options, EventBuffer events, TimeProvider clock)
    : ICommandHandler<ReplyToReview, Result>
{
    public async ValueTask<Result> Handle(ReplyToReview command, CancellationToken cancellation)
    {
        var review = await ReviewReader.Rows(db, db.Reviews.Where(r => r.Id == command.ReviewId && r.TenantId == db.TenantId))
            .SingleOrDefaultAsync(cancellation);
        if (review is null) return ReviewErrors.NotFound;
        var (now, text) = (clock.GetUtcNow().UtcDateTime, PlainText.Clean(command.Text));
        var reply = await db.ReviewReplies.SingleOrDefaultAsync(
            r => r.TenantId == db.TenantId && r.ReviewId == command.ReviewId, cancellation);
        var key = "review-reply/" + Ids.New(clock);
        if (reply is null)
        {
            db.Add(new ReviewReply { TenantId = db.TenantId, ReviewId = command.ReviewId, Text = text, AtUtc = now });
            events.Publish(
                new ReviewAnswered(command.ReviewId, db.TenantId, review.Review.BuyerId), key, 1, buyerId: review.Review.BuyerId);
        }
        else
        {
            if (now > reply.AtUtc.AddHours(options.Value.ReplyEditHours)) return ReviewErrors.ReplyOver;
            (reply.Text, reply.EditedAtUtc) = (text, now);
        }

        events.Publish(
            new ReviewChanged(command.ReviewId, review.Review.ListingId, db.TenantId), key, 1, buyerId: review.Review.BuyerId);
        return Result.Success();
    }
}

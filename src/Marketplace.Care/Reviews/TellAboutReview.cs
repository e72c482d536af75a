using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Reviews.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>Mails the shop's owners that a review was written, or its author that the shop has answered; once each.</summary>
[Internal]
public sealed record TellAboutReview(string ReviewId, bool IsAnswer) : ICommand<Result>, IPlatformTransaction;

internal sealed class TellAboutReviewHandler(PlatformDb db, ISender sender) : ICommandHandler<TellAboutReview, Result>
{
    public async ValueTask<Result> Handle(TellAboutReview command, CancellationToken cancellation)
    {
        var review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.ReviewId, cancellation);
        if (review is null) return ReviewErrors.NotFound;
        var shop = await db.SellerProfiles.Where(p => p.TenantId == review.TenantId).Select(p => new { p.Name, p.Slug })
            .SingleOrDefaultAsync(cancellation);
        if (shop is null) return Result.Success();
        return command.IsAnswer
            ? await TellAuthorAsync(review, shop.Name, cancellation)
            : await sender.Send(
                new MailOwners(review.TenantId, $"review-written/{review.Id}", ReviewMails.Written(review, shop.Slug)), cancellation);
    }

    private async Task<Result> TellAuthorAsync(Review review, string shop, CancellationToken cancellation)
    {
        var people = (await sender.Send(new FindBuyers([review.BuyerId]), cancellation)).Required();
        var reply = await db.ReviewReplies.Where(r => r.ReviewId == review.Id).Select(r => r.Text).SingleOrDefaultAsync(cancellation);
        if (reply is null || !people.TryGetValue(review.BuyerId, out var buyer)) return Result.Success();
        return await sender.Send(ReviewMails.Answered(review, buyer, shop, reply), cancellation);
    }
}

internal sealed class MailsAboutReviews : IConsume<ReviewWritten>, IConsume<ReviewAnswered>
{
    public IEnumerable<ICommand<Result>> On(ReviewWritten happened) => [new TellAboutReview(happened.ReviewId, IsAnswer: false)];

    public IEnumerable<ICommand<Result>> On(ReviewAnswered happened) => [new TellAboutReview(happened.ReviewId, IsAnswer: true)];
}

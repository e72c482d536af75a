using Marketplace.Care.Reviews.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>
/// A signed-in person finds a review helpful, once; saying it again takes it back. Answers whether it counts now.
/// Errors: <c>review.not-found</c>, <c>review.own</c>.
/// </summary>
[Person]
public sealed record VoteHelpful(string ReviewId) : ICommand<Result<bool>>, IPlatformTransaction;

internal sealed class VoteHelpfulHandler(PlatformDb db, CallerAccessor caller, EventBuffer events, TimeProvider clock)
    : ICommandHandler<VoteHelpful, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(VoteHelpful command, CancellationToken cancellation)
    {
        var personId = caller.Caller.PersonId!;
        var row = await ReviewReader.Rows(db, db.Reviews.Where(r => r.Id == command.ReviewId)).SingleOrDefaultAsync(cancellation);
        if (row is null) return ReviewErrors.NotFound;
        if (row.Review.BuyerId == caller.Caller.BuyerId) return ReviewErrors.OwnReview;
        var standing = await StandingAsync(db, row.Review, cancellation);
        var taken = await db.HelpfulVotes.Where(v => v.ReviewId == command.ReviewId && v.PersonId == personId)
            .ExecuteDeleteAsync(cancellation);
        if (taken == 0)
            db.Add(new HelpfulVote { ReviewId = command.ReviewId, PersonId = personId, AtUtc = clock.GetUtcNow().UtcDateTime });
        standing.HelpfulCount = await db.HelpfulVotes.CountAsync(v => v.ReviewId == command.ReviewId, cancellation) + (taken == 0 ? 1 : 0);
        events.Publish(
            new ReviewChanged(command.ReviewId, row.Review.ListingId, row.Review.TenantId), "review-vote/" + Ids.New(clock), 1,
            row.Review.TenantId, row.Review.BuyerId);
        return taken == 0;
    }

    /// <summary>The platform's row about a review, made when it is first needed.</summary>
    internal static async Task<ReviewStanding> StandingAsync(PlatformDb db, Review review, CancellationToken cancellation)
    {
        var standing = await db.ReviewStandings.SingleOrDefaultAsync(s => s.ReviewId == review.Id, cancellation);
        if (standing is null) db.Add(standing = new ReviewStanding { ReviewId = review.Id, TenantId = review.TenantId });
        return standing;
    }
}

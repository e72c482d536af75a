using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>How many shops wait to be looked at, how many for an answer to their appeal, and since when.</summary>
[Admin(AdminPermissions.Sellers)]
public sealed record GetReviewQueue : IQuery<Result<ReviewQueue>>;

/// <param name="Open">Shops that sell.</param>
public sealed record ReviewQueue(int Waiting, DateTime? SinceUtc, int Open, int Appeals = 0, DateTime? AppealsSinceUtc = null);

internal sealed class GetReviewQueueHandler(PlatformDb db) : IQueryHandler<GetReviewQueue, Result<ReviewQueue>>
{
    public async ValueTask<Result<ReviewQueue>> Handle(GetReviewQueue query, CancellationToken cancellationToken)
    {
        var states = await db.Sellers.Where(s => s.State == SellerState.InReview || s.State == SellerState.Approved)
            .GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count(), Since = (DateTime?)g.Min(s => s.StateAtUtc) })
            .ToListAsync(cancellationToken);
        var waiting = states.Find(s => s.Key == SellerState.InReview);
        var appeals = await OpenAppeals.Of(db).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Since = (DateTime?)g.Min(a => a.SinceUtc) }).SingleOrDefaultAsync(cancellationToken);
        return new ReviewQueue(
            waiting?.Count ?? 0, waiting?.Since, states.Find(s => s.Key == SellerState.Approved)?.Count ?? 0, appeals?.Count ?? 0,
            appeals?.Since);
    }
}

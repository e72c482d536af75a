using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Care.Reviews;

/// <summary>The seller's reviews, the newest first, twenty a page.</summary>
[Seller(SellerPermissions.Reviews)]
public sealed record ListSellerReviews(SellerReviewTab Tab = SellerReviewTab.All, int Page = 1) : IQuery<Result<SellerReviewPage>>;

public enum SellerReviewTab
{
    /// <summary>Nobody of the shop has answered.</summary>
    Unanswered,
    /// <summary>Three stars or fewer.</summary>
    Low,
    All,
}

public sealed record SellerReviewPage(
    IReadOnlyList<SellerReview> Reviews, int Page, int Pages, IReadOnlyDictionary<SellerReviewTab, int> Counts);

public sealed record SellerReview(ReviewView Review, bool MayReply);

/// <summary>How many reviews of the last weeks wait for an answer, and since when.</summary>
[Seller(SellerPermissions.Reviews)]
public sealed record GetReviewDuties : IQuery<Result<ReviewDuties>>;

public sealed record ReviewDuties(int Unanswered, int Low, DateTime? SinceUtc);

internal sealed class ListSellerReviewsHandler(SellerDb db, IOptions<ReviewOptions> options, TimeProvider clock)
    : IQueryHandler<ListSellerReviews, Result<SellerReviewPage>>, IQueryHandler<GetReviewDuties, Result<ReviewDuties>>
{
    private const int PageSize = 20;
    private const int LowStars = 3;

    /// <summary>Who has not answered by then will not.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    public async ValueTask<Result<SellerReviewPage>> Handle(ListSellerReviews query, CancellationToken cancellation)
    {
        var page = Math.Clamp(query.Page, 1, 500);
        var found = await Of(SellerReviewTab.All).GroupBy(r => r.Review.TenantId)
            .Select(g => new { All = g.Count(), Low = g.Count(r => r.Review.Stars <= LowStars) }).SingleOrDefaultAsync(cancellation);
        var counts = new Dictionary<SellerReviewTab, int>
        {
            [SellerReviewTab.Unanswered] = await Of(SellerReviewTab.Unanswered).CountAsync(cancellation),
            [SellerReviewTab.Low] = found?.Low ?? 0, [SellerReviewTab.All] = found?.All ?? 0,
        };
        var rows = await Of(query.Tab).OrderByDescending(r => r.Review.WrittenAtUtc).ThenBy(r => r.Review.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        return new SellerReviewPage(
            [.. rows.Select(r => new SellerReview(
                ReviewReader.View(r), r.Reply is null || r.Reply.AtUtc.AddHours(options.Value.ReplyEditHours) > now))],
            page, (counts[query.Tab] + PageSize - 1) / PageSize, counts);
    }

    public async ValueTask<Result<ReviewDuties>> Handle(GetReviewDuties query, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - Fresh;
        var rows = await Of(SellerReviewTab.Unanswered).Where(r => r.Review.WrittenAtUtc > since)
            .GroupBy(r => r.Review.Stars <= LowStars)
            .Select(g => new { IsLow = g.Key, Count = g.Count(), Oldest = g.Min(r => r.Review.WrittenAtUtc) }).ToListAsync(cancellation);
        return new ReviewDuties(
            rows.Sum(r => r.Count), rows.Where(r => r.IsLow).Sum(r => r.Count), rows.Count == 0 ? null : rows.Min(r => r.Oldest));
    }

    private IQueryable<ReviewRow> Of(SellerReviewTab tab)
    {
        var replies = db.ReviewReplies;
        var own = db.Reviews.Where(r => r.TenantId == db.TenantId);
        var wanted = tab switch
        {
            SellerReviewTab.Unanswered => own.Where(r => !replies.Any(a => a.TenantId == r.TenantId && a.ReviewId == r.Id)),
            SellerReviewTab.Low => own.Where(r => r.Stars <= LowStars),
            SellerReviewTab.All => own,
        };
        return ReviewReader.Rows(db, wanted);
    }
}

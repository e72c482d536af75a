using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>Reviews that somebody reported and nobody has decided on, the longest waiting first; at most 50.</summary>
[Admin(AdminPermissions.Moderation)]
public sealed record ListReportedReviews : IQuery<Result<IReadOnlyList<ReportedReview>>>;

/// <param name="Former">What it said before it was changed, the newest first.</param>
public sealed record ReportedReview(
    ReviewView Review, string Shop, IReadOnlyList<ReportView> Reports, IReadOnlyList<FormerWords> Former);

public sealed record ReportView(ReportReason Reason, string Words, DateTime AtUtc);

public sealed record FormerWords(int Stars, string Title, string Text, DateTime UntilUtc);

internal sealed class ListReportedReviewsHandler(PlatformDb db)
    : IQueryHandler<ListReportedReviews, Result<IReadOnlyList<ReportedReview>>>
{
    private const int Most = 50;

    public async ValueTask<Result<IReadOnlyList<ReportedReview>>> Handle(ListReportedReviews query, CancellationToken cancellation)
    {
        var ids = await db.ReviewReports.Where(r => r.DecidedAtUtc == null).GroupBy(r => r.ReviewId)
            .OrderBy(g => g.Min(r => r.AtUtc)).Select(g => g.Key).Take(Most).ToListAsync(cancellation);
        var reports = await db.ReviewReports.AsNoTracking().Where(r => r.DecidedAtUtc == null && ids.Contains(r.ReviewId))
            .OrderBy(r => r.AtUtc).ToListAsync(cancellation);
        var reviews = await ReviewReader.Rows(db, db.Reviews.Where(r => ids.Contains(r.Id))).ToListAsync(cancellation);
        var former = await db.ReviewRevisions.AsNoTracking().Where(r => ids.Contains(r.ReviewId))
            .OrderByDescending(r => r.UntilUtc).ToListAsync(cancellation);
        var shops = await ShopNames.OfAsync(db, reviews.Select(r => r.Review.TenantId), cancellation);
        return Result<IReadOnlyList<ReportedReview>>.Success(
        [
            .. ids.Select(id => reviews.Find(r => r.Review.Id == id)).OfType<ReviewRow>().Select(row => new ReportedReview(
                ReviewReader.View(row), shops.GetValueOrDefault(row.Review.TenantId, ""),
                [.. reports.Where(r => r.ReviewId == row.Review.Id).Select(r => new ReportView(r.Reason, r.Words, r.AtUtc))],
                [.. former.Where(f => f.ReviewId == row.Review.Id).Select(f => new FormerWords(f.Stars, f.Title, f.Text, f.UntilUtc))])),
        ]);
    }
}

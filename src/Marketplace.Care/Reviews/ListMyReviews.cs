using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Care.Reviews;

/// <summary>What the caller may review, the newest first, and the caller's own reviews; at most 100 of each.</summary>
[Person]
public sealed record ListMyReviews : IQuery<Result<MyReviews>>;

public sealed record MyReviews(IReadOnlyList<ReviewableLine> ToWrite, IReadOnlyList<OwnReview> Written);

/// <summary>One purchase of the caller's and what was written about it. Error: <c>review.no-purchase</c>.</summary>
[Person]
public sealed record GetMyReview(string OrderLineId) : IQuery<Result<MyReview>>;

/// <param name="Review">Null before it is written.</param>
public sealed record MyReview(ReviewableLine Line, OwnReview? Review, bool MayWrite);

internal sealed class ListMyReviewsHandler(BuyerDb db, IOptions<ReviewOptions> options, TimeProvider clock)
    : IQueryHandler<ListMyReviews, Result<MyReviews>>, IQueryHandler<GetMyReview, Result<MyReview>>
{
    private const int Most = 100;

    public async ValueTask<Result<MyReviews>> Handle(ListMyReviews query, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-options.Value.WindowDays);
        var open = await db.DeliveredLines.AsNoTracking()
            .Where(l => l.BuyerId == db.BuyerId && l.ReviewId == null && l.DeliveredAtUtc > since)
            .OrderByDescending(l => l.DeliveredAtUtc).ThenBy(l => l.Id).Take(Most).ToListAsync(cancellation);
        var written = await Own(db.Reviews.Where(r => r.BuyerId == db.BuyerId)).Take(Most).ToListAsync(cancellation);
        return new MyReviews([.. open.Select(Line)], [.. written.Select(View)]);
    }

    public async ValueTask<Result<MyReview>> Handle(GetMyReview query, CancellationToken cancellation)
    {
        var line = await db.DeliveredLines.AsNoTracking().SingleOrDefaultAsync(l => l.Id == query.OrderLineId, cancellation);
        if (line is null) return ReviewErrors.NoSuchLine;
        var row = await Own(db.Reviews.Where(r => r.OrderLineId == line.Id && r.BuyerId == db.BuyerId))
            .SingleOrDefaultAsync(cancellation);
        var (shown, review) = (Line(line), row is null ? null : View(row));
        return new MyReview(shown, review, review?.MayEdit ?? shown.UntilUtc > clock.GetUtcNow().UtcDateTime);
    }

    private IQueryable<Row> Own(IQueryable<Review> reviews)
    {
        var (standings, replies) = (db.ReviewStandings, db.ReviewReplies);
        return from r in reviews.AsNoTracking()
               join s in standings on r.Id equals s.ReviewId into judged
               from standing in judged.DefaultIfEmpty()
               orderby r.WrittenAtUtc descending, r.Id
               select new Row(
                   r, standing,
                   replies.Where(a => a.ReviewId == r.Id).Select(a => a.Text).FirstOrDefault());
    }

    private ReviewableLine Line(DeliveredLine line) => new(
        line.Id, line.Slug, line.Title, line.Options, line.PictureRef, line.DeliveredAtUtc,
        line.DeliveredAtUtc.AddDays(options.Value.WindowDays));

    private OwnReview View(Row row) => new(
        row.Review.Id, row.Review.OrderLineId, row.Review.Slug, row.Review.ListingTitle, row.Review.Stars, row.Review.Title,
        row.Review.Text, row.Review.Photos, row.Review.WrittenAtUtc,
        row.Review.WrittenAtUtc.AddDays(options.Value.EditDays) > clock.GetUtcNow().UtcDateTime,
        row.Standing?.IsHidden == true, row.Standing?.HiddenReason ?? "", row.Standing?.HelpfulCount ?? 0, row.Reply);

    private sealed record Row(Review Review, ReviewStanding? Standing, string? Reply);
}

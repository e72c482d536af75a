using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>A listing's reviews, twenty a page.</summary>
/// <param name="Stars">Only those with so many stars.</param>
[Anyone]
public sealed record ListListingReviews(
    string ListingId, int? Stars = null, bool WithPhotos = false, ReviewOrder Order = ReviewOrder.Helpful, int Page = 1)
    : IQuery<Result<ReviewPage>>;

public enum ReviewOrder
{
    Helpful,
    Newest,
    Best,
    Worst,
}

public sealed record ReviewPage(IReadOnlyList<ReviewView> Reviews, int Total, int Page, int Pages);

/// <summary>One review. Error: <c>review.not-found</c>, for hidden ones too.</summary>
[Anyone]
public sealed record GetReview(string ReviewId) : IQuery<Result<ReviewView>>;

/// <summary>The newest reviews of a shop.</summary>
[Anyone]
public sealed record ListShopReviews(string TenantId, int Count = 3) : IQuery<Result<IReadOnlyList<ReviewView>>>;

internal sealed class ListListingReviewsHandler(BuyerDb db)
    : IQueryHandler<ListListingReviews, Result<ReviewPage>>, IQueryHandler<GetReview, Result<ReviewView>>,
    IQueryHandler<ListShopReviews, Result<IReadOnlyList<ReviewView>>>
{
    public const int PageSize = 20;
    private const int MostPages = 500;

    public async ValueTask<Result<ReviewPage>> Handle(ListListingReviews query, CancellationToken cancellation)
    {
        var page = Math.Clamp(query.Page, 1, MostPages);
        var wanted = db.Reviews.Where(r => r.ListingId == query.ListingId);
        if (query.Stars is { } stars) wanted = wanted.Where(r => r.Stars == stars);
        if (query.WithPhotos) wanted = wanted.Where(r => r.HasPhotos);
        var rows = ReviewReader.Rows(db, wanted);
        var total = await rows.CountAsync(cancellation);
        var shown = await Ordered(rows, query.Order).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new ReviewPage([.. shown.Select(ReviewReader.View)], total, page, (total + PageSize - 1) / PageSize);
    }

    public async ValueTask<Result<ReviewView>> Handle(GetReview query, CancellationToken cancellation) =>
        await ReviewReader.Rows(db, db.Reviews.Where(r => r.Id == query.ReviewId)).SingleOrDefaultAsync(cancellation) is { } row
            ? ReviewReader.View(row) : ReviewErrors.NotFound;

    public async ValueTask<Result<IReadOnlyList<ReviewView>>> Handle(ListShopReviews query, CancellationToken cancellation)
    {
        var rows = await ReviewReader.Rows(db, db.Reviews.Where(r => r.TenantId == query.TenantId))
            .OrderByDescending(r => r.Review.WrittenAtUtc).ThenBy(r => r.Review.Id).Take(Math.Clamp(query.Count, 1, 20))
            .ToListAsync(cancellation);
        return Result<IReadOnlyList<ReviewView>>.Success([.. rows.Select(ReviewReader.View)]);
    }

    private static IQueryable<ReviewRow> Ordered(IQueryable<ReviewRow> rows, ReviewOrder order) => order switch
    {
        ReviewOrder.Helpful => rows.Ranked(),
        ReviewOrder.Newest => rows.OrderByDescending(r => r.Review.WrittenAtUtc).ThenBy(r => r.Review.Id),
        ReviewOrder.Best => rows.OrderByDescending(r => r.Review.Stars).ThenByDescending(r => r.Review.WrittenAtUtc)
            .ThenBy(r => r.Review.Id),
        ReviewOrder.Worst => rows.OrderBy(r => r.Review.Stars).ThenByDescending(r => r.Review.WrittenAtUtc)
            .ThenBy(r => r.Review.Id),
    };
}

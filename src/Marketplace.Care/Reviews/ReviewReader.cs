using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>Reviews with what the platform and the shop say about them, in one query; hidden ones are left out.</summary>
internal static class ReviewReader
{
    public static IQueryable<ReviewRow> Rows(MarketplaceDb db, IQueryable<Review> reviews)
    {
        var (standings, replies) = (db.ReviewStandings, db.ReviewReplies);
        return from r in reviews.AsNoTracking()
               join s in standings on r.Id equals s.ReviewId into found
               from standing in found.DefaultIfEmpty()
               join a in replies on new { r.TenantId, ReviewId = r.Id } equals new { a.TenantId, a.ReviewId } into answered
               from reply in answered.DefaultIfEmpty()
               where standing == null || !standing.IsHidden
               select new ReviewRow
               {
                   Review = r, Helpful = standing == null ? 0 : standing.HelpfulCount, Reply = reply,
               };
    }

    /// <summary>The helpful ones first, with photos before without, then the newest.</summary>
    public static IQueryable<ReviewRow> Ranked(this IQueryable<ReviewRow> rows) => rows.OrderByDescending(r => r.Helpful)
        .ThenByDescending(r => r.Review.HasPhotos).ThenByDescending(r => r.Review.WrittenAtUtc).ThenBy(r => r.Review.Id);

    public static ReviewView View(ReviewRow row) => new(
        row.Review.Id, row.Review.ListingId, row.Review.ListingTitle, row.Review.Slug, row.Review.TenantId, row.Review.Stars,
        row.Review.Title, row.Review.Text, row.Review.Author, row.Review.Options, row.Review.Photos, row.Review.WrittenAtUtc,
        row.Review.EditedAtUtc is not null, row.Helpful, row.Reply?.Text, row.Reply?.AtUtc);
}

internal sealed class ReviewRow
{
    public required Review Review { get; init; }
    public required int Helpful { get; init; }
    public ReviewReply? Reply { get; init; }
}

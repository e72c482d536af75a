using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Reviews.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>
/// Counts a listing's and its shop's visible reviews anew, and tells the catalogue, which tells search. Counting anew
/// instead of adding up: a repeat or a lost event mends itself.
/// </summary>
[Internal]
public sealed record RefreshReviews(string ListingId, string TenantId) : ICommand<Result>, IPlatformTransaction;

internal sealed class RefreshReviewsHandler(PlatformDb db, ISender sender) : ICommandHandler<RefreshReviews, Result>
{
    public async ValueTask<Result> Handle(RefreshReviews command, CancellationToken cancellation)
    {
        var (listingId, tenantId) = (command.ListingId, command.TenantId);
        var stars = await StarCounts.OfAsync(db, db.Reviews.Where(r => r.ListingId == listingId), cancellation);
        var (mean, count) = Tally.Of(stars);
        var set = await sender.Send(new SetListingRating(listingId, mean, count, stars), cancellation);
        // A listing that is gone has nothing to show; its shop's stars stay true all the same.
        if (set.Ok)
        {
            var top = await ReviewReader.Rows(db, db.Reviews.Where(r => r.ListingId == listingId)).Ranked()
                .Take(ListingTalk.MostReviews).ToListAsync(cancellation);
            var shown = await sender.Send(new SetShownReviews(listingId, tenantId, [.. top.Select(Shown)]), cancellation);
            if (!shown.Ok) return shown;
        }

        var (shopMean, shopCount) = Tally.Of(
            await StarCounts.OfAsync(db, db.Reviews.Where(r => r.TenantId == tenantId), cancellation));
        return await sender.Send(new SetSellerRating(tenantId, shopMean, shopCount), cancellation);
    }

    private static ShownReview Shown(ReviewRow row) => new(
        row.Review.Id, row.Review.Stars, row.Review.Title, row.Review.Text, row.Review.Author, row.Review.WrittenAtUtc,
        row.Review.EditedAtUtc is not null, row.Review.Options, row.Review.Photos, row.Helpful, row.Reply?.Text, row.Reply?.AtUtc);
}

/// <summary>How many of some reviews gave one star, two, … five; hidden ones are left out.</summary>
internal static class StarCounts
{
    public static async Task<int[]> OfAsync(MarketplaceDb db, IQueryable<Review> reviews, CancellationToken cancellation)
    {
        var counts = await ReviewReader.Rows(db, reviews).GroupBy(r => r.Review.Stars)
            .Select(g => new { Stars = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return [.. Enumerable.Range(1, 5).Select(s => counts.Find(c => c.Stars == s)?.Count ?? 0)];
    }
}

/// <summary>From counts of stars to a mean: pure.</summary>
public static class Tally
{
    /// <param name="stars">How many gave one star, two, … five.</param>
    /// <returns>The mean times 100, rounded half up, and how many there are; 0 and 0 for none.</returns>
    public static (int MeanHundredths, int Count) Of(IReadOnlyList<int> stars)
    {
        var (count, sum) = (stars.Sum(), stars.Select((n, i) => (long)n * (i + 1)).Sum());
        return count == 0 ? (0, 0) : ((int)(((200 * sum) + count) / (2L * count)), count);
    }
}

internal sealed class OnReviewChanged : IConsume<ReviewChanged>
{
    public IEnumerable<ICommand<Result>> On(ReviewChanged happened) => [new RefreshReviews(happened.ListingId, happened.TenantId)];
}

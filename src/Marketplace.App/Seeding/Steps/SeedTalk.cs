using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.App.Seeding.Bulk;
using Marketplace.App.Seeding.Model;
using Marketplace.Care;
using Marketplace.Care.Messages;
using Marketplace.Care.Reviews;
using Marketplace.Care.Reviews.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>
/// What people say: reviews with replies and what they come to, questions, conversations. Written as rows, a shop in one
/// transaction; a shop that has some is passed over, and every run would write the same.
/// </summary>
internal sealed class SeedTalk(SeedSender sender, SeedPictures pictures)
{
    /// <returns>How many reviews there are now.</returns>
    public async Task<int> RunAsync(
        DemoWorld world, IReadOnlyList<OpenedShop> shops, DateTimeOffset end, CancellationToken cancellation)
    {
        var now = end.UtcDateTime;
        var people = await sender.ReadAsync(db => db.Set<Person>().AsNoTracking()
            .ToDictionaryAsync(p => p.Email!, p => p, StringComparer.OrdinalIgnoreCase, cancellation));
        var names = people.Values.ToDictionary(p => p.BuyerId, p => p.Name, StringComparer.Ordinal);
        var reviews = new DemoReviews(world.Talk, now, pictures.Ref);
        var written = new Dictionary<string, List<Review>>(StringComparer.Ordinal);
        var listings = new Dictionary<string, Dictionary<string, Reviewed>>(StringComparer.Ordinal);
        foreach (var shop in shops)
        {
            listings[shop.TenantId] = await ListingsAsync(shop, cancellation);
            var lines = await sender.ReadAsync(db => db.Set<DeliveredLine>().AsNoTracking()
                .Where(l => l.TenantId == shop.TenantId).OrderBy(l => l.DeliveredAtUtc).ThenBy(l => l.ListingId)
                .ToListAsync(cancellation));
            written[shop.TenantId] = [.. reviews.OfLines(lines, listings[shop.TenantId], names)];
        }

        foreach (var shop in shops)
        {
            var extra = Talk(world, shop).Extra;
            foreach (var listing in listings[shop.TenantId].Values)
                written[shop.TenantId].AddRange(
                    reviews.OfListing(shop.TenantId, listing, extra.Where(e => e.Handle == listing.Seed.Handle)));
            await WriteAsync(world, shop, written[shop.TenantId], listings[shop.TenantId], people, now, cancellation);
        }

        return written.Values.Sum(r => r.Count);
    }

    private static ShopTalk Talk(DemoWorld world, OpenedShop shop) =>
        world.Talk.Shops.GetValueOrDefault(shop.Demo.Shop.Slug) ?? new ShopTalk([], "", [], [], [], []);

    private async Task<Dictionary<string, Reviewed>> ListingsAsync(OpenedShop shop, CancellationToken cancellation)
    {
        var seeds = shop.Demo.Listings.ToDictionary(l => SeedListings.IdOf(shop.Demo.Shop.Slug, l.Handle), StringComparer.Ordinal);
        var live = await sender.ReadAsync(db => db.PublishedListings.AsNoTracking()
            .Where(l => l.TenantId == shop.TenantId && l.IsLive)
            .Select(l => new { l.Id, l.Slug, l.ShortId, l.Title, l.PublishedAtUtc }).ToListAsync(cancellation));
        return live.Where(l => seeds.ContainsKey(l.Id)).OrderBy(l => l.Id, StringComparer.Ordinal).ToDictionary(
            l => l.Id, l => new Reviewed(l.Id, $"{l.Slug}-{l.ShortId}", l.Title, l.PublishedAtUtc, seeds[l.Id]), StringComparer.Ordinal);
    }

    private async Task WriteAsync(
        DemoWorld world, OpenedShop shop, List<Review> reviews, IReadOnlyDictionary<string, Reviewed> listings,
        IReadOnlyDictionary<string, Person> people, DateTime now, CancellationToken cancellation)
    {
        if (await sender.ReadAsync(db => db.Set<Review>().AnyAsync(r => r.TenantId == shop.TenantId, cancellation))) return;
        var talk = Talk(world, shop);
        var parts = await sender.ReadAsync(db => db.Set<Sales.Model.SellerOrder>().AsNoTracking()
            .Where(p => p.TenantId == shop.TenantId && p.Number != null).OrderBy(p => p.Number).ToListAsync(cancellation));
        await sender.BulkAsync(
            writer =>
            {
                var shown = AddReviews(writer, shop, talk, reviews, now);
                var answered = new SeedThreads(writer, shop, listings, people, parts, pictures.Ref, now).Add(talk);
                foreach (var id in listings.Keys.Where(id => shown.ContainsKey(id) || answered.ContainsKey(id)))
                {
                    List<ShownQuestion> questions = answered.GetValueOrDefault(id) ?? [];
                    writer.Add(new ListingTalk
                    {
                        ListingId = id, TenantId = shop.TenantId, Reviews = shown.GetValueOrDefault(id) ?? [],
                        Questions = [.. questions.Take(ListingTalk.MostQuestions)], QuestionCount = questions.Count,
                    });
                }

                return Task.CompletedTask;
            },
            async db =>
            {
                foreach (var review in reviews)
                    await db.Set<DeliveredLine>().Where(l => l.TenantId == shop.TenantId && l.Id == review.OrderLineId)
                        .ExecuteUpdateAsync(s => s.SetProperty(l => l.ReviewId, review.Id), cancellation);
                await SellerListingChanges.BumpAsync(db, shop.TenantId, cancellation);
            },
            cancellation);
        var (mean, count) = Tally.Of(Stars(reviews));
        await sender.SendAsync(Caller.System, new SetSellerRating(shop.TenantId, mean, count), cancellation);
        await sender.SendAsync(Caller.System, new MeasureResponse(shop.TenantId), cancellation);
    }

    /// <summary>Reviews, replies, votes, reports and what a listing's reviews come to; answers what its page shows.</summary>
    private static Dictionary<string, List<ShownReview>> AddReviews(
        BulkWriter writer, OpenedShop shop, ShopTalk talk, List<Review> reviews, DateTime now)
    {
        var shown = new Dictionary<string, List<ShownReview>>(StringComparer.Ordinal);
        foreach (var group in reviews.GroupBy(r => r.ListingId, StringComparer.Ordinal))
        {
            var rows = group.Select(review => Add(writer, talk, review, now)).ToList();
            shown[group.Key] =
            [
                .. rows.OrderByDescending(r => r.HelpfulCount).ThenByDescending(r => r.Photos.Count > 0)
                    .ThenByDescending(r => r.AtUtc).Take(ListingTalk.MostReviews),
            ];
            var stars = Stars(group);
            var (mean, count) = Tally.Of(stars);
            writer.Add(new ListingRating
            {
                ListingId = group.Key, TenantId = shop.TenantId, RatingHundredths = mean, RatingCount = count, Stars = [.. stars],
            });
        }

        return shown;
    }

    private static ShownReview Add(BulkWriter writer, ShopTalk talk, Review review, DateTime now)
    {
        writer.Add(review);
        var reported = talk.Extra.FirstOrDefault(e => e.Text == review.Text && e.Reported is not null);
        var helpful = reported is null ? Math.Max(0, Dice.Of(9, review.Id, "helpful") - 3) : 0;
        for (var i = 0; i < helpful; i++)
            writer.Add(
                new HelpfulVote { ReviewId = review.Id, PersonId = Ids.From("demo", "reader", $"{i}"), AtUtc = review.WrittenAtUtc });
        if (helpful > 0)
            writer.Add(new ReviewStanding { ReviewId = review.Id, TenantId = review.TenantId, HelpfulCount = helpful });
        var reply = reported is null ? ReplyTo(talk, review) : null;
        var at = review.WrittenAtUtc.AddHours(5 + Dice.Of(40, review.Id, "reply"));
        if (reply is not null && at < now)
            writer.Add(new ReviewReply { TenantId = review.TenantId, ReviewId = review.Id, Text = reply, AtUtc = at });
        if (reported is { Reported: { } reason } extra)
        {
            writer.Add(new ReviewReport
            {
                Id = Ids.From("demo", "report", review.Id), ReviewId = review.Id, TenantId = review.TenantId,
                PersonId = Ids.From("demo", "reader", "0"), ReporterBuyerId = Ids.From("demo", "buyer", "reader"),
                Reason = Enum.Parse<ReportReason>(reason), Words = extra.Words ?? "", AtUtc = now.AddHours(-20),
            });
        }

        return new ShownReview(
            review.Id, review.Stars, review.Title, review.Text, review.Author, review.WrittenAtUtc, false, review.Options, review.Photos,
            helpful, at < now ? reply : null, at < now && reply is not null ? at : null);
    }

    /// <summary>A shop answers most who were not pleased, and one of eight who were.</summary>
    private static string? ReplyTo(ShopTalk talk, Review review) => review.Stars <= 3
        ? talk.Replies.Count > 0 && Dice.Of(4, review.Id, "answers") > 0 ? talk.Replies[Dice.Of(talk.Replies.Count, review.Id)] : null
        : talk.Thanks.Length > 0 && review.Stars == 5 && Dice.Of(8, review.Id, "thanks") == 0 ? talk.Thanks : null;

    private static int[] Stars(IEnumerable<Review> reviews)
    {
        var counts = new int[5];
        foreach (var review in reviews) counts[review.Stars - 1]++;
        return counts;
    }
}

using Marketplace.App.Seeding.Model;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Values;

namespace Marketplace.App.Seeding.Steps;

/// <summary>A published listing that somebody may have reviewed.</summary>
internal sealed record Reviewed(string ListingId, string Slug, string Title, DateTime PublishedAtUtc, ListingSeed Seed);

/// <summary>
/// Who wrote what about which listing: each text of the demo's data once. First those whose parcel has arrived in the
/// demo's own orders, then the listings' own, then what is left by category. Pure, so that every run makes the same.
/// </summary>
internal sealed class DemoReviews(TalkSeed talk, DateTime end, Func<string, string?> picture)
{
    private static readonly TimeSpan Tried = TimeSpan.FromDays(2);

    private readonly Dictionary<string, Queue<ReviewText>> _left =
        talk.Reviews.ToDictionary(r => r.Key, r => new Queue<ReviewText>(r.Value), StringComparer.Ordinal);

    /// <summary>By buyers with a real order behind them: every other parcel.</summary>
    public IEnumerable<Review> OfLines(
        IEnumerable<DeliveredLine> lines, IReadOnlyDictionary<string, Reviewed> listings, IReadOnlyDictionary<string, string> names)
    {
        foreach (var line in lines.Where((_, i) => i % 2 == 0))
        {
            if (!listings.TryGetValue(line.ListingId, out var listing) || Next(listing.Seed.Category) is not { } text) continue;
            var written = line.DeliveredAtUtc + Tried;
            yield return Make(
                line.TenantId, listing, line.Id, line.BuyerId, names.GetValueOrDefault(line.BuyerId, ""), line.Options, text,
                written < end ? written : end.AddHours(-2));
        }
    }

    public IEnumerable<Review> OfListing(string tenantId, Reviewed listing, IEnumerable<ExtraReview> extra)
    {
        var texts = new List<(string By, ReviewText Text)>();
        texts.AddRange(listing.Seed.Reviews.Select(r => (r.Name, new ReviewText(r.Stars, "", r.Text))));
        texts.AddRange(extra.Select(e => (e.By, new ReviewText(e.Stars, e.Title, e.Text))));
        if (listing.Seed.RatingCount > 0)
        {
            for (var i = Dice.Of(3, listing.ListingId, "count"); i >= 0 && Next(listing.Seed.Category) is { } text; i--)
                texts.Add((talk.Authors[Dice.Of(talk.Authors.Count, listing.ListingId, text.Text)], text));
        }

        return texts.Select(t => Make(
            tenantId, listing, Ids.From("demo", "line", listing.ListingId, t.Text.Text), Ids.From("demo", "buyer", t.By), t.By,
            Options(listing.Seed, t.Text.Text), t.Text, At(listing, t.Text.Text)));
    }

    private ReviewText? Next(string category) =>
        _left.TryGetValue(category, out var texts) && texts.TryDequeue(out var text) ? text : null;

    private static string Options(ListingSeed listing, string chance) => string.Join(
        " / ", listing.Variants[Dice.Of(listing.Variants.Count, listing.Handle, chance)].OptionValues);

    /// <summary>Some time between the listing's first day and now.</summary>
    private DateTime At(Reviewed listing, string chance) =>
        listing.PublishedAtUtc + ((end - listing.PublishedAtUtc) * ((10 + Dice.Of(88, listing.ListingId, chance)) / 100.0));

    private Review Make(
        string tenantId, Reviewed listing, string lineId, string buyerId, string by, string options, ReviewText text, DateTime at)
    {
        var photo = Dice.Of(6, lineId, "photo") == 0 && listing.Seed.Images.Count > 0 ? picture(listing.Seed.Images[^1].Image) : null;
        return new Review
        {
            Id = Ids.From("demo", "review", lineId), BuyerId = buyerId, TenantId = tenantId, ListingId = listing.ListingId,
            OrderLineId = lineId, Slug = listing.Slug, ListingTitle = listing.Title, Options = options,
            Author = PlainText.PublicName(by), Stars = text.Stars, Title = text.Title, Text = text.Text,
            Photos = photo is null ? [] : [photo], HasPhotos = photo is not null, WrittenAtUtc = at,
        };
    }
}

using Marketplace.App.Seeding.Bulk;
using Marketplace.App.Seeding.Model;
using Marketplace.Catalog;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Media.Model;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>
/// A shop's listings, known by the SKU of their first variant; those that are there stay as they are. Published ones
/// are written as rows, all of a shop in one transaction; drafts are saved, and paused ones paused, by the messages.
/// </summary>
internal sealed class SeedListings(SeedSender sender, SeedPictures pictures, DemoWorld world, CategoryTree tree, SeedClock clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(4);

    private readonly HashSet<string> _truths = world.Platform.Attributes.Where(a => a.Type == "boolean")
        .Select(a => a.Key).ToHashSet(StringComparer.Ordinal);

    public static string IdOf(string shop, string handle) => Ids.From("demo", "listing", shop, handle);

    public async Task RunAsync(OpenedShop shop, CancellationToken cancellation)
    {
        var known = (await sender.ReadAsync(db => db.ListingVariants.Where(v => v.TenantId == shop.TenantId)
            .Select(v => v.Sku).ToListAsync(cancellation))).ToHashSet(StringComparer.Ordinal);
        var wanted = shop.Demo.Listings.Where(l => !known.Contains(l.Variants[0].Sku)).ToList();
        await AddToLibraryAsync(shop, cancellation);
        await PublishAsync(shop, wanted, cancellation);
        foreach (var draft in wanted.Where(l => l.Status == ListingStatusSeed.Draft))
            await sender.SendAsync(shop.Owner, new SaveListing(null, null, Draft(shop, draft)), cancellation);
        foreach (var paused in wanted.Where(l => l.Status == ListingStatusSeed.Paused))
            await sender.SendAsync(shop.Owner, new PauseListing(IdOf(shop.Demo.Shop.Slug, paused.Handle)), cancellation);
    }

    private async Task AddToLibraryAsync(OpenedShop shop, CancellationToken cancellation)
    {
        var known = (await sender.ReadAsync(db => db.MediaAssets.Where(a => a.TenantId == shop.TenantId)
            .Select(a => a.PictureRef).ToListAsync(cancellation))).ToHashSet(StringComparer.Ordinal);
        var keys = shop.Demo.Listings.SelectMany(l => l.Images).Select(i => i.Image);
        await sender.BulkAsync(writer =>
        {
            pictures.AddToLibrary(writer, shop.TenantId, keys, known, clock.GetUtcNow().UtcDateTime);
            return Task.CompletedTask;
        }, null, cancellation);
    }

    private Task PublishAsync(OpenedShop shop, IReadOnlyList<ListingSeed> listings, CancellationToken cancellation) =>
        sender.BulkAsync(
            writer =>
            {
                var rows = new ListingRows(tree, writer.Rows, shop.Owner.Actor);
                foreach (var listing in shop.Demo.Listings.Where(l => l.Status != ListingStatusSeed.Draft))
                {
                    // Time passes for those that are there too, so that a later run dates the rest like the first would have.
                    clock.Advance(Between);
                    if (!listings.Contains(listing)) continue;
                    var id = IdOf(shop.Demo.Shop.Slug, listing.Handle);
                    rows.Add(shop.TenantId, id, Draft(shop, listing), clock.GetUtcNow().UtcDateTime);
                }

                return Task.CompletedTask;
            },
            db => SellerListingChanges.BumpAsync(db, shop.TenantId, cancellation), cancellation);

    private ListingDraft Draft(OpenedShop shop, ListingSeed listing)
    {
        var images = listing.Images.Where(i => pictures.Ref(i.Image) is not null).DistinctBy(i => pictures.Ref(i.Image));
        return new ListingDraft(
            listing.Title, listing.Description, shop.Demo.Shop.Name, tree.FindBySlug(listing.Category)!.Id, Attributes(listing),
            [.. listing.OptionNames.Select((name, i) => new ListingOption(
                name, [.. listing.Variants.Select(v => v.OptionValues[i]).Distinct(StringComparer.Ordinal)]))],
            [.. listing.Variants.Select(v => Variant(v, shop))],
            [.. images.Select(i => new ListingPicture(pictures.Ref(i.Image)!, i.Alt))],
            listing.SeoTitle, listing.SeoDescription);
    }

    private VariantDraft Variant(VariantSeed variant, OpenedShop shop) => new(
        null, variant.Sku, variant.Gtin, variant.OptionValues, variant.WeightGrams, pictures.Ref(variant.Image),
        [.. variant.Prices.Select(p => new PriceDraft(p.Key, p.Value.PriceMinor, p.Value.CompareAtMinor))],
        [.. variant.Stock.Select(s => new StockDraft(shop.Locations[s.Key], 0, s.Value))]);

    private Dictionary<string, IReadOnlyList<string>> Attributes(ListingSeed listing) => listing.Attributes.ToDictionary(
        a => a.Key, a => _truths.Contains(a.Key) ? [a.Value is ["yes"] ? "true" : "false"] : a.Value, StringComparer.Ordinal);
}

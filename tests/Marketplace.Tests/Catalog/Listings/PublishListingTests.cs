using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class PublishListingTests
{
    [Fact]
    public async Task A_published_listing_is_seen_by_buyers_with_its_variants_seller_and_path()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());

        var page = (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Required();

        Assert.Equal("/p/stoneware-mug-hand-thrown-" + saved.ShortId, page.Url);
        Assert.Equal(["Home", "Mugs"], page.Path.Select(n => n.Name));
        Assert.Equal([("Red", 1900L, 5), ("Blue", 1900L, 5)], page.Variants.Select(v => (v.OptionsText, v.PriceMinor!.Value, v.Available)));
        Assert.Equal(("The Pottery", "pottery"), (page.Seller.Name, page.Seller.Slug));
        Assert.Equal([new ProductFact("volume", "Volume", "300 ml")], page.Facts);
        Assert.Equal(
            "<p>Thrown by hand from dark stoneware and glazed twice.</p><ul><li>300 ml</li><li>dishwasher safe</li></ul>",
            page.DescriptionHtml);
    }

    [Fact]
    public async Task Edits_are_seen_only_after_the_next_publication_and_each_one_is_kept()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        var read = await world.ReadAsync(Potter, saved.ListingId);
        var renamed = read.Draft with { Title = "Stoneware mug, salt glaze" };

        await world.Host.SendAsync(Potter, new SaveListing(read.Id, read.Version, renamed));
        Assert.Equal("Stoneware mug, hand thrown", (await PageAsync(world, saved)).Title);
        Assert.True((await world.ReadAsync(Potter, read.Id)).HasChanges);

        Assert.True((await world.Host.SendAsync(Potter, new PublishListing(read.Id))).Ok);
        Assert.Equal("Stoneware mug, salt glaze", (await PageAsync(world, saved)).Title);
        Assert.Equal([2, 1], (await world.ReadAsync(Potter, read.Id)).Revisions.Select(r => r.Number));
    }

    [Fact]
    public async Task A_revision_can_never_be_changed()
    {
        await using var world = await StartAsync();
        await world.PublishAsync(Potter, world.Mug());

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => world.Host.WithPlatformAsync(db =>
            db.ListingRevisions.ExecuteUpdateAsync(u => u.SetProperty(r => r.Snapshot, "{}"))));

        Assert.IsAssignableFrom<System.Data.Common.DbException>(refused.GetBaseException());
    }

    [Fact]
    public async Task What_is_missing_is_said_field_by_field()
    {
        await using var world = await StartAsync();
        var bare = new ListingDraft(
            "MUG", "Short.", "", null, new Dictionary<string, IReadOnlyList<string>>(), [],
            [new VariantDraft(null, "BARE", null, [], 0, null, [], [])], [new ListingPicture(world.Picture, "")]);

        var refused = await world.Host.SendAsync(Potter, new SaveListing(null, null, bare, Publish: true));

        Assert.Equal("listing.not-ready", refused.Error?.Code);
        Assert.Equal(
            ["Draft.CategoryId", "Draft.Description", "Draft.Pictures[0].Alt", "Draft.Title", "Draft.Variants[0].Prices", "Draft.Variants[0].WeightGrams"],
            refused.Error!.Fields!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_required_attribute_may_come_from_an_option_of_variants()
    {
        await using var world = await StartAsync();
        var without = world.Mug() with { Options = [], Variants = [Variant("M", "x") with { OptionValues = [] }] };

        var refused = await world.Host.SendAsync(Potter, new SaveListing(null, null, without, Publish: true));

        Assert.Equal(["Draft.Attributes[colour]"], refused.Error!.Fields!.Keys);
    }

    [Fact]
    public async Task Pausing_hides_resuming_shows_archiving_ends_and_restoring_starts_as_a_draft()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        var id = saved.ListingId;

        Assert.True((await world.Host.SendAsync(Potter, new PauseListing(id))).Ok);
        Assert.Equal("listing.not-shown", (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Error?.Code);
        Assert.Equal("listing.wrong-state", (await world.Host.SendAsync(Potter, new PauseListing(id))).Error?.Code);

        Assert.True((await world.Host.SendAsync(Potter, new ResumeListing(id))).Ok);
        Assert.Equal(saved.ListingId, (await PageAsync(world, saved)).ListingId);
        Assert.Equal("listing.wrong-state", (await world.Host.SendAsync(Potter, new ResumeListing(id))).Error?.Code);

        Assert.True((await world.Host.SendAsync(Potter, new ArchiveListing(id))).Ok);
        Assert.Equal("listing.wrong-state", (await world.Host.SendAsync(Potter, new ArchiveListing(id))).Error?.Code);
        Assert.Equal("listing.wrong-state", (await world.Host.SendAsync(Potter, new PublishListing(id))).Error?.Code);

        Assert.True((await world.Host.SendAsync(Potter, new RestoreListing(id))).Ok);
        Assert.Equal(ListingState.Draft, (await world.ReadAsync(Potter, id)).State);
        Assert.Equal("listing.wrong-state", (await world.Host.SendAsync(Potter, new RestoreListing(id))).Error?.Code);
    }

    [Fact]
    public async Task Another_sellers_listing_cannot_be_moved()
    {
        await using var world = await StartAsync();
        var id = (await world.PublishAsync(Potter, world.Mug())).ListingId;

        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, new PublishListing(id))).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, new PauseListing(id))).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, new ResumeListing(id))).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, new ArchiveListing(id))).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, new RestoreListing(id))).Error?.Code);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(Caller.Anonymous, new PauseListing(id))).Error?.Code);
    }

    [Fact]
    public async Task Every_publication_moves_the_listing_to_the_end_of_searchs_queue_by_the_databases_clock()
    {
        await using var world = await StartAsync();
        var first = await world.PublishAsync(Potter, world.Mug("A"));
        var second = await world.PublishAsync(Potter, world.Mug("B"));
        await world.Host.SendAsync(Potter, new PublishListing(first.ListingId));

        var queue = await world.Host.WithPlatformAsync(db =>
            db.ListingChanges.OrderBy(c => c.ChangedAtUtc).Select(c => c.ListingId).ToListAsync());
        var at = await world.Host.WithPlatformAsync(db => db.ListingChanges.MaxAsync(c => c.ChangedAtUtc));

        Assert.Equal([second.ListingId, first.ListingId], queue);
        Assert.NotEqual(TestHost.Start.UtcDateTime.Date, at.Date);
    }

    [Fact]
    public async Task A_removed_variant_is_no_longer_offered()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        var read = await world.ReadAsync(Potter, saved.ListingId);
        var fewer = read.Draft with { Options = [new ListingOption("Colour", ["Red"])], Variants = [read.Draft.Variants[0]] };

        await world.Host.SendAsync(Potter, new SaveListing(read.Id, read.Version, fewer, Publish: true));

        Assert.Equal(["Red"], (await PageAsync(world, saved)).Variants.Select(v => v.OptionsText));
        var gone = (await world.Host.SendAsync(Caller.System, new GetOffers([read.Draft.Variants[1].Id!], "EUR"))).Required();
        Assert.False(gone.Single().IsLive);
    }

    private static async Task<ProductPage> PageAsync(CatalogWorld world, SavedListing saved) =>
        (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Required();
}

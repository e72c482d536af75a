using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class LaterAndAgainTests
{
    [Fact]
    public async Task A_copy_is_a_draft_of_its_own_with_free_skus_all_languages_and_nothing_in_stock()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug("A", Ean));
        await world.Host.WithPlatformAsync(db =>
        {
            db.Add(new ListingText { TenantId = Pottery, ListingId = saved.ListingId, Locale = "nl", Title = "Mok" });
            return db.SaveChangesAsync();
        });

        var first = (await world.Host.SendAsync(Potter, new DuplicateListing(saved.ListingId))).Required();
        var second = (await world.Host.SendAsync(Potter, new DuplicateListing(saved.ListingId))).Required();

        var copy = await world.ReadAsync(Potter, first.ListingId);
        Assert.Equal((ListingState.Draft, "Stoneware mug, hand thrown (copy)"), (copy.State, copy.Draft.Title));
        Assert.Equal([("A-R-2", null, 1900L), ("A-B-2", null, 1900L)], copy.Draft.Variants.Select(v => (v.Sku, v.Gtin, v.Prices[0].PriceMinor)));
        Assert.All(copy.Draft.Variants, v => Assert.DoesNotContain(v.Stock, s => s.Now > 0));
        Assert.Equal(["A-R-3", "A-B-3"], (await world.ReadAsync(Potter, second.ListingId)).Draft.Variants.Select(v => v.Sku));
        Assert.Equal(2, await world.Host.WithPlatformAsync(db => db.ListingTexts.CountAsync(t => t.ListingId == first.ListingId)));
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, new DuplicateListing(saved.ListingId))).Error?.Code);
    }

    [Fact]
    public async Task A_listing_is_published_at_its_moment_as_it_is_then()
    {
        await using var world = await StartAsync();
        var saved = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();
        var at = world.Host.Clock.GetUtcNow().UtcDateTime.AddHours(3);
        Assert.True((await world.Host.SendAsync(Potter, new SchedulePublication(saved.ListingId, at))).Ok);
        var read = await world.ReadAsync(Potter, saved.ListingId);
        Assert.Equal(at, read.PublishAtUtc);
        await world.Host.SendAsync(Potter, new SaveListing(read.Id, read.Version, read.Draft with { Title = "Stoneware mug, fired twice" }));

        world.Host.Clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        Assert.Equal("came to the moment of 0 of 0 listings", await world.Host.RunJobAsync("publish-due-listings"));
        world.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("came to the moment of 1 of 1 listings", await world.Host.RunJobAsync("publish-due-listings"));
        Assert.Equal("came to the moment of 0 of 0 listings", await world.Host.RunJobAsync("publish-due-listings"));
        await world.Host.DrainAsync();

        Assert.Equal("Stoneware mug, fired twice",
            (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Required().Title);
        Assert.Null((await world.ReadAsync(Potter, saved.ListingId)).PublishAtUtc);
    }

    [Fact]
    public async Task What_is_missing_at_the_moment_is_told_once_and_stays_a_draft()
    {
        await using var world = await StartAsync();
        var saved = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();
        var at = world.Host.Clock.GetUtcNow().UtcDateTime.AddHours(3);
        await world.Host.SendAsync(Potter, new SchedulePublication(saved.ListingId, at));
        var read = await world.ReadAsync(Potter, saved.ListingId);
        await world.Host.SendAsync(Potter, new SaveListing(read.Id, read.Version, read.Draft with { Pictures = [] }));

        world.Host.Clock.Advance(TimeSpan.FromHours(3));
        await world.Host.RunJobAsync("publish-due-listings");
        await world.Host.RunJobAsync("publish-due-listings");

        var after = await world.ReadAsync(Potter, saved.ListingId);
        Assert.Equal((ListingState.Draft, null), (after.State, after.PublishAtUtc));
        var missed = await world.Host.WithPlatformAsync(db => db.Set<Marketplace.Kernel.Outbox.OutboxRow>().Where(r => r.EventName == "catalog.publication-missed.v1").ToListAsync());
        Assert.Contains("Add at least one picture.", missed.Single().Payload);
    }

    [Fact]
    public async Task A_plan_needs_a_whole_listing_and_a_moment_to_come_and_can_be_taken_back()
    {
        await using var world = await StartAsync();
        var saved = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug() with { Description = "" }))).Required();
        var now = world.Host.Clock.GetUtcNow().UtcDateTime;
        SchedulePublication At(DateTime? at) => new(saved.ListingId, at);

        Assert.Equal("listing.not-ready", (await world.Host.SendAsync(Potter, At(now.AddDays(1)))).Error?.Code);
        Assert.Equal("input.invalid", (await world.Host.SendAsync(Potter, At(now))).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, At(now.AddDays(1)))).Error?.Code);

        var version = (await world.ReadAsync(Potter, saved.ListingId)).Version;
        await world.Host.SendAsync(Potter, new SaveListing(saved.ListingId, version, (await world.ReadAsync(Potter, saved.ListingId)).Draft with { Description = world.Mug().Description }));
        Assert.True((await world.Host.SendAsync(Potter, At(now.AddDays(1)))).Ok);
        Assert.True((await world.Host.SendAsync(Potter, At(null))).Ok);
        await world.Host.SendAsync(Potter, At(now.AddDays(1)));
        await world.Host.SendAsync(Potter, new ArchiveListing(saved.ListingId));
        world.Host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("came to the moment of 0 of 0 listings", await world.Host.RunJobAsync("publish-due-listings"));
        Assert.Equal("listing.wrong-state", (await world.Host.SendAsync(Potter, At(now.AddDays(9)))).Error?.Code);
    }
}

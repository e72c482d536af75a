using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Pricing.Model;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Pricing;

public sealed class SaleTests
{
    private static readonly DateTime Day = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task The_price_changes_at_the_instants_themselves_for_whoever_asks_and_the_job_tells_those_who_keep_a_copy()
    {
        await using var world = await StartAsync();
        var (saved, red) = await MugAsync(world, Ean);
        var rival = await world.PublishAsync(KilnMaster, world.Mug("B", Ean, 1800));
        var (from, until) = (Now(world).AddHours(2), Now(world).AddHours(3));

        Assert.True((await PlanAsync(world, red, 1500, from, until)).Ok);
        Assert.Equal((1900, null, null), await SeenAsync(world, saved));

        world.Host.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1900, await ChargedAsync(world, red));
        world.Host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((1500, 1900L, 1900L), await SeenAsync(world, saved));
        Assert.Equal(1500, await ChargedAsync(world, red));
        Assert.Equal(rival.ListingId, await BoxAsync(world));
        var version = await VersionAsync(world, saved);

        Assert.Equal(1, (await world.Host.SendAsync(Caller.System, new TurnPrices())).Required());
        await world.Host.DrainAsync();
        Assert.Equal(saved.ListingId, await BoxAsync(world));
        Assert.True(await VersionAsync(world, saved) > version);
        Assert.Equal(0, (await world.Host.SendAsync(Caller.System, new TurnPrices())).Required());

        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1900, null, null), await SeenAsync(world, saved));
        Assert.Equal(1900, await ChargedAsync(world, red));
        Assert.Equal(1, (await world.Host.SendAsync(Caller.System, new TurnPrices())).Required());
        await world.Host.DrainAsync();
        Assert.Equal(rival.ListingId, await BoxAsync(world));
        Assert.Equal([(1500L, from), (1900L, until)], (await HistoryAsync(world, red))[^2..]);
    }

    [Fact]
    public async Task A_price_raised_before_the_sale_is_not_what_is_crossed_out()
    {
        await using var world = await StartAsync();
        var (saved, red) = await MugAsync(world);
        world.Host.Clock.Advance(TimeSpan.FromDays(40));
        var from = Now(world).AddDays(10);
        await PlanAsync(world, red, 1700, from, from.AddDays(7));

        await SetAsync(world, red, 2600);
        world.Host.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal((1700, 1900L, 1900L), await SeenAsync(world, saved));

        // Thirty days after the rise, the higher price has really been asked.
        world.Host.Clock.Advance(TimeSpan.FromDays(45));
        from = Now(world);
        await PlanAsync(world, red, 1700, from, from.AddDays(1));
        Assert.Equal((1700, 2600L, 2600L), await SeenAsync(world, saved));
    }

    [Fact]
    public async Task A_sale_that_is_dearer_than_the_days_before_crosses_nothing_out_but_says_the_lowest()
    {
        await using var world = await StartAsync();
        var (saved, red) = await MugAsync(world);
        world.Host.Clock.Advance(TimeSpan.FromDays(5));
        await SetAsync(world, red, 3000);

        await PlanAsync(world, red, 2400, Now(world), Now(world).AddDays(2));

        Assert.Equal((2400, null, 1900L), await SeenAsync(world, saved));
    }

    [Fact]
    public async Task A_running_sale_can_go_lower_and_longer_but_no_other_can_be_planned_beside_it()
    {
        await using var world = await StartAsync();
        var (saved, red) = await MugAsync(world);
        var began = Now(world).AddDays(1);
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        await PlanAsync(world, red, 1500, began, began.AddHours(20));
        world.Host.Clock.Advance(TimeSpan.FromHours(10));

        var later = await PlanAsync(world, red, 1400, Now(world).AddHours(5), Now(world).AddDays(2));
        Assert.Equal("price.sale-runs", later.Error?.Code);

        Assert.True((await PlanAsync(world, red, 1300, began, began.AddDays(2))).Ok);
        Assert.Equal((1300, 1900L, 1900L), await SeenAsync(world, saved));
        Assert.Equal("price.under-sale", (await SetAsync(world, red, 1300)).Error?.Code);

        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await world.Host.SendAsync(Potter, new EndSale(red, "EUR"))).Ok);
        Assert.Equal((1900, null, null), await SeenAsync(world, saved));
        Assert.Equal("price.no-sale", (await world.Host.SendAsync(Potter, new EndSale(red, "EUR"))).Error?.Code);
        Assert.Equal(1300, (await world.Host.SendAsync(Potter, new GetSales(saved.ListingId))).Required()
            .Single(r => r.OfferId == red).PriorMinor);
    }

    [Fact]
    public async Task What_is_no_sale_is_refused_beside_its_field_and_nobody_touches_anothers_price()
    {
        await using var world = await StartAsync();
        var (saved, red) = await MugAsync(world);
        var now = Now(world);

        Assert.Equal("price.not-lower", (await PlanAsync(world, red, 1900, now, now.AddDays(1))).Error?.Code);
        Assert.Equal(["Prices[0]"], (await PlanAsync(world, red, 49, now, now.AddDays(1))).Error!.Fields!.Keys);
        Assert.Equal(["UntilUtc"], (await PlanAsync(world, red, 1500, now, now)).Error!.Fields!.Keys);
        Assert.Equal(["UntilUtc"], (await PlanAsync(world, red, 1500, now, now.AddDays(400))).Error!.Fields!.Keys);
        var theft = new PlanSale([new SalePrice(red, "EUR", 100)], now, now.AddDays(1));
        Assert.Equal("price.no-such-offer", (await world.Host.SendAsync(KilnMaster, theft)).Error?.Code);
        Assert.Equal("price.no-sale", (await world.Host.SendAsync(KilnMaster, new EndSale(red, "EUR"))).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(KilnMaster, new GetSales(saved.ListingId))).Error?.Code);
    }

    [Fact]
    public void The_lowest_price_is_of_thirty_days_the_one_that_stood_when_they_began_included()
    {
        (DateTime, long?)[] steps = [(Day, 500), (Day.AddDays(10), 900), (Day.AddDays(50), 1200), (Day.AddDays(60), null), (Day.AddDays(61), 1100)];

        Assert.Equal(500, PriceLog.Lowest(steps, Day.AddDays(39)));
        Assert.Equal(900, PriceLog.Lowest(steps, Day.AddDays(40)));
        Assert.Equal(900, PriceLog.Lowest(steps, Day.AddDays(79)));
        Assert.Equal(1100, PriceLog.Lowest(steps, Day.AddDays(80)));
        Assert.Equal(1100, PriceLog.Lowest(steps, Day.AddDays(400)));
        Assert.Null(PriceLog.Lowest(steps, Day));
    }

    private static DateTime Now(CatalogWorld world) => world.Host.Clock.GetUtcNow().UtcDateTime;

    private static async Task<(SavedListing Saved, string Red)> MugAsync(CatalogWorld world, string? gtin = null)
    {
        var saved = await world.PublishAsync(Potter, world.Mug("A", gtin));
        return (saved, (await world.ReadAsync(Potter, saved.ListingId)).Draft.Variants[0].Id!);
    }

    private static Task<Result> PlanAsync(CatalogWorld world, string offer, long price, DateTime from, DateTime until) =>
        world.Host.SendAsync(Potter, new PlanSale([new SalePrice(offer, "EUR", price)], from, until));

    private static Task<Result> SetAsync(CatalogWorld world, string offer, long price) =>
        world.Host.SendAsync(Potter, new SetPrices([new PricesOfOffer(offer, [new PriceToSet("EUR", price)])]));

    /// <summary>Price, what is crossed out, and the lowest price said, of the red mug on its page; its card says the same when it leads.</summary>
    private static async Task<(long Price, long? Was, long? Lowest)> SeenAsync(
        CatalogWorld world, SavedListing saved)
    {
        var red = (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Required().Variants[0];
        var card = (await world.Host.SendAsync(Caller.Anonymous, new GetListingCards([saved.ListingId], Dutch))).Required().Single();
        if (red.PriceMinor < 1900) Assert.Equal((red.PriceMinor, red.CompareAtMinor, red.LowestMinor), (card.PriceMinor, card.CompareAtMinor, card.LowestMinor));
        return (red.PriceMinor!.Value, red.CompareAtMinor, red.LowestMinor);
    }

    /// <summary>What basket and checkout reckon with.</summary>
    private static async Task<long?> ChargedAsync(CatalogWorld world, string offer) =>
        (await world.Host.SendAsync(Caller.System, new GetOffers([offer], "EUR"))).Required().Single().UnitPriceMinor;

    private static Task<string?> BoxAsync(CatalogWorld world) =>
        world.Host.WithPlatformAsync(db => db.BuyBoxes.Select(b => b.ListingId).SingleOrDefaultAsync());

    private static Task<long> VersionAsync(CatalogWorld world, SavedListing saved) =>
        world.Host.WithPlatformAsync(db => db.ListingChanges.Where(c => c.ListingId == saved.ListingId).Select(c => c.IndexVersion).SingleAsync());

    private static async Task<List<(long? Price, DateTime AtUtc)>> HistoryAsync(CatalogWorld world, string offer) =>
        (await world.Host.WithPlatformAsync(db => db.Set<PriceChange>().Where(c => c.OfferId == offer).OrderBy(c => c.AtUtc).ToListAsync()))
            .ConvertAll(c => (c.PriceMinor, c.AtUtc));
}

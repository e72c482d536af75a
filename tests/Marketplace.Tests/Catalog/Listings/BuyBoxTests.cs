using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class BuyBoxTests
{
    private static readonly DateTime Day = TestHost.Start.UtcDateTime;

    [Fact]
    public async Task Two_sellers_of_one_number_are_a_group_and_the_cheaper_one_leads()
    {
        await using var world = await StartAsync();
        var dear = await world.PublishAsync(Potter, world.Mug("A", Ean, 2100));
        Assert.Null(await BoxAsync(world));

        var cheap = await world.PublishAsync(KilnMaster, world.Mug("B", Ean, 1900));

        Assert.Equal(cheap.ListingId, await BoxAsync(world));
        var page = (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(dear.ShortId, Dutch))).Required();
        Assert.Equal(("Kiln & Clay", 1900L), page.OtherOffers.Select(o => (o.SellerName, o.PriceMinor)).Single());
    }

    [Fact]
    public async Task Its_seller_reads_why_a_listing_is_first_or_not()
    {
        await using var world = await StartAsync();
        var alone = await world.PublishAsync(Potter, world.Mug("A", Ean, 2100));
        Assert.Null((await StandingAsync(world, Potter, alone.ListingId)).Value);
        var cheap = await world.PublishAsync(KilnMaster, world.Mug("B", Ean, 1900));

        var mine = (await StandingAsync(world, Potter, alone.ListingId)).Required()!;
        Assert.Equal((BuyBoxReason.Dearer, 2100L, 1900L, 2), (mine.Reason, mine.MyMinor!.Value, mine.LeaderMinor!.Value, mine.Sellers));
        Assert.Equal((4, 3), (mine.Offers, mine.Place));
        Assert.Equal(BuyBoxReason.Leads, (await StandingAsync(world, KilnMaster, cheap.ListingId)).Required()!.Reason);
        Assert.Equal("listing.not-found", (await StandingAsync(world, KilnMaster, alone.ListingId)).Error?.Code);
    }

    [Fact]
    public void The_reason_is_the_first_step_of_the_rule_in_which_two_differ()
    {
        var leader = Candidate("a", true, 200, rating: 400);

        Assert.Equal(BuyBoxReason.Leads, BuyBoxRule.Why(leader, leader, "EUR"));
        Assert.Equal(BuyBoxReason.NotInStock, BuyBoxRule.Why(Candidate("b", false, 100, 500), leader, "EUR"));
        Assert.Equal(BuyBoxReason.NoPrice, BuyBoxRule.Why(Candidate("b", true, 100) with { Prices = new Dictionary<string, long>() }, leader, "EUR"));
        Assert.Equal(BuyBoxReason.RatedLower, BuyBoxRule.Why(Candidate("b", true, 200, 300), leader, "EUR"));
        Assert.Equal(BuyBoxReason.CameLater, BuyBoxRule.Why(Candidate("b", true, 200, 400), leader, "EUR"));
    }

    private static Task<Marketplace.Kernel.Results.Result<BuyBoxStanding?>> StandingAsync(
        CatalogWorld world, Caller seller, string listingId) => world.Host.SendAsync(seller, new GetBuyBoxStanding(listingId));

    [Fact]
    public async Task It_follows_prices_and_pauses()
    {
        await using var world = await StartAsync();
        var pottery = await world.PublishAsync(Potter, world.Mug("A", Ean, 2100));
        var kiln = await world.PublishAsync(KilnMaster, world.Mug("B", Ean, 1900));
        var variant = (await world.ReadAsync(Potter, pottery.ListingId)).Draft.Variants[0].Id!;

        await world.Host.SendAsync(Potter, new SetPrices([new PricesOfOffer(variant, [new PriceToSet("EUR", 1500)])]));
        await world.Host.DrainAsync();
        Assert.Equal(pottery.ListingId, await BoxAsync(world));

        await world.Host.SendAsync(Potter, new PauseListing(pottery.ListingId));
        await world.Host.DrainAsync();
        Assert.Null(await BoxAsync(world));
        Assert.Empty(await world.Host.WithPlatformAsync(db => db.ProductGroupMembers.ToListAsync()));

        await world.Host.SendAsync(Potter, new ResumeListing(pottery.ListingId));
        await world.Host.DrainAsync();
        Assert.Equal(pottery.ListingId, await BoxAsync(world));
        Assert.NotEqual(kiln.ListingId, pottery.ListingId);
    }

    [Fact]
    public async Task A_suspended_seller_loses_it()
    {
        await using var world = await StartAsync();
        var pottery = await world.PublishAsync(Potter, world.Mug("A", Ean, 2100));
        await world.PublishAsync(KilnMaster, world.Mug("B", Ean, 1900));

        await world.Host.WithPlatformAsync(db => db.SellerStandings.Where(s => s.TenantId == Kiln)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.IsOpen, false)));
        await world.Host.SendAsync(Caller.System, new RefreshSellerListings(Kiln));
        await world.Host.DrainAsync();

        Assert.Equal(pottery.ListingId, await BoxAsync(world));
    }

    [Fact]
    public void In_stock_goes_before_cheap_then_the_rating_then_who_was_first()
    {
        BuyBoxCandidate soldOut = Candidate("a", inStock: false, 100), dear = Candidate("b", true, 300),
            cheap = Candidate("c", true, 200), loved = Candidate("d", true, 200, rating: 480);

        Assert.Equal("b", BuyBoxRule.Choose([soldOut, dear])!.OfferId);
        Assert.Equal("c", BuyBoxRule.Choose([dear, cheap])!.OfferId);
        Assert.Equal("d", BuyBoxRule.Choose([cheap, loved])!.OfferId);
        Assert.Equal("e", BuyBoxRule.Choose([cheap, cheap with { OfferId = "e", FirstPublishedAtUtc = Day.AddDays(-1) }])!.OfferId);
        Assert.Null(BuyBoxRule.Choose([]));
        Assert.Null(BuyBoxRule.Choose([cheap with { Prices = new Dictionary<string, long>() }]));
    }

    private static BuyBoxCandidate Candidate(string offer, bool inStock, long price, int rating = 0) => new(
        "t", "l" + offer, offer, inStock, new Dictionary<string, long> { ["EUR"] = price }, rating, Day);

    private static Task<string?> BoxAsync(CatalogWorld world) =>
        world.Host.WithPlatformAsync(db => db.BuyBoxes.Select(b => b.ListingId).SingleOrDefaultAsync());
}

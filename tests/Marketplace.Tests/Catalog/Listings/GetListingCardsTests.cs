using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class GetListingCardsTests
{
    [Fact]
    public async Task Cards_come_in_the_order_asked_for_with_price_seller_and_rating()
    {
        await using var world = await StartAsync();
        var a = await world.PublishAsync(Potter, world.Mug("A") with { Variants = [Variant("A-R", "Red", price: 2500), Variant("A-B", "Blue", price: 1500)] });
        var b = await world.PublishAsync(KilnMaster, world.Mug("B"));
        await world.Host.SendAsync(Caller.System, new SetListingRating(a.ListingId, 467, 12));

        var cards = (await world.Host.SendAsync(Caller.Anonymous, new GetListingCards([b.ListingId, "01no", a.ListingId], Dutch))).Required();

        Assert.Equal([b.ListingId, a.ListingId], cards.Select(c => c.ListingId));
        Assert.Equal((1500L, true, 467, 12, "The Pottery"), (cards[1].PriceMinor, cards[1].IsFrom, cards[1].RatingHundredths, cards[1].RatingCount, cards[1].SellerName));
        Assert.Equal((false, true), (cards[0].IsFrom, cards[0].IsAvailable));
    }

    [Fact]
    public async Task A_seller_that_is_not_open_shows_nothing()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        await world.Host.WithPlatformAsync(db => db.SellerStandings.Where(s => s.TenantId == Pottery)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.IsOpen, false)));

        Assert.Empty((await world.Host.SendAsync(Caller.Anonymous, new GetListingCards([saved.ListingId], Dutch))).Required());
        Assert.Equal("listing.not-shown", (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Error?.Code);
    }

    [Fact]
    public async Task None_is_none_and_too_many_are_refused()
    {
        await using var world = await StartAsync();
        var many = Enumerable.Range(0, 201).Select(i => $"01{i}").ToList();

        Assert.Empty((await world.Host.SendAsync(Caller.Anonymous, new GetListingCards([], Dutch))).Required());
        Assert.Equal("listings.too-many", (await world.Host.SendAsync(Caller.Anonymous, new GetListingCards(many, Dutch))).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(Caller.System, new SetListingRating("01no", 500, 1))).Error?.Code);
    }
}

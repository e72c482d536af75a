using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Catalog.Inventory;
using Marketplace.Tests.World;
using static Marketplace.Tests.Catalog.Inventory.StockWorld;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class GetOffersTests
{
    [Fact]
    public async Task An_offer_shows_its_price_in_the_currency_asked_for_and_what_is_free()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 2), (Barn, 3));
        await host.ReserveAsync("01order", (Bookshop, atlas, 1));

        var offer = Assert.Single((await host.SendAsync(Caller.System, new GetOffers([atlas, "01x"], "EUR"))).Required());

        Assert.Equal((1000L, 4, true), (offer.UnitPriceMinor, offer.Available, offer.IsLive));
        Assert.Equal("The atlas", offer.Title);
    }

    [Fact]
    public async Task Without_a_price_in_the_currency_it_has_none()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas");

        var offer = Assert.Single((await host.SendAsync(Caller.System, new GetOffers([atlas], "USD"))).Required());

        Assert.Null(offer.UnitPriceMinor);
        Assert.Equal(0, offer.Available);
    }

    [Fact]
    public async Task More_than_two_hundred_are_refused()
    {
        await using var host = await TestHost.StartAsync();
        var many = Enumerable.Range(0, 201).Select(i => $"01{i}").ToList();

        Assert.Equal("offers.too-many", (await host.SendAsync(Caller.System, new GetOffers(many, "EUR"))).Error?.Code);
    }
}

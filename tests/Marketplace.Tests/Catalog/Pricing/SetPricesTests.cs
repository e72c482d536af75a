using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Pricing.Model;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Pricing;

public sealed class SetPricesTests
{
    [Fact]
    public async Task A_price_takes_effect_at_once_and_the_one_before_is_kept()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        var red = (await world.ReadAsync(Potter, saved.ListingId)).Draft.Variants[0].Id!;

        await world.Host.SendAsync(Potter, Set(red, new PriceToSet("EUR", 1700, 1900), new PriceToSet("JPY", 2800)));

        var page = (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(saved.ShortId, Dutch))).Required();
        Assert.Equal((1700L, 1900L), (page.Variants[0].PriceMinor!.Value, page.Variants[0].CompareAtMinor!.Value));
        var kept = await world.Host.WithPlatformAsync(db => db.Set<PriceChange>().Where(c => c.OfferId == red).CountAsync());
        Assert.Equal(3, kept);
    }

    [Fact]
    public async Task A_currency_left_out_is_no_longer_sold_in()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        var draft = (await world.ReadAsync(Potter, saved.ListingId)).Draft;

        await world.Host.SendAsync(Potter, new SetPrices([.. draft.Variants.Select(v => new PricesOfOffer(v.Id!, [new PriceToSet("USD", 2000)]))]));

        Assert.Empty((await world.Host.SendAsync(Caller.Anonymous, new GetListingCards([saved.ListingId], Dutch))).Required());
        var american = new Market("US", "USD", "en-US");
        Assert.Equal(2000, (await world.Host.SendAsync(Caller.Anonymous, new GetListingCards([saved.ListingId], american))).Required().Single().PriceMinor);
    }

    [Theory]
    [InlineData("EUR", 49L, null)]
    [InlineData("KWD", 1005L, null)]
    [InlineData("HUF", 17550L, null)]
    [InlineData("EUR", 1000L, 1000L)]
    [InlineData("XXX", 1000L, null)]
    [InlineData("EUR", 100_000_000_001L, null)]
    public async Task A_price_that_cannot_be_charged_is_refused_beside_its_field(string currency, long price, long? before)
    {
        await using var world = await StartAsync();

        var refused = await world.Host.SendAsync(Potter, Set("01x", new PriceToSet(currency, price, before)));

        Assert.Equal(["Offers[0].Prices[0]"], refused.Error!.Fields!.Keys);
    }

    [Fact]
    public async Task Another_sellers_variant_has_no_price_of_mine()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        var red = (await world.ReadAsync(Potter, saved.ListingId)).Draft.Variants[0].Id!;
        var theft = Set(red, new PriceToSet("EUR", 100));

        Assert.Equal("price.no-such-offer", (await world.Host.SendAsync(KilnMaster, theft)).Error?.Code);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(new Caller(BuyerId: "01b"), theft)).Error?.Code);
    }

    private static SetPrices Set(string offer, params PriceToSet[] prices) => new([new PricesOfOffer(offer, prices)]);
}

using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Cart;

public sealed class CartLimitsTests
{
    [Fact]
    public async Task What_is_sold_out_is_not_put_into_a_basket()
    {
        await using var world = await OpenAsync();
        await world.Host.WithPlatformAsync(db => db.OfferStocks.Where(s => s.OfferId == Pack)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.OnHand, 0)));

        var added = await world.Host.SendAsync(Mara, new AddToCart(Pack, 1, "EUR"));

        Assert.Equal(CartErrors.SoldOut, added.Error);
    }

    [Fact]
    public async Task A_basket_holds_things_of_twenty_shops_and_no_more()
    {
        await using var world = await OpenAsync();
        var offers = Enumerable.Range(0, BuyerCart.MostSellers + 1).Select(i => Ids.From("offer", $"many-{i}")).ToList();
        await world.Host.WithPlatformAsync(db =>
        {
            for (var i = 0; i < offers.Count; i++)
            {
                var shop = Ids.From("seller", $"many-{i}");
                AddSeller(db, shop, $"Shop {i}");
                AddOffer(db, shop, offers[i], "Spoon", 900, 5);
            }

            return db.SaveChangesAsync();
        });
        foreach (var offer in offers.SkipLast(1)) await world.AddAsync(Mara, offer);

        var oneMore = await world.Host.SendAsync(Mara, new AddToCart(offers[^1], 1, "EUR"));
        var known = await world.Host.SendAsync(Mara, new AddToCart(offers[0], 1, "EUR"));

        Assert.Equal(CartErrors.TooManySellers, oneMore.Error);
        Assert.Equal(2, known.Required().Quantity);
    }
}

using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Cart;

public sealed class CartTests
{
    [Fact]
    public async Task A_cart_is_grouped_by_shop_and_shows_shipping_and_tax_before_any_personal_word()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug, 2);
        await world.AddAsync(Mara, Pack);

        var cart = await world.CartAsync(Mara);

        Assert.Equal(["Kiln & Clay", "Trailhead"], cart.Sellers.Select(s => s.Name));
        Assert.Equal((12250, 395, 12645), (cart.ItemsMinor, cart.ShippingMinor, cart.TotalMinor));
        Assert.True(cart.PriceIncludesTax);
        Assert.Equal(833 + 1293 + 69, cart.TaxMinor);
        Assert.True(cart.IsReady);
    }

    [Fact]
    public async Task Where_prices_exclude_tax_it_is_added_on_top()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);

        var cart = await world.CartAsync(Mara, "US", "CA");

        Assert.False(cart.PriceIncludesTax);
        Assert.Equal(198 + 33, cart.TaxMinor);
        Assert.Equal(2400 + 395 + 231, cart.TotalMinor);
    }

    [Fact]
    public async Task The_cart_tells_how_much_is_missing_for_free_delivery()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Pack);

        Assert.Null((await world.CartAsync(Mara)).Sellers[0].MissingForFreeMinor);
        await SetPriceAsync(world, Pack, 4000);
        Assert.Equal(1000, (await world.CartAsync(Mara)).Sellers[0].MissingForFreeMinor);
    }

    [Fact]
    public async Task More_than_is_left_is_cut_and_the_answer_says_so()
    {
        await using var world = await OpenAsync();

        var added = await world.Host.SendAsync(Mara, new AddToCart(Bowl, 7, "EUR"));
        var again = await world.Host.SendAsync(Mara, new AddToCart(Bowl, 1, "EUR"));

        Assert.Equal((5, true), (added.Required().Quantity, added.Required().WasCut));
        Assert.Equal("cart.no-more", again.Error!.Code);
    }

    [Fact]
    public async Task A_changed_price_is_told_until_the_buyer_has_seen_it()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        await SetPriceAsync(world, Mug, 2600);

        Assert.Equal(2400, (await world.CartAsync(Mara)).Sellers[0].Lines[0].SeenPriceMinor);
        await world.Host.SendAsync(Mara, new AcknowledgePrices("EUR"));
        Assert.Null((await world.CartAsync(Mara)).Sellers[0].Lines[0].SeenPriceMinor);
    }

    [Fact]
    public async Task What_cannot_be_bought_stays_visible_and_does_not_count()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        await world.AddAsync(Mara, Pack);
        await world.Host.WithPlatformAsync(db => db.Offers.Where(o => o.Id == Pack)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.IsLive, false)));

        var cart = await world.CartAsync(Mara);

        Assert.Equal(LineProblem.NotForSale, cart.Sellers[1].Lines[0].Problem);
        Assert.Equal(2400 + 395, cart.TotalMinor);
        Assert.False(cart.IsReady);
        Assert.True(cart.HasRest);
    }

    [Fact]
    public async Task Without_a_price_in_the_currency_an_offer_is_not_added()
    {
        await using var world = await OpenAsync();

        Assert.Equal(CartErrors.NotInCurrency, (await world.Host.SendAsync(Mara, new AddToCart(Mug, 1, "JPY"))).Error);
        Assert.Equal(CartErrors.NotForSale, (await world.Host.SendAsync(Mara, new AddToCart(Ids.From("none"), 1, "EUR"))).Error);
        Assert.Equal(ValidateCode, (await world.Host.SendAsync(Mara, new AddToCart(Mug, 100, "EUR"))).Error!.Code);
    }

    [Fact]
    public async Task Quantities_change_and_zero_takes_the_line_out()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);

        await world.Host.SendAsync(Mara, new ChangeQuantity(Mug, 3));
        Assert.Equal(3, (await world.Host.SendAsync(Mara, new CountCart())).Required());
        await world.Host.SendAsync(Mara, new ChangeQuantity(Mug, 0));
        Assert.Equal(0, (await world.Host.SendAsync(Mara, new CountCart())).Required());
        Assert.Equal(CartErrors.NoSuchLine, (await world.Host.SendAsync(Mara, new ChangeQuantity(Mug, 1))).Error);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_anothers_cart()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);

        Assert.Empty((await world.CartAsync(Otto)).Sellers);
        Assert.Equal(CartErrors.NoSuchLine, (await world.Host.SendAsync(Otto, new ChangeQuantity(Mug, 0))).Error);
        Assert.Equal(AccessErrors.SignIn, (await world.Host.SendAsync(Caller.Anonymous, new AddToCart(Mug, 1, "EUR"))).Error);
        Assert.Empty((await world.CartAsync(Caller.Anonymous)).Sellers);
    }

    [Fact]
    public async Task Signing_in_merges_the_guests_cart_once()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug, 2);
        await world.AddAsync(Mara, Pack);
        await world.AddAsync(Otto, Mug, 1);

        Assert.True((await world.Host.SendAsync(Caller.System, new MergeCarts(Mara.BuyerId!, Otto.BuyerId!))).Ok);
        Assert.True((await world.Host.SendAsync(Caller.System, new MergeCarts(Mara.BuyerId!, Otto.BuyerId!))).Ok);

        Assert.Equal(3, (await world.CartAsync(Otto)).Pieces);
        Assert.Empty((await world.CartAsync(Mara)).Sellers);
    }

    [Fact]
    public async Task A_cart_holds_eighty_lines_and_not_one_more()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        await world.Host.WithPlatformAsync(async db =>
        {
            for (var i = 1; i < BuyerCart.MostLines; i++)
            {
                db.Add(new CartLine
                {
                    BuyerId = Mara.BuyerId!, OfferId = Ids.From("filler", $"{i}"), TenantId = Kiln, Quantity = 1,
                    AddedAtUtc = World.TestHost.Start.UtcDateTime,
                });
            }

            return await db.SaveChangesAsync();
        });

        Assert.Equal(CartErrors.TooManyLines, (await world.Host.SendAsync(Mara, new AddToCart(Bowl, 1, "EUR"))).Error);
        Assert.True((await world.Host.SendAsync(Mara, new AddToCart(Mug, 1, "EUR"))).Ok);
    }

    private const string ValidateCode = "input.invalid";

    private static Task<int> SetPriceAsync(SalesWorld world, string offer, long priceMinor) =>
        world.Host.WithPlatformAsync(db => db.OfferPrices.Where(p => p.OfferId == offer)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.PriceMinor, priceMinor)));
}

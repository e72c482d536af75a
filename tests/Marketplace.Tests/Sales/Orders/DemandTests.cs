using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Fulfilment;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Orders;

/// <summary>What is bought counts as demand in search, and what is thought of it as rating.</summary>
public sealed class DemandTests
{
    private static readonly string MugListing = Ids.From("listing", Mug);

    [Fact]
    public async Task Units_of_thirty_days_stand_in_the_document_without_what_was_cancelled()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        Assert.Equal(2, await PopularityAsync(world));

        var line = (await world.LinesAsync((await world.PartAsync(order, Kiln)).Id))[0];
        await world.Host.SendAsync(KilnStaff, new CancelQuantities(line.SellerOrderId, [new(line.Id, 1)], "Broken."));
        Assert.Equal(1, await PopularityAsync(world));

        world.Host.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(0, await PopularityAsync(world));
    }

    [Fact]
    public async Task A_basket_that_was_not_paid_is_no_demand()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug, 2);
        await world.ToPaymentPageAsync(Mara);

        Assert.Equal(0, await PopularityAsync(world));
    }

    [Fact]
    public async Task A_sale_has_the_document_made_anew()
    {
        await using var world = await OpenAsync();
        var before = await VersionAsync(world);

        await world.BuyAsync(Mara);

        Assert.Equal(before + 1, await VersionAsync(world));
    }

    [Fact]
    public async Task A_rating_of_467_hundredths_is_4_67_stars_in_the_document()
    {
        await using var world = await OpenAsync();
        await world.Host.SendAsync(Caller.System, new SetListingRating(MugListing, 467, 12));

        var document = await DocumentAsync(world);

        Assert.Equal((4.67, 12), (document.RatingAverage, document.RatingCount));
    }

    [Fact]
    public async Task Sales_that_grow_too_old_have_the_document_made_anew_once_without_any_change()
    {
        await using var world = await OpenAsync();
        await world.BuyAsync(Mara);
        var sold = await VersionAsync(world);
        await world.Host.RunJobAsync("age-demand");
        var young = await VersionAsync(world);

        world.Host.Clock.Advance(TimeSpan.FromDays(31));
        await world.Host.RunJobAsync("age-demand");
        var aged = await VersionAsync(world);
        await world.Host.RunJobAsync("age-demand");

        Assert.Equal((sold, sold + 1, sold + 1), (young, aged, await VersionAsync(world)));
        Assert.Equal(0, await PopularityAsync(world));
    }

    [Fact]
    public async Task However_many_orders_grow_too_old_none_is_left_out()
    {
        await using var world = await OpenAsync();
        await world.Host.WithPlatformAsync(db => db.Set<OfferStock>().ExecuteUpdateAsync(s => s.SetProperty(o => o.OnHand, 50)));
        for (var i = 0; i < 12; i++)
        {
            await world.AddAsync(Mara, i == 0 ? Mug : Bowl, 1);
            var order = await world.ToPaymentPageAsync(Mara);
            world.Gateway.Pay(order);
            Assert.True((await world.Host.SendAsync(Mara, new ConfirmPayment(order))).Ok);
        }

        await world.Host.DrainAsync();
        world.Host.Clock.Advance(TimeSpan.FromDays(31));
        var first = (await world.Host.SendAsync(Caller.System, new AgeDemand())).Required();
        var second = (await world.Host.SendAsync(Caller.System, new AgeDemand())).Required();
        var third = (await world.Host.SendAsync(Caller.System, new AgeDemand())).Required();

        Assert.Equal((2, 1, 0), (first.Listings, second.Listings, third.Listings));
        Assert.Null(third.LastOrderId);
    }

    private static async Task<double> PopularityAsync(SalesWorld world) => (await DocumentAsync(world)).Popularity;

    private static async Task<ListingDocument> DocumentAsync(SalesWorld world)
    {
        var change = await world.Host.WithPlatformAsync(
            db => db.ListingChanges.AsNoTracking().SingleAsync(c => c.ListingId == MugListing));
        return Assert.Single((await world.Host.SendAsync(Caller.System, new ReadListingDocuments([change]))).Required());
    }

    private static Task<long> VersionAsync(SalesWorld world) => world.Host.WithPlatformAsync(
        db => db.ListingChanges.Where(c => c.ListingId == MugListing).Select(c => c.IndexVersion).SingleAsync());
}

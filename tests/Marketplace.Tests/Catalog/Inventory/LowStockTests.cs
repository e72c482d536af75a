using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Inventory;

public sealed class LowStockTests
{
    [Fact]
    public async Task A_variant_is_low_by_its_own_mark_or_else_by_the_shops_and_both_pages_count_alike()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);

        Assert.Equal((0, 0), await LowAsync(world));
        Assert.True((await world.Host.SendAsync(Potter, new MarkLowStock(null, 5))).Ok);
        Assert.Equal((2, 2), await LowAsync(world));
        Assert.True((await world.Host.SendAsync(Potter, new MarkLowStock(red, 4))).Ok);
        Assert.Equal((1, 1), await LowAsync(world));
        Assert.True((await world.Host.SendAsync(Potter, new MarkLowStock(null, 0))).Ok);
        Assert.True((await world.Host.SendAsync(Potter, new MarkLowStock(red, 6))).Ok);
        Assert.Equal((1, 1), await LowAsync(world));
        Assert.Equal(
            ["MUG-R"], (await world.Host.SendAsync(Potter, new ListStock(LowOnly: true))).Required().Rows.Select(r => r.Sku));

        Assert.True((await world.Host.SendAsync(Potter, new MarkLowStock(red, null))).Ok);
        Assert.True((await world.Host.SendAsync(Potter, new MarkLowStock(red, null))).Ok);
        Assert.Equal((0, 0), await LowAsync(world));
    }

    [Fact]
    public async Task A_mark_is_the_sellers_alone_and_a_number_of_units()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);
        await world.Host.SendAsync(Potter, new MarkLowStock(null, 5));

        Assert.Equal("stock.no-such-offer", (await world.Host.SendAsync(KilnMaster, new MarkLowStock(red, 1))).Error?.Code);
        Assert.Equal("input.invalid", (await world.Host.SendAsync(Potter, new MarkLowStock(red, -1))).Error?.Code);
        Assert.Null((await world.Host.SendAsync(KilnMaster, new ListStock())).Required().LowAt);
        var history = (await world.Host.SendAsync(Potter, new GetStockHistory(red))).Required();
        Assert.Equal((null, 5, "MUG-R"), (history.LowAt, history.ShopLowAt, history.Variant.Sku));
    }

    [Fact]
    public async Task Every_reason_leaves_its_movement_and_another_one_wants_a_note()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);

        foreach (var (reason, units) in ((StockReason, int)[])[(StockReason.Lost, -1), (StockReason.Returned, 2), (StockReason.Returned, 1)])
            Assert.True((await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, null, units)], reason, ""))).Ok);
        var silent = await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, null, 1)], StockReason.Other, ""));
        var unknown = await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, null, 1)], (StockReason)99, ""));
        var said = await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, null, -1)], StockReason.Other, "A gift"));

        Assert.Equal(["Note"], silent.Error!.Fields!.Keys);
        Assert.Equal(["Reason"], unknown.Error!.Fields!.Keys);
        Assert.True(said.Ok);
        var kinds = (await world.Host.SendAsync(Potter, new GetStockHistory(red))).Required().Movements.Select(m => m.Kind);
        Assert.Equal(
            [MovementKind.Counted, MovementKind.Returned, MovementKind.Returned, MovementKind.Lost, MovementKind.Other], kinds.Order());
    }

    [Fact]
    public async Task The_seller_sees_which_checkouts_hold_its_units_and_nobody_elses()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);
        var (first, second) = (Ids.From("order", "1"), Ids.From("order", "2"));
        await world.Host.ReserveAsync(first, (Pottery, red, 2));
        await world.Host.ReserveAsync(second, (Pottery, red, 1));
        await world.Host.SendAsync(Caller.System, new ReleaseStock(second));

        var holds = (await world.Host.SendAsync(Potter, new ListHolds(red))).Required();

        Assert.Equal([(first[^6..], 2)], holds.Select(h => (h.Checkout, h.Quantity)));
        Assert.Empty((await world.Host.SendAsync(KilnMaster, new ListHolds(red))).Required());
    }

    private static async Task<(int OnTheList, int OnTheFirstPage)> LowAsync(CatalogWorld world) => (
        (await world.Host.SendAsync(Potter, new ListStock())).Required().Low,
        (await world.Host.SendAsync(Staff(Pottery, SellerPermissions.Member), new CountMyListings())).Required().Low);

    private static async Task<string> RedMugAsync(CatalogWorld world)
    {
        var saved = await world.PublishAsync(Potter, world.Mug());
        return (await world.ReadAsync(Potter, saved.ListingId)).Draft.Variants[0].Id!;
    }
}

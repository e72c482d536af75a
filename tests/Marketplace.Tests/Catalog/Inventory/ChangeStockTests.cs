using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Tenancy;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Inventory;

public sealed class ChangeStockTests
{
    [Fact]
    public async Task Each_change_leaves_a_movement_that_says_why()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);

        await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, null, 4)], StockReason.Received, "kiln of March"));
        await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, null, -1)], StockReason.Damaged, "dropped"));
        var history = (await world.Host.SendAsync(Potter, new GetStockHistory(red))).Required();

        Assert.Equal(8, history.Cells.Sum(c => c.OnHand));
        Assert.Equal([-1, 4, 5], history.Movements.Select(m => m.Quantity).Order());
        Assert.Equal(8, history.Movements.Sum(m => m.Quantity));
    }

    [Fact]
    public async Task Units_that_an_order_holds_cannot_be_taken_away()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);
        await world.Host.ReserveAsync("01order", (Pottery, red, 4));

        var refused = await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, null, -2)], StockReason.Damaged, ""));

        Assert.Equal("stock.too-few", refused.Error?.Code);
        Assert.Equal(["Changes[0].Quantity"], refused.Error!.Fields!.Keys);
        Assert.Equal((5, 4), await world.Host.StockAsync(red));
    }

    [Fact]
    public async Task A_transfer_moves_free_units_and_no_others()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);
        var main = (await world.Host.SendAsync(Potter, new ListStock())).Required().Locations.Single().Id;
        var shop = (await world.Host.SendAsync(Potter, new SaveLocation(null, "Shop", "Delft", "NL"))).Required();
        await world.Host.ReserveAsync("01order", (Pottery, red, 2));

        Assert.Equal("stock.too-few", (await world.Host.SendAsync(Potter, new TransferStock(red, main, shop, 4, ""))).Error?.Code);
        Assert.True((await world.Host.SendAsync(Potter, new TransferStock(red, main, shop, 3, "for Saturday"))).Ok);

        var cells = (await world.Host.SendAsync(Potter, new GetStockHistory(red))).Required().Cells;
        Assert.Equal((2, 2, 0), cells.Where(c => c.LocationId == main).Select(c => (c.OnHand, c.Reserved, c.Free)).Single());
        Assert.Equal(3, cells.Single(c => c.LocationId == shop).OnHand);
        Assert.Equal("stock.no-such-location", (await world.Host.SendAsync(Potter, new TransferStock(red, main, "01no", 1, ""))).Error?.Code);
        Assert.Equal("input.invalid", (await world.Host.SendAsync(Potter, new TransferStock(red, main, main, 1, ""))).Error?.Code);
    }

    [Fact]
    public async Task A_location_is_closed_only_when_it_is_empty_and_then_takes_nothing()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);
        var main = (await world.Host.SendAsync(Potter, new ListStock())).Required().Locations.Single();
        var shop = (await world.Host.SendAsync(Potter, new SaveLocation(null, "Shop", "Delft", "NL"))).Required();

        Assert.Equal("stock.location-in-use", (await world.Host.SendAsync(Potter, new SaveLocation(main.Id, "Main", "", "", IsClosed: true))).Error?.Code);
        Assert.True((await world.Host.SendAsync(Potter, new SaveLocation(shop, "Shop", "Delft", "NL", IsClosed: true))).Ok);
        Assert.Equal("stock.closed-location", (await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, shop, 1)], StockReason.Received, ""))).Error?.Code);
        Assert.Equal("stock.closed-location", (await world.Host.SendAsync(Potter, new TransferStock(red, main.Id, shop, 1, ""))).Error?.Code);
        Assert.Equal("stock.location-name-taken", (await world.Host.SendAsync(Potter, new SaveLocation(null, "shop", "", ""))).Error?.Code);
        Assert.Equal("stock.no-such-location", (await world.Host.SendAsync(Potter, new SaveLocation("01no", "X", "", ""))).Error?.Code);
    }

    [Fact]
    public async Task There_is_an_end_to_locations()
    {
        await using var world = await StartAsync();
        for (var i = 0; i < 50; i++) await world.Host.SendAsync(Potter, new SaveLocation(null, $"Shelf {i}", "", ""));

        Assert.Equal("stock.too-many-locations", (await world.Host.SendAsync(Potter, new SaveLocation(null, "One more", "", ""))).Error?.Code);
    }

    [Fact]
    public async Task The_scarcest_come_first_and_low_ones_are_counted()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);
        await world.Host.SendAsync(Potter, new ChangeStock([new StockChange(red, null, -3)], StockReason.Corrected, ""));

        var page = (await world.Host.SendAsync(Potter, new ListStock())).Required();
        var low = (await world.Host.SendAsync(Potter, new ListStock(Search: "mug", LowOnly: true))).Required();

        Assert.Equal([("MUG-R", 2), ("MUG-B", 5)], page.Rows.Select(r => (r.Sku, r.Free)));
        Assert.Equal((2, 1), (page.Total, page.Low));
        Assert.Equal(["MUG-R"], low.Rows.Select(r => r.Sku));
    }

    [Fact]
    public async Task Another_seller_a_buyer_and_a_packer_without_the_right_are_kept_out()
    {
        await using var world = await StartAsync();
        var red = await RedMugAsync(world);
        var change = new ChangeStock([new StockChange(red, null, 1)], StockReason.Received, "");

        Assert.Equal("stock.no-such-offer", (await world.Host.SendAsync(KilnMaster, change)).Error?.Code);
        Assert.Equal("stock.no-such-offer", (await world.Host.SendAsync(KilnMaster, new GetStockHistory(red))).Error?.Code);
        Assert.Equal("stock.no-such-offer", (await world.Host.SendAsync(KilnMaster, new TransferStock(red, "01a", "01b", 1, ""))).Error?.Code);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(new Caller(BuyerId: "01b"), change)).Error?.Code);
        Assert.Equal("access.missing-permission", (await world.Host.SendAsync(Staff(Pottery, SellerPermissions.Listings), change)).Error?.Code);
        Assert.Empty((await world.Host.SendAsync(KilnMaster, new ListStock())).Required().Rows);
        var foreign = (await world.Host.SendAsync(Potter, new ListStock())).Required().Locations.Single().Id;
        Assert.Equal("stock.no-such-location", (await world.Host.SendAsync(KilnMaster, new SaveLocation(foreign, "Mine", "", ""))).Error?.Code);
    }

    private static async Task<string> RedMugAsync(CatalogWorld world)
    {
        var saved = await world.PublishAsync(Potter, world.Mug());
        return (await world.ReadAsync(Potter, saved.ListingId)).Draft.Variants[0].Id!;
    }
}

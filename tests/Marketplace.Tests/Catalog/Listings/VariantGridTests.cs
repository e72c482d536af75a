using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class VariantGridTests
{
    [Fact]
    public async Task A_row_changes_what_was_changed_and_nothing_that_somebody_else_changed_meanwhile()
    {
        await using var world = await StartAsync();
        await world.PublishAsync(Potter, world.Mug("A"));
        await world.PublishAsync(Potter, world.Mug("B") with { Title = "Another mug, much taller" });
        var grid = (await world.Host.SendAsync(Potter, new ListVariantGrid())).Required();
        Assert.Equal(["B-R", "B-B", "A-R", "A-B"], grid.Rows.Select(r => r.Sku));
        var (row, location) = (grid.Rows[0], grid.Rows[0].Stock[0].LocationId);

        var edit = new EditVariantRow(row.OfferId, [new PriceEdit("EUR", 1900, 2050), new PriceEdit("USD", null, 2300)], [new StockDraft(location, 5, 9)]);
        Assert.True((await world.Host.SendAsync(Potter, edit)).Ok);
        var after = (await world.Host.SendAsync(Potter, new ListVariantGrid(ListingState.Published, "b-r"))).Required().Rows.Single();
        Assert.Equal([("EUR", 2050L), ("USD", 2300L)], after.Prices.Select(p => (p.CurrencyCode, p.PriceMinor)).Order());
        Assert.Equal(9, after.Stock.Single().Now);

        var late = await world.Host.SendAsync(Potter, edit with { Prices = [new PriceEdit("EUR", 1900, 1800)], Stock = [new StockDraft(location, 5, 50)] });
        Assert.Equal(("listing.row-changed", "Prices[0]"), (late.Error?.Code, late.Error?.Fields?.Keys.Single()));
        Assert.Equal(9, await world.Host.WithPlatformAsync(db => db.OfferStocks.Where(s => s.OfferId == row.OfferId).SumAsync(s => s.OnHand)));
        var gone = await world.Host.SendAsync(Potter, new EditVariantRow(row.OfferId, [new PriceEdit("USD", 2300, null)], []));
        Assert.True(gone.Ok);
        Assert.Equal(["EUR"], await world.Host.WithPlatformAsync(db => db.OfferPrices.Where(p => p.OfferId == row.OfferId).Select(p => p.CurrencyCode).ToListAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_the_edits_own_number_and_another_seller_has_no_such_row()
    {
        await using var world = await StartAsync();
        await world.PublishAsync(Potter, world.Mug("A"));
        var row = (await world.Host.SendAsync(Potter, new ListVariantGrid())).Required().Rows[0];

        var small = await world.Host.SendAsync(Potter, new EditVariantRow(row.OfferId, [new PriceEdit("USD", null, 2000), new PriceEdit("EUR", 1900, 1)], []));
        Assert.Equal(["Prices[1]"], small.Error!.Fields!.Keys);
        var fewer = await world.Host.SendAsync(Potter, new EditVariantRow(row.OfferId, [], [new StockDraft(row.Stock[0].LocationId, 8, 0)]));
        Assert.Equal(("stock.too-few", "Stock"), (fewer.Error?.Code, fewer.Error?.Fields?.Keys.Single()));
        Assert.Equal("price.no-such-offer", (await world.Host.SendAsync(KilnMaster, new EditVariantRow(row.OfferId, [new PriceEdit("EUR", null, 100)], []))).Error?.Code);
        Assert.Empty((await world.Host.SendAsync(KilnMaster, new ListVariantGrid())).Required().Rows);
    }
}

using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using static Marketplace.Tests.Catalog.Inventory.StockWorld;

namespace Marketplace.Tests.Catalog.Inventory;

public sealed class ReserveStockTests
{
    private static readonly string Order = Ids.From("order", "1");

    [Fact]
    public async Task Reserved_units_are_not_for_sale_and_leave_when_the_order_is_paid()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 5));

        Assert.True((await host.ReserveAsync(Order, (Bookshop, atlas, 2))).Required().IsReserved);
        Assert.Equal((5, 2), await host.StockAsync(atlas));

        Assert.True((await host.SendAsync(Caller.System, new CommitStock(Order))).Ok);
        Assert.Equal((3, 0), await host.StockAsync(atlas));
    }

    [Fact]
    public async Task One_short_line_reserves_nothing_and_says_what_there_is()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 5));
        var bowl = await host.PutOfferAsync(Pottery, "bowl", (Barn, 1));

        var answer = (await host.ReserveAsync(Order, (Bookshop, atlas, 2), (Pottery, bowl, 3))).Required();

        Assert.Equal([new StockShortage(Pottery, bowl, 3, 1)], answer.Shortages);
        Assert.Equal((5, 0), await host.StockAsync(atlas));
        Assert.Equal((1, 0), await host.StockAsync(bowl));
    }

    [Fact]
    public async Task An_offer_that_is_nowhere_in_stock_is_a_shortage_of_all()
    {
        await using var host = await TestHost.StartAsync();

        var answer = (await host.ReserveAsync(Order, (Bookshop, "01unknown", 1))).Required();

        Assert.Equal(0, Assert.Single(answer.Shortages).Available);
    }

    [Fact]
    public async Task Units_are_gathered_from_several_locations_when_none_has_enough_alone()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 2), (Barn, 3));

        Assert.True((await host.ReserveAsync(Order, (Bookshop, atlas, 4))).Required().IsReserved);

        Assert.Equal((5, 4), await host.StockAsync(atlas));
    }

    [Fact]
    public async Task Reserving_again_for_the_same_order_holds_nothing_twice()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 5));

        await host.ReserveAsync(Order, (Bookshop, atlas, 2));
        var again = (await host.ReserveAsync(Order, (Bookshop, atlas, 2))).Required();

        Assert.True(again.IsReserved);
        Assert.Equal((5, 2), await host.StockAsync(atlas));
    }

    [Fact]
    public async Task Two_lines_of_one_offer_are_reserved_together()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 3));

        var answer = (await host.ReserveAsync(Order, (Bookshop, atlas, 2), (Bookshop, atlas, 2))).Required();

        Assert.Equal([new StockShortage(Bookshop, atlas, 4, 3)], answer.Shortages);
    }

    [Fact]
    public async Task Released_units_are_for_sale_again_and_can_be_held_anew()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 5));
        await host.ReserveAsync(Order, (Bookshop, atlas, 5));

        await host.SendAsync(Caller.System, new ReleaseStock(Order));
        await host.SendAsync(Caller.System, new ReleaseStock(Order));
        Assert.Equal((5, 0), await host.StockAsync(atlas));

        Assert.True((await host.ReserveAsync(Order, (Bookshop, atlas, 3))).Required().IsReserved);
        Assert.Equal((5, 3), await host.StockAsync(atlas));
    }

    [Fact]
    public async Task Paying_twice_takes_the_units_once()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 5));
        await host.ReserveAsync(Order, (Bookshop, atlas, 2));

        Assert.True((await host.SendAsync(Caller.System, new CommitStock(Order))).Ok);
        Assert.True((await host.SendAsync(Caller.System, new CommitStock(Order))).Ok);
        Assert.True((await host.SendAsync(Caller.System, new ReleaseStock(Order))).Ok);

        Assert.Equal((3, 0), await host.StockAsync(atlas));
    }

    [Fact]
    public async Task A_released_order_cannot_be_sold_without_holding_again()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 5));
        await host.ReserveAsync(Order, (Bookshop, atlas, 2));
        await host.SendAsync(Caller.System, new ReleaseStock(Order));

        Assert.Equal("stock.not-held", (await host.SendAsync(Caller.System, new CommitStock(Order))).Error?.Code);
        Assert.Equal("stock.not-held", (await host.SendAsync(Caller.System, new CommitStock("01none"))).Error?.Code);
    }

    [Fact]
    public async Task Sold_units_come_back_once_for_each_reference_and_never_more_than_were_sold()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 1), (Barn, 4));
        await host.ReserveAsync(Order, (Bookshop, atlas, 5));
        await host.SendAsync(Caller.System, new CommitStock(Order));

        var first = new Restock(Order, Bookshop, atlas, 3, "cancelled", "c1");
        Assert.True((await host.SendAsync(Caller.System, first)).Ok);
        Assert.True((await host.SendAsync(Caller.System, first)).Ok);
        Assert.Equal((3, 0), await host.StockAsync(atlas));

        var tooMany = await host.SendAsync(Caller.System, first with { Reference = "c2" });
        Assert.Equal("stock.not-sold", tooMany.Error?.Code);
        Assert.Equal((3, 0), await host.StockAsync(atlas));
    }

    [Fact]
    public async Task Search_is_told_only_when_an_offer_runs_out_or_comes_back()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 2));

        await host.ReserveAsync(Order, (Bookshop, atlas, 1));
        Assert.Equal(0, await host.IndexVersionAsync(Bookshop, "atlas"));

        await host.ReserveAsync(Ids.From("order", "2"), (Bookshop, atlas, 1));
        Assert.Equal(1, await host.IndexVersionAsync(Bookshop, "atlas"));

        await host.SendAsync(Caller.System, new CommitStock(Order));
        Assert.Equal(1, await host.IndexVersionAsync(Bookshop, "atlas"));

        await host.SendAsync(Caller.System, new ReleaseStock(Ids.From("order", "2")));
        Assert.Equal(2, await host.IndexVersionAsync(Bookshop, "atlas"));
    }

    [Fact]
    public async Task Of_many_buyers_at_once_exactly_as_many_win_as_there_are_units()
    {
        await using var host = await TestHost.StartAsync();
        var atlas = await host.PutOfferAsync(Bookshop, "atlas", (Home, 4), (Barn, 3));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(i => host.ReserveAsync(Ids.From("order", $"{i}"), (Bookshop, atlas, 1))));

        Assert.Equal(7, answers.Count(a => a.Required().IsReserved));
        Assert.Equal((7, 7), await host.StockAsync(atlas));
        Assert.Equal(1, await host.IndexVersionAsync(Bookshop, "atlas"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public async Task A_quantity_out_of_bounds_is_refused(int quantity)
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal("input.invalid", (await host.ReserveAsync(Order, (Bookshop, "01x", quantity))).Error?.Code);
    }
}

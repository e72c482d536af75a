using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Checkout;

public sealed class CheckoutTests
{
    [Fact]
    public async Task Two_shops_one_payment_two_parts()
    {
        await using var world = await OpenAsync();

        var order = await world.BuyAsync(Mara);

        var placed = await world.OrderAsync(order);
        Assert.Equal((OrderState.Placed, 12645, OrderCounter.First), (placed.State, placed.TotalMinor, placed.Number));
        var kiln = await world.PartAsync(order, Kiln);
        var trail = await world.PartAsync(order, Trail);
        Assert.Equal(($"{placed.Number}-1", 5195, 7450), (kiln.Number, kiln.TotalMinor, trail.TotalMinor));
        Assert.Equal((8, 0), await world.StockAsync(Mug));
        Assert.Equal((0, 0), await world.StockAsync(Pack));
        Assert.Empty((await world.CartAsync(Mara)).Sellers);
        var amounts = await world.AmountsAsync(kiln.Id);
        Assert.Equal(MoneyState.Held, amounts.Money);
        Assert.Equal(5195 - amounts.CommissionMinor - amounts.CommissionTaxMinor, amounts.SellerNetMinor);
    }

    [Fact]
    public async Task Replaying_the_same_key_returns_the_same_order()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        var checkout = await world.CheckoutOfAsync(Mara, "key-1");

        var first = await world.Host.SendAsync(Mara, checkout);
        var second = await world.Host.SendAsync(Mara, checkout);
        var other = await world.Host.SendAsync(Mara, checkout with { Locale = "de-DE" });

        Assert.Equal(first.Required(), second.Required());
        Assert.Equal("idempotency.other-body", other.Error!.Code);
        Assert.Equal((10, 1), await world.StockAsync(Mug));
    }

    [Fact]
    public async Task The_same_basket_sent_from_two_tabs_is_one_order()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Pack);

        var first = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara, "tab-1"));
        var second = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara, "tab-2"));

        // The piece that the first tab reserved is not sold out to the second.
        Assert.Equal(first.Required().OrderId, second.Required().OrderId);
        Assert.True(second.Required().IsResumed);
        Assert.Equal((1, 1), await world.StockAsync(Pack));
    }

    [Fact]
    public async Task A_changed_basket_closes_the_open_page_first_and_starts_anew()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        var first = await world.ToPaymentPageAsync(Mara);
        await world.AddAsync(Mara, Bowl);

        var refused = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara));
        var closed = await world.Host.SendAsync(Mara, new ExpireCheckout(first));
        var again = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara));

        Assert.Equal(CheckoutErrors.AlreadyOpenCode, refused.Error!.Code);
        Assert.Equal([first], refused.Error.Fields!["OrderId"]);
        Assert.Equal(OrderState.Expired, closed.Required());
        Assert.NotEqual(first, again.Required().OrderId);
        Assert.Equal((10, 1), await world.StockAsync(Mug));
    }

    [Fact]
    public async Task Another_total_than_shown_charges_nothing_and_reserves_nothing()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        var checkout = await world.CheckoutOfAsync(Mara);

        var changed = await world.Host.SendAsync(Mara, checkout with { ExpectedTotalMinor = checkout.ExpectedTotalMinor - 1 });

        Assert.Equal(CheckoutErrors.TotalChangedCode, changed.Error!.Code);
        Assert.Equal((10, 0), await world.StockAsync(Mug));
        Assert.Empty(await world.Host.WithPlatformAsync(db => db.Orders.ToListAsync()));
    }

    [Fact]
    public async Task The_last_piece_goes_to_one_buyer_and_the_other_is_told()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Pack);
        await world.AddAsync(Otto, Pack);
        var mara = await world.CheckoutOfAsync(Mara);
        var otto = await world.CheckoutOfAsync(Otto);

        var first = await world.Host.SendAsync(Mara, mara);
        var second = await world.Host.SendAsync(Otto, otto);

        Assert.True(first.Ok);
        Assert.Equal(CheckoutErrors.ItemsUnavailableCode, second.Error!.Code);
        Assert.Equal(["0"], second.Error.Fields![Pack]);
    }

    [Fact]
    public async Task One_shops_missing_stock_never_sinks_the_rest_and_never_drops_it_silently()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug, 2);
        await world.AddAsync(Mara, Pack);
        await world.AddAsync(Otto, Pack);
        await world.BuyPackAsync(Otto);

        var refused = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara));
        var rest = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara, null, new LineChange(Pack, 0)));

        Assert.Equal(CheckoutErrors.ItemsUnavailableCode, refused.Error!.Code);
        Assert.Equal(4800 + 395, (await world.OrderAsync(rest.Required().OrderId)).TotalMinor);
        await world.Host.SendAsync(Mara, new OpenPaymentPage(rest.Value!.OrderId));
        world.Gateway.Pay(rest.Value.OrderId);
        await world.Host.SendAsync(Mara, new ConfirmPayment(rest.Value.OrderId));
        Assert.Equal(Pack, Assert.Single((await world.CartAsync(Mara)).Sellers).Lines[0].OfferId);
    }

    [Fact]
    public async Task Fewer_than_wanted_are_bought_only_after_the_buyer_agreed()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Bowl, 5);
        await world.AddAsync(Otto, Bowl, 3);
        Assert.True((await world.Host.SendAsync(Otto, await world.CheckoutOfAsync(Otto))).Ok);

        var refused = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara));
        var agreed = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara, null, new LineChange(Bowl, 2)));

        Assert.Equal(["2"], refused.Error!.Fields![Bowl]);
        Assert.Equal(2 * 1850 + 395, (await world.OrderAsync(agreed.Required().OrderId)).TotalMinor);
    }

    [Fact]
    public async Task Wrong_details_are_told_beside_their_field()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        var checkout = await world.CheckoutOfAsync(Mara);

        var wrong = await world.Host.SendAsync(Mara, checkout with
        {
            Details = new CheckoutDetails { Email = "mara", ShipTo = Delft with { Postcode = "261 XK", Line1 = "" } },
        });

        Assert.Equal(
            ["Details.Email", "Details.ShipTo.Line1", "Details.ShipTo.Postcode"],
            wrong.Error!.Fields!.Keys.Order());
        Assert.Equal(
            "A Dutch postcode has four digits and two letters, like 2611 XK.", wrong.Error.Fields["Details.ShipTo.Postcode"][0]);
    }

    [Fact]
    public async Task An_empty_basket_and_a_payment_below_the_minimum_are_refused()
    {
        await using var world = await OpenAsync();
        var empty = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara));

        Assert.Equal(CheckoutErrors.EmptyCart, empty.Error);
    }

    [Fact]
    public async Task A_strangers_order_is_not_found()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        var order = await world.ToPaymentPageAsync(Mara);

        Assert.Equal(CheckoutErrors.NoSuchOrder, (await world.Host.SendAsync(Otto, new OpenPaymentPage(order))).Error);
        Assert.Equal(CheckoutErrors.NoSuchOrder, (await world.Host.SendAsync(Otto, new ConfirmPayment(order))).Error);
        Assert.Equal(CheckoutErrors.NoSuchOrder, (await world.Host.SendAsync(Otto, new ExpireCheckout(order))).Error);
        Assert.Equal(OrderState.AwaitingPayment, (await world.OrderAsync(order)).State);
    }
}

internal static class CheckoutMoves
{
    public static async Task BuyPackAsync(this SalesWorld world, Caller buyer)
    {
        var order = await world.ToPaymentPageAsync(buyer);
        world.Gateway.Pay(order);
        Assert.Equal(OrderState.Placed, (await world.Host.SendAsync(buyer, new ConfirmPayment(order))).Required().State);
    }
}

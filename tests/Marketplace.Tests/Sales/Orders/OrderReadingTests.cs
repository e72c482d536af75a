using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Tests.World;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Orders;

public sealed class OrderReadingTests
{
    [Fact]
    public async Task A_link_opens_one_order_for_whoever_has_it_and_no_other()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var token = (await world.Host.SendAsync(Mara, new GetBuyerOrder(order))).Required().LinkToken;
        await world.AddAsync(Otto, Mug);
        var other = await world.ToPaymentPageAsync(Otto);

        Assert.Equal(order, (await world.Host.SendAsync(Caller.Anonymous, new GetOrderByLink(token))).Required().OrderId);
        Assert.Equal(CheckoutErrors.NoSuchOrder,
            (await world.Host.SendAsync(Caller.Anonymous, new GetOrderByLink(other + token[26..]))).Error);
        Assert.Equal(CheckoutErrors.NoSuchOrder, (await world.Host.SendAsync(Caller.Anonymous, new GetOrderByLink(token[..^1]))).Error);
        Assert.Equal(CheckoutErrors.NoSuchOrder, (await world.Host.SendAsync(Caller.Anonymous, new GetOrderByLink("x"))).Error);
    }

    [Fact]
    public async Task A_guest_who_signs_in_keeps_the_orders()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "dhl", "1"));

        Assert.True((await world.Host.SendAsync(Caller.System, new MergeCarts(Mara.BuyerId!, Otto.BuyerId!))).Ok);

        Assert.Equal(order, Assert.Single((await world.Host.SendAsync(Otto, new ListBuyerOrders())).Required().Rows).OrderId);
        Assert.Empty((await world.Host.SendAsync(Mara, new ListBuyerOrders())).Required().Rows);
        Assert.True((await world.Host.SendAsync(Otto, new MarkDelivered(part.Id))).Ok);
    }

    [Fact]
    public async Task An_order_is_claimed_by_its_link_and_only_that_one()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var token = (await world.Host.SendAsync(Mara, new GetBuyerOrder(order))).Required().LinkToken;

        Assert.Equal(AccessErrors.SignIn, (await world.Host.SendAsync(Mara, new ClaimOrderByLink(token))).Error);
        Assert.True((await world.Host.SendAsync(Otto, new ClaimOrderByLink(token))).Ok);

        Assert.True((await world.Host.SendAsync(Otto, new GetBuyerOrder(order))).Ok);
        Assert.Equal(CheckoutErrors.NoSuchOrder, (await world.Host.SendAsync(Mara, new GetBuyerOrder(order))).Error);
    }

    [Fact]
    public async Task Tabs_count_the_sellers_own_orders_and_search_finds_number_and_name()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        await world.AddAsync(Otto, Mug);
        await world.ToPaymentPageAsync(Otto);
        var number = (await world.PartAsync(order, Kiln)).Number!;

        var page = (await world.Host.SendAsync(KilnStaff, new ListSellerOrders(SellerOrderTab.New))).Required();

        Assert.Equal((1, 0, 1), (page.Counts[SellerOrderTab.New], page.Counts[SellerOrderTab.ToShip], page.Counts[SellerOrderTab.All]));
        Assert.Equal((number, 2, "Delft"), (page.Rows.Single().Number, page.Rows.Single().Pieces, page.Rows.Single().City));
        Assert.Single((await world.Host.SendAsync(KilnStaff, new ListSellerOrders(SellerOrderTab.All, number))).Required().Rows);
        Assert.Single((await world.Host.SendAsync(KilnStaff, new ListSellerOrders(SellerOrderTab.All, "de Wit"))).Required().Rows);
        Assert.Empty((await world.Host.SendAsync(KilnStaff, new ListSellerOrders(SellerOrderTab.All, "100%"))).Required().Rows);
    }

    [Fact]
    public async Task Each_number_of_the_first_page_has_a_list_of_exactly_what_it_counts()
    {
        await using var world = await OpenAsync();
        var part = await world.PartAsync(await world.BuyAsync(Mara), Kiln);
        Assert.Equal((0, 0, 0), await CountsAsync());

        world.Host.Clock.Advance(part.ShipByDate.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - world.Host.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal((0, 1, 0), await CountsAsync());
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        (await world.Host.SendAsync(KilnStaff, new AcceptOrder(part.Id))).Done();
        (await world.Host.SendAsync(Mara, new RequestCancellation(part.Id, "Ordered twice"))).Required();
        Assert.Equal((1, 0, 1), await CountsAsync());

        (await world.Host.SendAsync(KilnStaff, new AcceptCancellation(part.Id))).Done();
        Assert.Equal((0, 0, 0), await CountsAsync());
        Assert.Empty(await OnlyAsync(OrdersThat.AreSold));

        async Task<(int Late, int Due, int Cancel)> CountsAsync()
        {
            var duties = (await world.Host.SendAsync(KilnStaff, new GetSellerSales())).Required().Duties;
            var counted = (duties.LateCount, duties.DueCount, duties.CancellationsAsked);
            Assert.Equal(
                counted, ((await OnlyAsync(OrdersThat.AreLate)).Count, (await OnlyAsync(OrdersThat.AreDueToday)).Count,
                    (await OnlyAsync(OrdersThat.AskCancellation)).Count));
            return counted;
        }

        async Task<IReadOnlyList<SellerOrderRow>> OnlyAsync(OrdersThat only) => (await world.Host.SendAsync(
            KilnStaff, new ListSellerOrders(SellerOrderTab.All, Filter: new OrderFilter(Only: only)))).Required().Rows;
    }

    [Fact]
    public async Task What_went_back_to_buyers_is_counted_on_its_day_and_listed()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        var paid = DateOnly.FromDateTime(world.Host.Clock.GetUtcNow().UtcDateTime);
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        (await world.Host.SendAsync(KilnStaff, new CancelQuantities(part.Id, [], "Broken in the kiln"))).Done();
        await world.Host.DrainAsync();

        var days = (await world.Host.SendAsync(Admin, new GetSalesOverview(7))).Required().Days;

        Assert.Equal([(paid, 1, 0L), (paid.AddDays(1), 0, part.TotalMinor)], days.Select(d => (d.Day, d.Orders, d.RefundedMinor)));
        Assert.Equal([order], await SinceAsync(new ListOrders(RefundedFrom: paid.AddDays(1), CurrencyCode: "EUR")));
        Assert.Empty(await SinceAsync(new ListOrders(RefundedFrom: paid.AddDays(2))));
        Assert.Equal([order], await SinceAsync(new ListOrders(PlacedFrom: paid)));
        Assert.Empty(await SinceAsync(new ListOrders(PlacedFrom: paid.AddDays(1))));
        Assert.Empty(await SinceAsync(new ListOrders(PlacedFrom: paid, CurrencyCode: "USD")));

        async Task<IEnumerable<string>> SinceAsync(ListOrders query) =>
            (await world.Host.SendAsync(Admin, query)).Required().Rows.Select(r => r.OrderId);
    }

    [Fact]
    public async Task The_seller_sees_what_an_order_brings_and_the_admin_sees_it_all()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);

        var money = (await world.Host.SendAsync(KilnStaff, new GetSellerOrderMoney(part.Id))).Required();
        var all = (await world.Host.SendAsync(Admin, new GetOrder(order))).Required();
        var list = (await world.Host.SendAsync(Admin, new ListOrders(OrderState.Placed, "mara@"))).Required();
        var sales = (await world.Host.SendAsync(KilnStaff, new GetSellerSales())).Required();

        Assert.Equal((4800, 395, MoneyState.Held), (money.GrossMinor, money.ShippingMinor, money.Money));
        Assert.Equal(money.GrossMinor + money.ShippingMinor - money.CommissionMinor - money.CommissionTaxMinor, money.SellerNetMinor);
        Assert.Equal(2, all.Money.Count);
        Assert.Equal(order, Assert.Single(list.Rows).OrderId);
        Assert.Equal((1, 5195), (sales.Duties.NewCount, sales.Days.Single().TotalMinor));
        Assert.Equal(AccessErrors.NoSuchPlace, (await world.Host.SendAsync(KilnStaff, new GetOrder(order))).Error);
    }
}

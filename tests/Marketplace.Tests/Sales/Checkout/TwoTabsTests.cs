using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Checkout;

/// <summary>Too late, twice, in two tabs, against the simulated Stripe: one purchase, or none and nothing charged.</summary>
public sealed class TwoTabsTests
{
    private const string SlowAndGood = "DE08370400440532013003";
    private const string SlowAndBad = "DE78370400440532013004";

    [Fact]
    public async Task After_its_end_a_page_takes_no_money_and_the_basket_may_be_bought_anew()
    {
        await using var world = await OpenBesideStripeAsync();
        await world.AddAsync(Mara, Pack);
        var (late, page) = await PressAsync(world);

        await LetTimePassAsync(world);
        var paid = await world.Stripe.PayAsync(page);
        var again = await PressAsync(world);
        await world.Stripe.PayAsync(again.Page);
        await world.Stripe.SettleAsync();

        Assert.Null(paid);
        Assert.Equal(OrderState.Expired, (await world.OrderAsync(late)).State);
        Assert.Equal(OrderState.Placed, (await world.OrderAsync(again.Order)).State);
        Assert.Equal(CheckoutErrors.NotPayable, (await world.Host.SendAsync(Mara, new OpenPaymentPage(late))).Error);
        Assert.Equal(7450, await ChargedAsync(world));
    }

    [Fact]
    public async Task Two_tabs_with_one_basket_share_a_page_and_it_is_paid_once()
    {
        await using var world = await OpenBesideStripeAsync();
        await world.AddAsync(Mara, Mug, 2);

        var first = await PressAsync(world);
        var second = await PressAsync(world);
        await Task.WhenAll(world.Stripe.PayAsync(first.Page), world.Stripe.PayAsync(second.Page));
        await Task.WhenAll(world.Stripe.SettleAsync(), ComeBackAsync(world, first.Order), ComeBackAsync(world, second.Order));

        Assert.Equal(first, second);
        Assert.Equal(OrderState.Placed, (await world.OrderAsync(first.Order)).State);
        Assert.Equal(2 * 2400 + 395, await ChargedAsync(world));
        Assert.Equal((8, 0), await world.StockAsync(Mug));
    }

    [Fact]
    public async Task A_tab_with_another_basket_closes_the_first_page_before_it_opens_its_own()
    {
        await using var world = await OpenBesideStripeAsync();
        await world.AddAsync(Mara, Mug, 2);
        var first = await PressAsync(world);

        await world.AddAsync(Mara, Mug);
        var refused = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara));
        var closed = await world.Host.SendAsync(Mara, new ExpireCheckout(first.Order));
        var second = await PressAsync(world);
        var tooLate = await world.Stripe.PayAsync(first.Page);
        await world.Stripe.PayAsync(second.Page);
        await world.Stripe.SettleAsync();

        Assert.Equal((CheckoutErrors.AlreadyOpenCode, first.Order), (refused.Error!.Code, refused.Error.Fields!["OrderId"][0]));
        Assert.Equal(OrderState.Expired, closed.Required());
        Assert.Null(tooLate);
        Assert.Equal(3 * 2400 + 395, await ChargedAsync(world));
        Assert.Equal((7, 0), await world.StockAsync(Mug));
    }

    [Fact]
    public async Task Paid_in_one_tab_while_the_other_starts_anew_it_is_the_paid_one_that_counts()
    {
        await using var world = await OpenBesideStripeAsync();
        await world.AddAsync(Mara, Mug, 2);
        var first = await PressAsync(world);
        await world.AddAsync(Mara, Mug);
        await world.Stripe.PayAsync(first.Page);

        var closed = await world.Host.SendAsync(Mara, new ExpireCheckout(first.Order));
        await world.Stripe.SettleAsync();

        Assert.Equal(OrderState.Placed, closed.Required());
        Assert.Equal(2 * 2400 + 395, await ChargedAsync(world));
        Assert.Equal(1, (await world.CartAsync(Mara)).Pieces);
    }

    [Theory]
    [InlineData(SlowAndGood, OrderState.Placed, 0)]
    [InlineData(SlowAndBad, OrderState.Expired, 1)]
    public async Task While_the_bank_works_the_stock_is_kept_and_its_word_decides(string iban, OrderState end, int left)
    {
        await using var world = await OpenBesideStripeAsync();
        await world.AddAsync(Mara, Pack);
        var (order, page) = await PressAsync(world);
        // At the last moment: the bank's answer comes after the page's time is up.
        world.Host.Clock.Advance(TimeSpan.FromMinutes(34));
        await world.Stripe.PayByDebitAsync(page, iban);
        await world.Stripe.SettleAsync();

        world.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.Host.RunJobAsync("resume-checkouts");
        var meanwhile = await world.Host.SendAsync(Mara, new ExpireCheckout(order));
        Assert.Equal(PaymentState.Processing, (await world.Stripe.ReadAsync(order)).State);
        Assert.Equal((1, 1), await world.StockAsync(Pack));
        await world.Stripe.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(OrderState.AwaitingPayment, meanwhile.Required());
        Assert.Equal(end, (await world.OrderAsync(order)).State);
        Assert.Equal((left, 0), await world.StockAsync(Pack));
    }

    [Fact]
    public async Task Payments_that_banks_take_days_for_do_not_keep_others_from_ending()
    {
        await using var world = await OpenAsync();
        await world.Host.WithPlatformAsync(db => db.OfferStocks.Where(o => o.OfferId == Mug)
            .ExecuteUpdateAsync(u => u.SetProperty(o => o.OnHand, 100)));
        for (var i = 0; i < 51; i++)
        {
            var slow = new Caller(BuyerId: Ids.From("buyer", $"slow-{i}"));
            await world.AddAsync(slow, Mug);
            world.Gateway.Set(await world.ToPaymentPageAsync(slow), GatewayPaymentState.Processing);
        }

        await world.AddAsync(Otto, Mug);
        var last = await world.ToPaymentPageAsync(Otto);
        world.Host.Clock.Advance(TimeSpan.FromMinutes(40));
        await world.Host.RunJobAsync("resume-checkouts");

        Assert.Equal(OrderState.Expired, (await world.OrderAsync(last)).State);
    }

    [Fact]
    public async Task A_payment_below_what_a_card_can_pay_is_refused_before_anything_is_reserved()
    {
        await using var world = await OpenAsync();
        await world.Host.WithPlatformAsync(db => db.OfferPrices.Where(p => p.OfferId == Pack)
            .ExecuteUpdateAsync(u => u.SetProperty(p => p.PriceMinor, 40)));
        var nearby = (await world.Host.SendAsync(TrailStaff, new SaveShippingZone(null, "Nearby", ["NL"]))).Required();
        await world.Host.SendAsync(TrailStaff, new SaveShippingMethod(
            null, nearby, "By bike", null, 0, 1, true, [new CurrencyRates("EUR", null, [new WeightBand(null, 0)])]));
        await world.AddAsync(Mara, Pack);

        var refused = await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara));

        Assert.Equal("checkout.below-minimum", refused.Error!.Code);
        Assert.Equal((1, 0), await world.StockAsync(Pack));
    }

    private static async Task<(string Order, string Page)> PressAsync(SalesWorld world)
    {
        var started = (await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara))).Required();
        return (started.OrderId, (await world.Host.SendAsync(Mara, new OpenPaymentPage(started.OrderId))).Required());
    }

    private static async Task ComeBackAsync(SalesWorld world, string order) =>
        (await world.Host.SendAsync(Mara, new ConfirmPayment(order))).Required();

    private static async Task LetTimePassAsync(SalesWorld world)
    {
        await world.Stripe.AdvanceAsync(TimeSpan.FromMinutes(40));
        await world.Host.RunJobAsync("resume-checkouts");
        await world.Stripe.SettleAsync();
    }

    /// <summary>What Stripe took from buyers and did not give back.</summary>
    private static async Task<long> ChargedAsync(SalesWorld world)
    {
        var movements = await world.Host.Services.GetRequiredService<IProcessorBooks>().ListMovementsAsync(DateTime.UnixEpoch, default);
        return movements.Sum(m => m.AmountMinor);
    }
}

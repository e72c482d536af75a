using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;

namespace Marketplace.Tests.Sales.Crash;

/// <summary>
/// A buyer with one basket and one button: presses it, pays on Stripe's page, comes back. When the shop breaks down on
/// the way, the same buyer does from there on what is still to be done.
/// </summary>
internal sealed class Shopper(SalesWorld market, Caller buyer, string email)
{
    public const long Total = 2 * 2400 + 395 + 7450;

    private StartCheckout? _form;

    public Caller Buyer => buyer;

    public string Email => email;

    public string? OrderId { get; private set; }

    public string? Page { get; private set; }

    public bool HasPaid { get; private set; }

    public async Task FillBasketAsync()
    {
        await market.AddAsync(buyer, SalesWorld.Mug, 2);
        await market.AddAsync(buyer, SalesWorld.Pack);
        var form = await market.CheckoutOfAsync(buyer, "pressed-once");
        _form = form with { Details = form.Details with { Email = email } };
    }

    public async Task PressAsync()
    {
        OrderId = (await market.Host.SendAsync(buyer, _form!)).Required().OrderId;
        Page = (await market.Host.SendAsync(buyer, new OpenPaymentPage(OrderId))).Required();
    }

    public async Task PayAsync()
    {
        HasPaid = await market.Stripe.PayAsync(Page!) is not null;
        Assert.True(HasPaid);
    }

    public async Task<OrderState> ComeBackAsync() =>
        (await market.Host.SendAsync(buyer, new ConfirmPayment(OrderId!))).Required().State;

    /// <summary>The whole purchase, or what is left of it. The buyer is back before any webhook.</summary>
    public async Task BuyAsync()
    {
        if (Page is null) await PressAsync();
        if (!HasPaid) await PayAsync();
        Assert.Equal(OrderState.Placed, await ComeBackAsync());
        await market.Stripe.SettleAsync();
    }
}

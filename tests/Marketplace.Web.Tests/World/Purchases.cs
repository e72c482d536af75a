using Marketplace.Kernel.Values;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.World;

/// <param name="PartId">The pottery's part of it.</param>
/// <param name="Token">Of the link that opens it.</param>
internal sealed record PaidOrder(string OrderId, string PartId, string LineId, string Token)
{
    public string PublicId => Ids.Public("ord", OrderId);
}

internal static class Purchases
{
    private static readonly CheckoutDetails Details = new()
    {
        Email = TestMarket.Mara + "@example.com",
        ShipTo = new Address { Name = "Mara", Line1 = "Am Markt 1", Postcode = "99423", City = "Weimar", Country = "DE" },
    };

    /// <summary>Mara buys one, and pays on the simulator's page as a browser would.</summary>
    public static async Task<PaidOrder> BuyAsync(this TestMarket market, string offer)
    {
        var (site, mara) = (market.Site, await market.CallerAsync(TestMarket.Mara));
        (await site.SendAsync(mara, new AddToCart(offer, 1, "EUR"))).Required();
        var cart = (await site.SendAsync(mara, new GetCart(new Destination("DE", null, "99423"), "EUR"))).Required();
        var started = (await site.SendAsync(
            mara, new StartCheckout(null, cart.TotalMinor, "EUR", Details, [], "en-US", WebSite.Url))).Required();
        var page = (await site.SendAsync(mara, new OpenPaymentPage(started.OrderId))).Required();
        using var browser = market.As(TestMarket.Mara);
        var paid = await browser.SendAsync(HttpMethod.Post, new Uri(page).PathAndQuery, new FormUrlEncodedContent(
        [
            new("email", Details.Email), new("method", "card"), new("number", "4242424242424242"), new("expiry", "12 / 34"),
            new("cvc", "123"), new("name", "Mara"),
        ]));
        Assert.True(paid.IsRedirect, paid.Said);
        var placed = (await site.SendAsync(mara, new ConfirmPayment(started.OrderId))).Required();
        Assert.Equal(OrderState.Placed, placed.State);
        var line = await site.WithPlatformAsync(db => db.OrderLines.AsNoTracking().SingleAsync(l => l.OrderId == started.OrderId));
        return new PaidOrder(started.OrderId, line.SellerOrderId, line.Id, placed.LinkToken);
    }
}

using Marketplace.Accounts.Mailing.Model;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Growth.BackInStock;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Storefront;

/// <summary>Waiting for what is sold out, by plain forms, from the product to the mail's link.</summary>
public sealed class BackInStockPagesTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const string Eve = "eve@example.org";

    [Fact]
    public async Task A_guest_leaves_an_address_says_yes_by_the_mails_link_and_ends_it_by_one_click()
    {
        var (offer, address) = market.Products[TestMarket.Pottery];
        await market.Site.WithPlatformAsync(db => db.OfferStocks.Where(s => s.OfferId == offer)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.OnHand, s => s.Reserved)));
        using var guest = market.As(null);

        var product = await guest.GetAsync($"/p/{address}");
        var link = product.Page.QuerySelector("a[href*='/back-in-stock?v=']")!.GetAttribute("href")!;
        Assert.EndsWith($"/p/{address}/back-in-stock?v={offer}", link, StringComparison.Ordinal);
        var form = await guest.GetAsync($"/p/{address}/back-in-stock?v={offer}");
        Assert.Equal("email", form.Page.QuerySelector("[name='Input.Email']")!.GetAttribute("type"));
        var wrong = await guest.PostAsync($"/p/{address}/back-in-stock", ("v", offer), ("Input.Email", "nobody"));
        Assert.Equal("nobody", wrong.Page.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        Assert.Contains("name@example.com", wrong.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var asked = await guest.PostAsync($"/p/{address}/back-in-stock", ("v", offer), ("Input.Email", Eve));
        Assert.Contains("Look into your mailbox", asked.Body, StringComparison.Ordinal);

        var text = await market.Site.WithPlatformAsync(db => db.Set<QueuedMail>().Where(m => m.Recipient == Eve).Select(m => m.Text).SingleAsync());
        var path = text[text.IndexOf("/back-in-stock/", StringComparison.Ordinal)..].Split('\n')[0].Trim();
        Assert.NotNull((await guest.GetAsync(path)).Page.QuerySelector("form[action*='handler=Confirm']"));
        Assert.Equal(0, await WaitingAsync());
        await guest.PostAsync(path + "?handler=Confirm");
        Assert.Equal(1, await WaitingAsync());
        Assert.Contains("You wait in line", (await guest.GetAsync(path)).Body, StringComparison.Ordinal);
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        (await guest.Http.PostAsync(path, body)).EnsureSuccessStatusCode();

        Assert.Equal(0, await WaitingAsync());
        Assert.Equal(404, (await guest.GetAsync(path)).Code);
    }

    [Fact]
    public async Task A_signed_in_person_gives_no_address_and_the_shop_sees_how_many_wait()
    {
        var (offer, address) = market.Products[TestMarket.Kiln];
        await market.Site.WithPlatformAsync(db => db.OfferStocks.Where(s => s.OfferId == offer)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.OnHand, s => s.Reserved)));
        using var mara = market.As(TestMarket.Mara);

        Assert.Null((await mara.GetAsync($"/p/{address}/back-in-stock?v={offer}")).Page.QuerySelector("[name='Input.Email']"));
        var asked = await mara.PostAsync($"/p/{address}/back-in-stock", ("v", offer));

        Assert.Contains("You wait in line", asked.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await mara.GetAsync($"/p/{address}/back-in-stock?v=01no")).Code);
        using var seller = market.As(TestMarket.Karl);
        Assert.Contains("waits for it", (await seller.GetAsync($"/seller/{TestMarket.Kiln}/stock")).Body, StringComparison.Ordinal);
    }

    private async Task<int> WaitingAsync() => (await market.Site.SendAsync(
        await market.CallerAsync(TestMarket.Vera, TestMarket.Pottery), new CountWaiting())).Required().Values.Sum();
}

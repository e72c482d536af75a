using Marketplace.E2E.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

/// <summary>
/// One purchase from the search to the sellers' bank, each person in a browser of their own. Its site is its own too,
/// because days go by in it.
/// </summary>
public sealed class WholeStoryTests(Site site, Browser browser) : IClassFixture<Site>
{
    private const string Mug = "Speckled stoneware mug, 320 ml";
    private const string Soap = "Marseille soap, olive, 300 g";
    private static readonly string[] Shops = ["kiln-and-clay", "savonnerie-du-port"];
    private static readonly string[] Names = ["Kiln & Clay", "Savonnerie du Port"];

    [Fact]
    public async Task A_guest_buys_of_two_sellers_and_both_are_paid_after_the_parcels_have_arrived()
    {
        var guest = await OpenAsync();
        await FillsBasketAsync(guest);
        await SeesAllCostsBeforeSayingWhoAsync(guest);
        var (address, number) = await PaysAtTheThirdTryAsync(guest);
        for (var i = 0; i < Shops.Length; i++) await ShipsAsync(Shops[i], number, "3SLANES" + i);
        await FollowsTheParcelsAsync(guest, address);
        await StrangerMayLookOnlyAsync(address);
        await SaysThatAllHasArrivedAsync(guest);
        await site.PassAsync(TimeSpan.FromDays(8));
        foreach (var shop in Shops) await SeesTheMoneyAsync(shop, number);
        await AdminSeesItAllAsync(number);
    }

    [Fact]
    public async Task A_shop_on_its_own_address_hands_over_to_the_basket_of_the_platform()
    {
        var guest = await OpenAsync();
        await guest.GotoAsync("/");
        var shopper = new Shopper(guest);
        await shopper.FindAsync("soap");
        await shopper.TakeAsync(Soap);

        await guest.GotoAsync(site.ShopUrl(Shops[0]));
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Names[0]);
        await shopper.TakeAsync("Espresso cup, 90 ml");

        Assert.StartsWith(site.Url + "/cart", guest.Url, StringComparison.Ordinal);
        foreach (var name in Names) await Expect(guest.GetByRole(AriaRole.Region, new() { Name = "From " + name })).ToBeVisibleAsync();
        await guest.GetByRole(AriaRole.Button, new() { Name = $"Remove {Soap}" }).ClickAsync();
        await Expect(guest.GetByRole(AriaRole.Region, new() { Name = "From " + Names[1] })).ToHaveCountAsync(0);
    }

    private static async Task FillsBasketAsync(IPage guest)
    {
        var shopper = new Shopper(guest);
        await guest.GotoAsync("/");
        await shopper.FindAsync("tea");
        var makers = await guest.Locator("article .by").AllInnerTextsAsync();
        Assert.True(makers.Distinct().Count() > 1, "A search finds things of one seller only: " + string.Join(", ", makers));

        await shopper.FindAsync("speckled mug");
        await shopper.TakeAsync(Mug);
        await shopper.FindAsync("marseille soap");
        await shopper.TakeAsync(Soap);
    }

    private static async Task SeesAllCostsBeforeSayingWhoAsync(IPage guest)
    {
        foreach (var (name, product) in Names.Zip([Mug, Soap]))
        {
            var parcel = guest.GetByRole(AriaRole.Region, new() { Name = "From " + name });
            await Expect(parcel.GetByRole(AriaRole.Link, new() { Name = product })).ToBeVisibleAsync();
            await Expect(parcel.GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
        }

        var summary = guest.GetByRole(AriaRole.Complementary, new() { Name = "Summary" });
        foreach (var line in (string[])["Delivery, 2 shops", "Including VAT", "Total"])
            await Expect(summary.GetByText(line, new() { Exact = true })).ToBeVisibleAsync();
        foreach (var personal in (string[])["Email", "Full name", "Street and house number"])
            await Expect(guest.GetByLabel(personal)).ToHaveCountAsync(0);
    }

    private static async Task<(string Address, string Number)> PaysAtTheThirdTryAsync(IPage guest)
    {
        var shopper = new Shopper(guest);
        var total = await guest.Locator("dd.tot").InnerTextAsync();
        await shopper.CheckOutAsync();
        await shopper.SayWhereAsync("noor@example.com");
        await shopper.OrderAsync();
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "To pay" })).ToContainTextAsync(total);
        await shopper.PayAsync(Shopper.Declined);
        await shopper.IsRefusedAsync("Your card was declined.");
        await shopper.PayAsync(Shopper.WithoutFunds);
        await shopper.IsRefusedAsync("Your card has insufficient funds.");
        await ComesBackAndFindsAllAsTypedAsync(guest, shopper);
        await shopper.PayAsync(Shopper.AsksTheBank);
        var order = await shopper.ConfirmAsync();
        await Expect(guest.GetByText("We sent a receipt to noor@example.com")).ToBeVisibleAsync();
        return order;
    }

    private static async Task ComesBackAndFindsAllAsTypedAsync(IPage guest, Shopper shopper)
    {
        await guest.GetByRole(AriaRole.Link, new() { Name = "Back to the shop" }).ClickAsync();
        await Expect(guest.GetByText("Nothing has been charged")).ToBeVisibleAsync();
        await Expect(guest.GetByLabel("Street and house number")).ToHaveValueAsync("Oude Delft 12");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Continue to payment" }).ClickAsync();
        await shopper.OrderAsync();
    }

    private async Task ShipsAsync(string shop, string number, string tracking)
    {
        var page = await SignInAsync(shop);
        await OpensAsync(page, shop, number);
        await Expect(page.GetByText("Oude Delft 12")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept order" }).ClickAsync();
        await Expect(page.GetByText("Accepted.", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("Carrier", new() { Exact = true }).SelectOptionAsync("PostNL");
        await page.GetByLabel("Tracking number").FillAsync(tracking);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as shipped" }).ClickAsync();
        await Expect(page.GetByText("Shipped. The buyer has got a mail with the tracking.")).ToBeVisibleAsync();
    }

    private static async Task OpensAsync(IPage page, string shop, string number)
    {
        await page.GotoAsync($"/seller/{shop}/orders?q={number}&tab=All");
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Order " + number, Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task FollowsTheParcelsAsync(IPage guest, string address)
    {
        await guest.GotoAsync(address);
        for (var i = 0; i < Names.Length; i++)
        {
            var parcel = guest.GetByRole(AriaRole.Region, new() { Name = "Parcel from " + Names[i] });
            await Expect(parcel.GetByText($"PostNL 3SLANES{i}").First).ToBeVisibleAsync();
            await Expect(parcel.GetByRole(AriaRole.Link, new() { Name = "Follow the parcel" }))
                .ToHaveAttributeAsync("href", $"https://postnl.nl/tracktrace/?B=3SLANES{i}");
        }
    }

    /// <summary>The order's link, opened elsewhere: all to read, nothing to do.</summary>
    private async Task StrangerMayLookOnlyAsync(string address)
    {
        var stranger = await OpenAsync();
        await stranger.GotoAsync(address);
        await Expect(stranger.GetByRole(AriaRole.Region, new() { Name = "Parcel from" })).ToHaveCountAsync(2);
        await Expect(stranger.GetByRole(AriaRole.Button, new() { Name = "It has arrived" })).ToHaveCountAsync(0);
    }

    private static async Task SaysThatAllHasArrivedAsync(IPage guest)
    {
        foreach (var name in Names)
        {
            var parcel = guest.GetByRole(AriaRole.Region, new() { Name = "Parcel from " + name });
            await parcel.GetByRole(AriaRole.Button, new() { Name = "It has arrived" }).ClickAsync();
            await Expect(parcel.GetByText("Delivered").First).ToBeVisibleAsync();
        }
    }

    private async Task SeesTheMoneyAsync(string shop, string number)
    {
        var page = await SignInAsync(shop);
        await OpensAsync(page, shop, number);
        await Eventually.Async(async () =>
        {
            await page.ReloadAsync();
            return await page.GetByText("Transferred to your account.").IsVisibleAsync();
        });
        var share = await page.Locator(".sums dd.tot").InnerTextAsync();
        await page.GotoAsync($"/seller/{shop}/money");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = share }).GetByText("Transferred").First).ToBeVisibleAsync();
    }

    private async Task AdminSeesItAllAsync(string number)
    {
        var admin = await OpenAsync();
        await Role.SignInAsync(admin, Role.Admin.Email!);
        await admin.GotoAsync($"/admin/orders?q={number}");
        await admin.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        foreach (var name in Names) await Expect(admin.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
        await Expect(admin.GetByText("Transferred", new() { Exact = true })).ToHaveCountAsync(2);
        var order = new Uri(admin.Url).AbsolutePath;
        await admin.GetByRole(AriaRole.Link, new() { Name = "All its journals" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Ledger", Level = 1 })).ToBeVisibleAsync();
        var kinds = await admin.Locator("main tbody b").AllInnerTextsAsync();
        foreach (var (kind, times) in ((string, int)[])[("Sale", 1), ("Release", 2), ("Transfer", 2)])
            Assert.Equal((kind, times), (kind, kinds.Count(k => k == kind)));
        await admin.GotoAsync("/admin/transfers");
        await Expect(admin.Locator($"a[href='{order}']")).ToHaveCountAsync(0);
    }

    private async Task<IPage> SignInAsync(string shop)
    {
        var page = await OpenAsync();
        await Role.SignInAsync(page, shop + "@lanes.example");
        return page;
    }

    private async Task<IPage> OpenAsync() => await (await browser.VisitorAsync(site)).NewPageAsync();
}

using System.Diagnostics;
using Marketplace.E2E.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

/// <summary>From "Sell here" to the first sale, as somebody who has never been here.</summary>
public sealed class OpeningAShopTests(Site site, Browser browser) : IClassFixture<Site>
{
    private const string Shop = "Linde & Loom";
    private const string Email = "mila@example.com";
    private const string Secret = "a loom beside the linden";
    private const string Blanket = "Wool blanket, undyed, 140 × 200 cm";

    [Fact]
    public async Task A_newcomer_opens_a_shop_step_by_step_is_approved_and_sells()
    {
        var watch = Stopwatch.StartNew();
        var mila = new Newcomer(await (await browser.VisitorAsync(site)).NewPageAsync());
        await AppliesAsync(mila);
        await IntroducesHerShopAsync(mila);
        await SaysWhoSheIsAsync(mila);
        await SetsUpPayoutsAsync(mila);
        await SaysHowSheShipsAsync(mila);
        await WritesTheFirstListingAsync(mila);
        await SendsInAsync(mila);
        var (clicks, fields, seconds) = (mila.Clicks, mila.Fields, watch.Elapsed.TotalSeconds);
        TestContext.Current.SendDiagnosticMessage(
            $"From “Sell here” to the review: {clicks} clicks, {fields} fields, {seconds:N0} s of a machine.");

        await ApprovesAsync();
        await SomebodyBuysAsync();
        await FindsTheOrderAsync(mila);

        Assert.True(clicks <= 40 && fields <= 40, $"The way has grown to {clicks} clicks and {fields} fields.");
    }

    private static async Task AppliesAsync(Newcomer mila)
    {
        await mila.Page.GotoAsync("/");
        await mila.FollowAsync("Sell here");
        await mila.TypeAsync("Name of the shop", Shop);
        await mila.ChooseAsync("You sell from", "Netherlands");
        await mila.PressAsync("Go on: make an account");
        await mila.TypeAsync("Name", "Mila Linde");
        await mila.TypeAsync("Email", Email);
        await mila.TypeAsync("Password", Secret);
        await mila.PressAsync("Make an account");
        await Expect(mila.Page.GetByRole(AriaRole.Heading, new() { Name = "Look into your mail" })).ToBeVisibleAsync();

        await OpensMailAsync(mila.Page, "Confirm");
        await mila.PressAsync("This address is mine");
        await mila.TypeAsync("Email", Email);
        await mila.TypeAsync("Password", Secret);
        await mila.PressAsync("Log in");
        // What was typed before the account was made is still there.
        await Expect(mila.Page.GetByLabel("Name of the shop")).ToHaveValueAsync(Shop);
        await mila.PressAsync("Open your shop");
        await Expect(mila.Page.GetByText("Your shop has a place.")).ToBeVisibleAsync();
    }

    private static async Task IntroducesHerShopAsync(Newcomer mila)
    {
        await StepAsync(mila, "Introduce your shop");
        await mila.TypeAsync("Town (optional)", "Zwolle");
        await mila.TypeAsync("One line (optional)", "Blankets woven slowly from the wool of one flock.");
        await mila.TypeAsync("Your story (optional)", "Mila weaves on a loom of 1931, from wool that she picks up herself.");
        await mila.PressAsync("Save");
    }

    private static async Task SaysWhoSheIsAsync(Newcomer mila)
    {
        await StepAsync(mila, "Say who you are");
        await mila.TickAsync("Sole trader");
        await mila.TypeAsync("Legal name", "Mila Linde");
        await mila.TypeAsync("Street and number", "Melkmarkt 4");
        await mila.TypeAsync("Postcode", "8011 MC");
        await mila.TypeAsync("City", "Zwolle");
        await mila.TypeAsync("Email", Email);
        await mila.TypeAsync("Phone", "+31 38 123 4567");
        await mila.TypeAsync("Register (optional)", "KVK");
        await mila.TypeAsync("Number in the register (optional)", "12345678");
        await mila.TickAsync("I offer only goods and services that the law of the European Union allows.");
        await mila.PressAsync("Save");
        await StepAsync(mila, "Accept the terms for shops");
        await mila.PressAsync(await mila.Page.GetByRole(AriaRole.Button, new() { Name = "I accept version" }).InnerTextAsync());
    }

    private static async Task SetsUpPayoutsAsync(Newcomer mila)
    {
        await StepAsync(mila, "Set up your payouts");
        await mila.PressAsync("Set up payouts at Stripe");
        await mila.TickAsync("One person");
        await mila.TypeAsync("Account holder", "Mila Linde");
        await mila.TypeAsync("IBAN", await IbanAsync(mila.Page));
        await mila.TickAsync("My details are right and I accept the terms");
        await mila.PressAsync("Save and return");
        await Expect(mila.Page.GetByText("Ready", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task SaysHowSheShipsAsync(Newcomer mila)
    {
        await StepAsync(mila, "Say how you ship");
        await mila.ChooseAsync("You ship from", "Netherlands");
        await mila.PressAsync("Save");
        await Expect(mila.Page.GetByText("First say where you ship from")).ToHaveCountAsync(0);
        var zone = mila.Page.Locator("form").Filter(new() { Has = mila.Page.GetByRole(AriaRole.Button, new() { Name = "Add zone" }) });
        await mila.TypeAsync("Name", "Home", zone);
        await mila.TypeAsync("Countries", "NL, BE", zone);
        await mila.PressAsync("Add zone");
        var method = mila.Page.Locator("form").Filter(new() { Has = mila.Page.GetByLabel("Price in EUR", new() { Exact = false }) });
        await mila.TypeAsync("Name", "Parcel", method);
        await method.GetByLabel("Price in EUR", new() { Exact = false }).FillAsync("5.50");
        await method.GetByLabel("Working days on the way, from", new() { Exact = false }).FillAsync("1");
        await method.GetByLabel("to", new() { Exact = false }).First.FillAsync("2");
        await mila.PressAsync("Save", method);
    }

    private static async Task WritesTheFirstListingAsync(Newcomer mila)
    {
        await StepAsync(mila, "Publish your first listing");
        await mila.TypeAsync("Title", Blanket);
        await mila.TypeAsync("Description", "Woven from undyed wool of one flock in Drenthe.\n\n- 140 × 200 cm\n- 1.2 kg");
        await mila.Page.GetByLabel("Add pictures").SetInputFilesAsync(Picture());
        await mila.PressAsync("Upload");
        await mila.TypeAsync("What picture 1 shows", "A folded blanket of light wool");
        await mila.ChooseAsync("Category", await LeafAsync(mila.Page));
        await mila.PressAsync("Show this category's fields");
        await mila.TickAsync("Wool");
        await mila.TypeAsync("SKU of The one form", "BLANKET-1");
        await mila.TypeAsync("Price of The one form in EUR", "129.00");
        await mila.TypeAsync("Weight of The one form", "1200");
        await mila.TypeAsync("Stock of The one form", "3");
        await mila.PressAsync("Save and publish");
        await Expect(mila.Page.GetByText("Published. Buyers see it now.")).ToBeVisibleAsync();
    }

    private static async Task SendsInAsync(Newcomer mila)
    {
        await mila.FollowAsync("Open your shop");
        await Expect(mila.Page.GetByText("points are left").Or(mila.Page.GetByText("point is left"))).ToHaveCountAsync(0);
        await mila.PressAsync("Send it in for review");
        await Expect(mila.Page.GetByText("We look at your shop now, and you get a mail.")).ToBeVisibleAsync();
    }

    private async Task ApprovesAsync()
    {
        var admin = await Role.Admin.EnterAsync(browser, site);
        await admin.GotoAsync("/admin/sellers?state=InReview");
        await admin.GetByRole(AriaRole.Link, new() { Name = Shop }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Expect(admin.GetByText("Open", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    private async Task SomebodyBuysAsync()
    {
        var guest = await (await browser.VisitorAsync(site)).NewPageAsync();
        var shopper = new Shopper(guest);
        await Eventually.Async(async () =>
        {
            await guest.GotoAsync("/search?q=undyed+wool+blanket");
            return await guest.GetByRole(AriaRole.Link, new() { Name = Blanket }).First.IsVisibleAsync();
        });
        await shopper.TakeAsync(Blanket);
        await shopper.CheckOutAsync();
        await shopper.SayWhereAsync("noor@example.com");
        await shopper.OrderAsync();
        await shopper.PayAsync(Shopper.AsksTheBank);
        await shopper.ConfirmAsync();
    }

    private static async Task FindsTheOrderAsync(Newcomer mila)
    {
        await mila.FollowAsync("Orders");
        await Expect(mila.Page.GetByText("Noor van Leeuwen").First).ToBeVisibleAsync();
    }

    /// <summary>A point of the checklist, which stands on the onboarding page.</summary>
    private static async Task StepAsync(Newcomer mila, string title)
    {
        if (!mila.Page.Url.Contains("/onboarding", StringComparison.Ordinal))
            await mila.FollowAsync("Open your shop");
        await mila.FollowAsync($": {title}");
    }

    private static async Task OpensMailAsync(IPage page, string subject)
    {
        await Eventually.Async(async () =>
        {
            await page.GotoAsync("/dev/mail");
            return await page.GetByRole(AriaRole.Row).Filter(new() { HasText = Email }).Filter(new() { HasText = subject }).First.IsVisibleAsync();
        });
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = Email }).Filter(new() { HasText = subject })
            .GetByRole(AriaRole.Link).First.ClickAsync();
        await page.Locator("main ul a.wraps").First.ClickAsync();
    }

    /// <summary>The page itself names an account that works.</summary>
    private static async Task<string> IbanAsync(IPage page) =>
        (await page.GetByText("Test accounts:").InnerTextAsync()).Split("Test accounts: ")[1].Split(" works")[0];

    private static async Task<string> LeafAsync(IPage page) => (await page.GetByLabel("Category", new() { Exact = true })
        .Locator("option").AllInnerTextsAsync()).First(o => o.Contains("textile", StringComparison.OrdinalIgnoreCase)
            || o.Contains("blanket", StringComparison.OrdinalIgnoreCase));

    /// <summary>One of the demo's own.</summary>
    private static string Picture() => Directory.EnumerateFiles(
        Path.Combine(DemoWorld.Root(), "tenants-seed"), "*.webp", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
}

using Marketplace.E2E.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

/// <summary>A whole purchase with Tab, space and Enter, by the names that a screen reader says. No pointer is moved.</summary>
[Collection(SiteCollection.Name)]
public sealed class PurchaseByKeyboardTests(Site site, Browser browser)
{
    private const int TabsAtMost = 150;

    [Fact]
    public async Task A_guest_buys_with_the_keyboard_alone()
    {
        var page = await Role.Guest.EnterAsync(browser, site);
        await page.GotoAsync("/");
        await TabToAsync(page, page.GetByRole(AriaRole.Combobox, new() { Name = "Search all shops" }));
        await page.Keyboard.TypeAsync("honey jar");
        await page.Keyboard.PressAsync("Enter");
        await SkipToContentAsync(page);
        await PressAsync(page, AriaRole.Link, "Honey jar with dipper");
        await SkipToContentAsync(page);
        await PressAsync(page, AriaRole.Button, "Add to basket");
        await PressAsync(page, AriaRole.Link, "Check out");
        foreach (var (label, text) in new[]
                 {
                     ("Email", "keyboard@example.com"), ("Full name", "Noor van Leeuwen"), ("Street and house number", "Oude Delft 12"),
                     ("Postcode", "2611 GX"), ("Town", "Delft"),
                 })
            await TypeAsync(page, label, text);
        await PressAsync(page, AriaRole.Button, "Continue to payment");
        await PressAsync(page, AriaRole.Button, "Order and pay");
        foreach (var (label, text) in new[] { ("Card number", "4242 4242 4242 4242"), ("Expiry", "12 / 34"), ("Security code", "123") })
            await TypeAsync(page, label, text);
        await PressAsync(page, AriaRole.Button, "Pay €");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Thank you. Your order is placed." })).ToBeVisibleAsync();
    }

    /// <summary>The first Tab of a page offers to skip its header.</summary>
    private static async Task SkipToContentAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task PressAsync(IPage page, AriaRole role, string name)
    {
        var target = page.GetByRole(role, new() { Name = name }).First;
        await TabToAsync(page, target);
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != before);
    }

    private static async Task TypeAsync(IPage page, string label, string text)
    {
        await TabToAsync(page, page.GetByRole(AriaRole.Textbox, new() { Name = label }));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var tabs = 0; tabs < TabsAtMost; tabs++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {target} on {page.Url}.");
    }
}

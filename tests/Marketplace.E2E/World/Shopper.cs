using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.World;

/// <summary>
/// A purchase step by step, by the names that people see and screen readers say, so that the same steps hold with and
/// without script. <paramref name="look"/> is called on every page of the way.
/// </summary>
public sealed class Shopper(IPage page, Func<Task>? look = null)
{
    public const string Declined = "4000 0000 0000 0002";
    public const string WithoutFunds = "4000 0000 0000 9995";
    public const string AsksTheBank = "4000 0025 0000 3155";

    public async Task FindAsync(string words)
    {
        await page.GetByLabel("Search all shops").FillAsync(words);
        await page.GetByLabel("Search all shops").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "result" })).ToBeVisibleAsync();
        await LookAsync();
    }

    /// <summary>From the results to the product, and from there into the basket.</summary>
    public async Task TakeAsync(string product)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = product }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(product);
        await LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to basket" }).ClickAsync();
        await Expect(page.GetByText($"“{product}” is in your basket.")).ToBeVisibleAsync();
        await LookAsync();
    }

    public async Task CheckOutAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Check out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Where should it go?", Level = 1 })).ToBeVisibleAsync();
        await LookAsync();
    }

    public async Task SayWhereAsync(string email, string postcode = "2611 GX")
    {
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Full name").FillAsync("Noor van Leeuwen");
        await page.GetByLabel("Street and house number").FillAsync("Oude Delft 12");
        await page.GetByLabel("Postcode").FillAsync(postcode);
        await page.GetByLabel("Town").FillAsync("Delft");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue to payment" }).ClickAsync();
    }

    public async Task OrderAsync()
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Review and pay", Level = 1 })).ToBeVisibleAsync();
        await LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Order and pay" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "To pay" })).ToBeVisibleAsync();
        await LookAsync();
    }

    public async Task PayAsync(string card)
    {
        await page.GetByLabel("Card number").FillAsync(card);
        await page.GetByLabel("Expiry").FillAsync("12 / 34");
        await page.GetByLabel("Security code").FillAsync("123");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay €" }).ClickAsync();
    }

    public async Task IsRefusedAsync(string why)
    {
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(why);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was charged.");
        await LookAsync();
    }

    /// <summary>Answers the bank's question and is back at the shop; the order's own address and number.</summary>
    public async Task<(string Address, string Number)> ConfirmAsync()
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Do you confirm this payment" })).ToBeVisibleAsync();
        await LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Complete authentication" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Thank you. Your order is placed." })).ToBeVisibleAsync();
        await LookAsync();
        var title = await page.TitleAsync();
        return (new Uri(page.Url).AbsolutePath, title.Split(' ')[1]);
    }

    private Task LookAsync() => look?.Invoke() ?? Task.CompletedTask;
}

using Marketplace.E2E.World;

namespace Marketplace.E2E;

[Collection(SiteCollection.Name)]
public sealed class PurchaseWithoutJavaScriptTests(Site site, Browser browser)
{
    [Fact]
    public async Task A_guest_buys_of_two_sellers_without_any_script()
    {
        var visitor = await browser.VisitorAsync(site, javaScript: false);
        var page = await visitor.NewPageAsync();
        var shopper = new Shopper(page);
        await page.GotoAsync("/");
        await shopper.FindAsync("breakfast mug");
        await shopper.TakeAsync("Breakfast mug, 450 ml");
        await shopper.FindAsync("marseille soap");
        await shopper.TakeAsync("Marseille soap, olive, 300 g");
        await shopper.CheckOutAsync();
        await shopper.SayWhereAsync("without-script@example.com");
        await shopper.OrderAsync();
        await shopper.PayAsync(Shopper.Declined);
        await shopper.IsRefusedAsync("Your card was declined.");
        await shopper.PayAsync(Shopper.AsksTheBank);
        var (_, number) = await shopper.ConfirmAsync();
        Assert.NotEmpty(number);
    }
}

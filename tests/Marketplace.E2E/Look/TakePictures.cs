using System.Text;
using Marketplace.E2E.World;
using Microsoft.Playwright;

namespace Marketplace.E2E.Look;

/// <summary>
/// <c>make look</c>: a picture of every kind of page for every role, phone and desk, light and dark, and one contact
/// sheet a role, in the folder <c>look/</c> that git ignores. Not a test of anything: people look at the pictures.
/// </summary>
[Collection(SiteCollection.Name)]
public sealed class TakePictures(Site site, Browser browser)
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("MARKETPLACE_LOOK") ?? Path.GetFullPath("look");

    private static readonly (int Width, int Height, bool Dark)[] Views =
        [(1440, 900, false), (1440, 900, true), (390, 844, false), (390, 844, true)];

    public static TheoryData<string> Roles => [.. Role.All.Select(r => r.Name)];

    [Theory(Explicit = true), MemberData(nameof(Roles))]
    public async Task Of_every_kind_of_page(string roleName)
    {
        var role = Role.All.Single(r => r.Name == roleName);
        var page = await role.EnterAsync(browser, site);
        var taken = new List<string>();
        await Crawl.VisitAsync(page, role, async (path, _) => taken.AddRange(await TakeAsync(page, role.Name, Name(path))));
        await SheetAsync(role.Name, taken);
    }

    [Fact(Explicit = true)]
    public async Task Of_every_step_of_a_purchase()
    {
        var page = await Role.Guest.EnterAsync(browser, site);
        var taken = new List<string>();
        var shopper = new Shopper(page, async () => taken.AddRange(await TakeAsync(
            page, "purchase", $"{(taken.Count / Views.Length) + 1:00}-{Name(new Uri(page.Url).AbsolutePath)}")));
        await page.GotoAsync("/");
        await shopper.FindAsync("mug");
        await shopper.TakeAsync("Speckled stoneware mug, 320 ml");
        await shopper.FindAsync("marseille soap");
        await shopper.TakeAsync("Marseille soap, olive, 300 g");
        await shopper.CheckOutAsync();
        await shopper.SayWhereAsync("noor@example.com");
        await shopper.OrderAsync();
        await shopper.PayAsync(Shopper.Declined);
        await shopper.IsRefusedAsync("Your card was declined.");
        await shopper.PayAsync(Shopper.AsksTheBank);
        await shopper.ConfirmAsync();
        await SheetAsync("purchase", taken);
    }

    /// <summary>Four views of the page as it stands: nothing is loaded again, so nothing typed or said is lost.</summary>
    private static async Task<IEnumerable<string>> TakeAsync(IPage page, string group, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, group)).FullName;
        var taken = new List<string>();
        await page.EvaluateAsync("() => document.querySelectorAll('img[loading=lazy]').forEach(i => i.loading = 'eager')");
        foreach (var (width, height, dark) in Views)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await page.WaitForFunctionAsync("() => [...document.images].every(i => i.complete)");
            var file = $"{name}-{width}{(dark ? "-dark" : "")}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
            taken.Add(file);
        }

        await page.SetViewportSizeAsync(Views[0].Width, Views[0].Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return taken;
    }

    private static string Name(string path) => Crawl.Kind(path).Trim('/').Replace('/', '-').Replace('*', '_') is { Length: > 0 } name
        ? name : "home";

    private async Task SheetAsync(string group, List<string> files)
    {
        var html = new StringBuilder("<!doctype html><style>body{margin:16px;display:grid;gap:16px;"
            + "grid-template-columns:repeat(auto-fill,280px);font:12px sans-serif}img{width:280px;max-height:600px;"
            + "object-fit:cover;object-position:top;border:1px solid #ccc}</style>");
        foreach (var file in files.Order(StringComparer.Ordinal)) html.Append($"<div><img src=\"{file}\"><br>{file}</div>");
        var sheet = Path.Combine(Folder, group, "sheet.html");
        await File.WriteAllTextAsync(sheet, html.ToString());
        var visitor = await browser.VisitorAsync(site);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("file://" + sheet);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, group, "sheet.png"), FullPage = true });
    }
}

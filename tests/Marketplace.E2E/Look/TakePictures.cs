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

    public static TheoryData<string> Roles => [.. Role.All.Select(r => r.Name)];

    [Theory(Explicit = true), MemberData(nameof(Roles))]
    public async Task Of_every_kind_of_page(string roleName)
    {
        var role = Role.All.Single(r => r.Name == roleName);
        var folder = Directory.CreateDirectory(Path.Combine(Folder, role.Name)).FullName;
        var scout = await role.EnterAsync(browser, site);
        var paths = await Crawl.KindsAsync(scout, 80, role.Starts);
        var taken = new List<string>();
        foreach (var (width, height, dark) in ((int, int, bool)[])
            [(1440, 900, false), (390, 844, false), (1440, 900, true), (390, 844, true)])
        {
            var page = await role.EnterAsync(browser, site, width, height, dark);
            foreach (var path in paths)
            {
                await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
                var name = Crawl.Kind(path).Trim('/').Replace('/', '-').Replace('*', '_');
                var file = $"{(name == "" ? "home" : name)}-{width}{(dark ? "-dark" : "")}.png";
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
                taken.Add(file);
            }
        }

        await SheetAsync(folder, taken);
    }

    private async Task SheetAsync(string folder, List<string> files)
    {
        var html = new StringBuilder("<!doctype html><style>body{margin:16px;display:grid;gap:16px;"
            + "grid-template-columns:repeat(auto-fill,280px);font:12px sans-serif}img{width:280px;max-height:600px;"
            + "object-fit:cover;object-position:top;border:1px solid #ccc}</style>");
        foreach (var file in files.Order(StringComparer.Ordinal)) html.Append($"<div><img src=\"{file}\"><br>{file}</div>");
        var sheet = Path.Combine(folder, "sheet.html");
        await File.WriteAllTextAsync(sheet, html.ToString());
        var visitor = await browser.VisitorAsync(site);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("file://" + sheet);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "sheet.png"), FullPage = true });
    }
}

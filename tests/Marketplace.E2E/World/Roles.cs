using Microsoft.Playwright;

namespace Marketplace.E2E.World;

/// <summary>The people of the demo world, where each begins, and which pages are theirs rather than everybody's.</summary>
public sealed record Role(string Name, string? Email, Func<string, bool> Owns, params string[] Starts)
{
    private static readonly string[] Private = ["/account", "/seller/", "/admin"];

    public static readonly Role Guest = new(
        "guest", null, path => !Private.Any(p => path.StartsWith(p, StringComparison.Ordinal)),
        "/", "/search?q=mug", "/search?q=nothing-like-it-anywhere", "/shops", "/cart", "/login", "/register", "/forgot", "/sell");

    public static readonly Role Buyer = Inside("buyer", "sanne@lanes.example", "/account", "/account", "/account/orders");
    public static readonly Role Seller = Inside(
        "seller", "kiln-and-clay@lanes.example", "/seller/kiln-and-clay", "/seller/kiln-and-clay", "/seller/kiln-and-clay/orders",
        "/seller/kiln-and-clay/listings", "/seller/kiln-and-clay/stock", "/seller/kiln-and-clay/money",
        "/seller/kiln-and-clay/shipping", "/seller/kiln-and-clay/team");
    public static readonly Role Admin = Inside(
        "admin", "admin@lanes.example", "/admin", "/admin", "/admin/orders", "/admin/categories");

    public static readonly IReadOnlyList<Role> All = [Guest, Buyer, Seller, Admin];

    public async Task<IPage> EnterAsync(Browser browser, Site site, int width = 1440, int height = 900, bool dark = false)
    {
        var visitor = await browser.VisitorAsync(site, width, height, dark);
        var page = await visitor.NewPageAsync();
        if (Email is not null) await SignInAsync(page, Email);
        return page;
    }

    public static async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync("/login");
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }

    private static Role Inside(string name, string email, string root, params string[] starts) => new(
        name, email, path => path == root || path.StartsWith(root + "/", StringComparison.Ordinal), starts);
}

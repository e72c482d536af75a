using Microsoft.Playwright;

namespace Marketplace.E2E.World;

/// <summary>The people of the demo world, and where each begins.</summary>
public sealed record Role(string Name, string? Email, params string[] Starts)
{
    public static readonly Role Guest = new("guest", null, "/", "/search?q=mug", "/sellers", "/cart", "/login", "/register", "/sell");
    public static readonly Role Buyer = new("buyer", "sanne@lanes.example", "/account", "/account/orders");
    public static readonly Role Seller = new("seller", "kiln-and-clay@lanes.example", "/seller/kiln-and-clay");
    public static readonly Role Admin = new("admin", "admin@lanes.example", "/admin");

    public static readonly IReadOnlyList<Role> All = [Guest, Buyer, Seller, Admin];

    public async Task<IPage> EnterAsync(Browser browser, Site site, int width = 1440, int height = 900, bool dark = false)
    {
        var visitor = await browser.VisitorAsync(site, width, height, dark);
        var page = await visitor.NewPageAsync();
        if (Email is null) return page;
        await page.GotoAsync("/login");
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        return page;
    }
}

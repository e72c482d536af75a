using Marketplace.E2E.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

/// <summary>The true ceremonies, between Chromium's own authenticator and the host.</summary>
[Collection(SiteCollection.Name)]
public sealed class PasskeyTests(Site site, Browser browser)
{
    [Fact]
    public async Task A_passkey_is_made_logs_in_alone_and_serves_as_the_second_step()
    {
        var page = await (await browser.VisitorAsync(site)).NewPageAsync();
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        // Nobody else's journey logs in with this account.
        await Role.SignInAsync(page, "kiln-and-clay.studio@lanes.example");

        await page.GotoAsync("/account/security");
        await page.GetByLabel("Name of the new passkey").FillAsync("My telephone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your recovery codes" })).ToBeVisibleAsync();
        await SignOutAsync(page);

        await page.GotoAsync("/login");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hello" })).ToBeVisibleAsync();
        await SignOutAsync(page);

        await page.GotoAsync("/login");
        await page.GetByLabel("Email").FillAsync("kiln-and-clay.studio@lanes.example");
        await page.GetByLabel("Password").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use your passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hello" })).ToBeVisibleAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/logout");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/");
    }
}

using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Sellers;

public sealed class SellerSettingsTests
{
    internal static readonly UpdateTrader Trader = new(
        TraderKind.Company, "Kiln GmbH", "Töpfergasse 1", "", "Kassel", "", "34117", "DE", "hello@kiln.example",
        "+49 561 123456", "Amtsgericht Kassel", "HRB 1234", "de 136 695 976", Certifies: true);

    [Fact]
    public async Task A_seller_changes_its_own_profile_and_the_platform_follows_the_name()
    {
        await using var host = await TestHost.StartAsync();
        var (kiln, loom) = (await host.ShopAsync("kiln", "ana"), await host.ShopAsync("loom", "bo"));

        (await host.SendAsync(kiln, new UpdateProfile("Kiln & Clay", "Stoneware", "We turn.", "Kassel"))).Done();
        (await host.SendAsync(kiln, new UpdatePolicies("Two days.", "Send it back.", 30))).Done();
        (await host.SendAsync(kiln, Trader)).Done();
        await host.DrainAsync();

        var seen = (await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"))).Required();
        Assert.Equal(("Kiln & Clay", "Kassel", 30, "Kiln GmbH"), (seen.Name, seen.City, seen.ReturnWindowDays, seen.Trader.LegalName));
        Assert.Equal("Kiln & Clay", (await host.SendAsync(Caller.System, new GetSellers([kiln.TenantId!]))).Required()[0].Name);
        Assert.Equal("Loom", (await host.SendAsync(loom, new GetSellerSettings())).Required().Profile.Name);
    }

    [Fact]
    public async Task A_colour_on_which_white_cannot_be_read_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        var kiln = await host.ShopAsync("kiln", "ana");
        var before = (await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"))).Required();

        var pale = await host.SendAsync(kiln, new UpdateBranding("#ffd54f", null, null));
        var malformed = await host.SendAsync(kiln, new UpdateBranding("red;} body{display:none", null, null));
        var badPicture = await host.SendAsync(kiln, new UpdateBranding("#1b5e20", "../../etc/passwd", null));
        (await host.SendAsync(kiln, new UpdateBranding("#1b5e20", new string('a', 64), null))).Done();

        Assert.Equal("seller.pale-colour", pale.Error?.Code);
        Assert.Equal("input.invalid", malformed.Error?.Code);
        Assert.Equal("input.invalid", badPicture.Error?.Code);
        var after = (await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"))).Required();
        Assert.NotEqual(before.BrandCssHash, after.BrandCssHash);
        var css = await host.SendAsync(Caller.Anonymous, new GetBrandCss("kiln", after.BrandCssHash));
        Assert.Contains("#1b5e20", css.Value);
        Assert.Equal(
            "seller.not-found", (await host.SendAsync(Caller.Anonymous, new GetBrandCss("kiln", before.BrandCssHash))).Error?.Code);
    }

    [Fact]
    public async Task New_seller_terms_are_accepted_in_the_version_that_was_read()
    {
        await using var host = await TestHost.StartAsync();
        var (kiln, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        (await host.SendAsync(admin, new PublishLegalText(LegalTextKind.SellerTerms, "One"))).Done();
        (await host.SendAsync(kiln, new AcceptTerms(1))).Done();
        (await host.SendAsync(kiln, new AcceptTerms(1))).Done();
        (await host.SendAsync(admin, new PublishLegalText(LegalTextKind.SellerTerms, "Two"))).Done();

        var old = await host.SendAsync(kiln, new AcceptTerms(1));
        var settings = (await host.SendAsync(kiln, new GetSellerSettings())).Required();

        Assert.Equal("seller.old-terms", old.Error?.Code);
        Assert.Equal((2, false), (settings.Terms!.TextVersion, settings.TermsAccepted));
        (await host.SendAsync(kiln, new AcceptTerms(2))).Done();
        Assert.True((await host.SendAsync(kiln, new GetSellerSettings())).Required().TermsAccepted);
    }

    [Fact]
    public async Task Bad_values_are_told_at_their_field()
    {
        await using var host = await TestHost.StartAsync();
        var kiln = await host.ShopAsync("kiln", "ana");

        var phone = await host.SendAsync(kiln, Trader with { Phone = "call me" });
        var email = await host.SendAsync(kiln, Trader with { Email = "a@b\nBcc: c@d" });
        var window = await host.SendAsync(kiln, new UpdatePolicies("", "", 3));

        Assert.Contains("Phone", phone.Error!.Fields!.Keys);
        Assert.Contains("Email", email.Error!.Fields!.Keys);
        Assert.Contains("ReturnWindowDays", window.Error!.Fields!.Keys);
    }

    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#ffffff", 1.0)]
    [InlineData("#767676", 4.54)]
    public void Contrast_is_that_of_wcag(string colour, double expected) =>
        Assert.Equal(expected, BrandColour.ContrastWithWhite(colour), precision: 2);
}

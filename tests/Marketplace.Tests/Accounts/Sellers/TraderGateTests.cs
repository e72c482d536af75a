using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Accounts.Settings;
using Marketplace.Catalog.Listings;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Sellers;

/// <summary>DSA art. 30: nothing is published or sold before buyers can know who sells it.</summary>
public sealed class TraderGateTests
{
    private static readonly UpdateTrader Complete = SellerSettingsTests.Trader;

    [Fact]
    public async Task Nothing_is_published_or_opened_before_the_trader_is_known()
    {
        await using var world = await CatalogWorld.StartAsync();
        var host = world.Host;
        await host.WithPlatformAsync(async db =>
        {
            var row = db.Set<SellerProfile>().Single(p => p.TenantId == CatalogWorld.Pottery);
            row.CertifiedAtUtc = null;
            return await db.SaveChangesAsync();
        });
        var shop = await host.ApplicationAsync("loom", "bo");

        var published = await host.SendAsync(CatalogWorld.Potter, new SaveListing(null, null, world.Mug(), Publish: true));
        var draft = await host.SendAsync(CatalogWorld.Potter, new SaveListing(null, null, world.Mug(), Publish: false));
        var opened = await host.SendAsync(Caller.System, new OpenSeller(shop.TenantId!));
        (await host.SendAsync(shop, Complete)).Done();

        Assert.Equal("seller.not-traceable", published.Error?.Code);
        Assert.True(draft.Ok);
        Assert.Equal("seller.not-traceable", opened.Error?.Code);
        (await host.SendAsync(Caller.System, new OpenSeller(shop.TenantId!))).Done();
        var seen = (await host.SendAsync(Caller.Anonymous, new GetSellerPublic("loom"))).Required();
        Assert.Equal(("DE136695976", "HRB 1234"), (seen.Trader.VatId, seen.Trader.RegisterNumber));
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime, seen.CertifiedAtUtc);
    }

    [Fact]
    public async Task What_is_missing_or_mistyped_is_said_at_its_field_and_changes_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var kiln = await host.ApplicationAsync("kiln", "ana");
        (UpdateTrader Typed, string Code, string Field)[] cases =
        [
            (Complete with { Kind = null }, "input.invalid", "Kind"),
            (Complete with { Phone = "0561 123456" }, "input.invalid", "Phone"),
            (Complete with { Certifies = false }, "input.invalid", "Certifies"),
            (Complete with { RegisterNumber = " " }, "seller.no-register", "RegisterNumber"),
            (Complete with { VatId = "DE136695967" }, "seller.vat-digit", "VatId"),
            (Complete with { VatId = "DE1366959" }, "seller.vat-form", "VatId"),
            (Complete with { VatId = "12345678901234567890123", Country = "US" }, "seller.vat-unknown-form", "VatId"),
            (Complete with { Kind = TraderKind.Private }, "seller.private-not-taken", "Kind"),
        ];

        foreach (var (typed, code, field) in cases)
        {
            var answer = await host.SendAsync(kiln, typed);
            Assert.Equal((code, field), (answer.Error?.Code, answer.Error?.Fields?.Keys.Single()));
        }

        var kept = (await host.SendAsync(kiln, new GetSellerSettings())).Required().Profile;
        Assert.False(kept.IsTraceable);
        Assert.Null(kept.Trader.Kind);
    }

    [Fact]
    public async Task A_private_person_sells_where_the_platform_takes_them_and_keeps_their_door_to_themselves()
    {
        await using var host = await TestHost.StartAsync();
        var (kiln, admin) = (await host.ApplicationAsync("kiln", "ana"), await host.AdminAsync());
        (await host.SendAsync(admin, new UpdateSettings(new PlatformValues(
            "Lanes", "help@example.com", ["DE"], ["EUR"], ["en-US"], 7, TakesPrivateSellers: true)))).Done();

        (await host.SendAsync(kiln, Complete with
        {
            Kind = TraderKind.Private,
            LegalName = "Ana",
            RegisterName = "",
            RegisterNumber = "",
            VatId = "",
        })).Done();
        (await host.SendAsync(Caller.System, new OpenSeller(kiln.TenantId!))).Done();

        var seen = (await host.SendAsync(Caller.Anonymous, new GetSellerPublic("kiln"))).Required().Trader;
        Assert.Equal((TraderKind.Private, "Ana", "Kassel"), (seen.Kind, seen.LegalName, seen.City));
        Assert.Equal(("", "", ""), (seen.Line1, seen.Phone, seen.Email));
    }
}

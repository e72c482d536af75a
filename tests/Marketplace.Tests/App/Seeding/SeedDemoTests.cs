using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.App.Seeding;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Media.Model;
using Marketplace.Kernel.Data;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.App.Seeding;

public sealed class SeedDemoTests
{
    [Fact]
    public async Task The_demo_world_opens_and_a_repeat_changes_nothing()
    {
        await using var world = await SeedWorld.StartAsync();

        var report = await SeedDemo.RunAsync(world.Host.Services, world.Options, default);
        TestContext.Current.SendDiagnosticMessage(report.Took.ToString());
        var first = await CountAsync(world.Host);
        await SeedDemo.RunAsync(world.Host.Services, world.Options, default);
        var second = await CountAsync(world.Host);

        Assert.True(report.Shops >= 14);
        Assert.True(report.Listings >= 390);
        Assert.Equal(report.Shops, first.OpenShops);
        Assert.True(first.Live >= 370);
        Assert.True(first.Offers >= 850);
        Assert.True(first.InStock >= 500);
        Assert.True(first.Pictures >= 600);
        Assert.Equal(first, second);
    }

    private static Task<Counts> CountAsync(TestHost host) => host.WithPlatformAsync(async db => new Counts(
        await db.SellerStandings.CountAsync(s => s.IsOpen), await db.Listings.CountAsync(),
        await db.PublishedListings.CountAsync(l => l.IsLive), await db.Offers.CountAsync(),
        await db.OfferStocks.CountAsync(s => s.OnHand > 0), await db.MediaAssets.CountAsync(),
        await db.Set<Marketplace.Kernel.Outbox.OutboxRow>().CountAsync(),
        await db.Set<Marketplace.Kernel.Audit.AuditRow>().CountAsync()));

    private sealed record Counts(
        int OpenShops, int Listings, int Live, int Offers, int InStock, int Pictures, int Events, int Audits);
}

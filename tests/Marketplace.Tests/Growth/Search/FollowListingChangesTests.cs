using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Growth.Search.SearchWorld;

namespace Marketplace.Tests.Growth.Search;

public sealed class FollowListingChangesTests
{
    [Fact]
    public async Task A_change_is_applied_once()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");

        Assert.Equal(1, await host.CatchUpAsync());
        Assert.Equal(0, await host.CatchUpAsync());
    }

    [Fact]
    public async Task A_change_that_commits_late_is_still_seen()
    {
        await using var host = await SearchWorld.StartAsync();
        var late = await host.PublishAsync(Pottery, "late cup");
        var now = new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);
        await host.StampAsync(late, now.AddHours(-1));
        await host.StampAsync(await host.PublishAsync(Pottery, "early cup"), now);
        await host.CatchUpAsync();

        await host.PublishAsync(Pottery, "slow cup");
        await host.StampAsync(Id("slow cup"), now.AddSeconds(-30));

        Assert.Equal(1, await host.CatchUpAsync());
        Assert.Equal(["early cup", "late cup", "slow cup"], await host.FoundAsync("cup"));
    }

    [Fact]
    public async Task More_changes_than_a_batch_at_one_instant_are_all_applied()
    {
        await using var host = await SearchWorld.StartAsync();
        var count = ReadListingDocuments.MaximumListings + 5;
        await host.WithPlatformAsync(async db =>
        {
            for (var i = 0; i < count; i++)
            {
                db.Add(new ListingChange
                {
                    TenantId = Pottery, ListingId = Id($"{i}"), IndexVersion = 1, ChangedAtUtc = TestHost.Start.UtcDateTime,
                });
            }

            return await db.SaveChangesAsync();
        });

        Assert.Equal(count, await host.CatchUpAsync());
        Assert.Equal(0, await host.CatchUpAsync());
    }

    [Fact]
    public async Task Selling_out_and_pausing_reach_the_index()
    {
        await using var host = await SearchWorld.StartAsync();
        var cup = await host.PublishAsync(Pottery, "blue cup");
        await host.CatchUpAsync();

        await host.WithPlatformAsync(db => db.OfferStocks.ExecuteUpdateAsync(s => s.SetProperty(x => x.Reserved, 5)));
        await host.BumpAsync(Pottery, cup);
        await host.CatchUpAsync();
        Assert.False((await host.SearchAsync("cup")).Hits.Single().InStock);

        await host.WithPlatformAsync(db => db.PublishedListings.ExecuteUpdateAsync(s => s.SetProperty(x => x.IsLive, false)));
        await host.BumpAsync(Pottery, cup);
        await host.CatchUpAsync();
        Assert.Empty(await host.FoundAsync("cup"));
    }

    [Fact]
    public async Task A_sellers_new_name_reaches_its_listings()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");
        await host.CatchUpAsync();

        await host.WithPlatformAsync(db => db.SellerProfiles.Where(p => p.TenantId == Pottery)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "Potter and Daughter")));
        var commands = new RefreshListingsOfSeller().On(new SellerProfileChanged(Pottery, "Potter and Daughter"));
        foreach (var command in commands) Assert.True((await host.SendAsync(Caller.System, command)).Ok);
        await host.CatchUpAsync();

        Assert.Equal("Potter and Daughter", (await host.SearchAsync("cup")).Hits.Single().Seller.Name);
    }

    [Fact]
    public async Task A_new_shipping_zone_opens_a_country_for_all_of_a_sellers_listings()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");
        await host.CatchUpAsync();
        var seller = new Caller(
            PersonId: "p", TenantId: Pottery, SellerPermissions: new HashSet<string> { "shipping" });

        var zone = await host.SendAsync(seller, new SaveShippingZone(null, "France", ["FR"]));
        await host.SendAsync(seller, new SaveShippingMethod(
            null, zone.Required(), "Parcel", null, 1, 3, true, [new CurrencyRates("EUR", null, [new(null, 500)])]));
        await host.CatchUpAsync();

        var france = await host.SendAsync(
            Caller.Anonymous, new SearchListings(new Market("FR", "EUR", "fr-FR")) { Text = "cup" });
        Assert.Single(france.Required().Hits);
    }

    [Fact]
    public async Task The_reconciler_mends_what_the_follower_missed_and_removes_strangers()
    {
        await using var host = await SearchWorld.StartAsync();
        var missed = await host.PublishAsync(Pottery, "missed cup");
        await host.StampAsync(missed, DateTime.UnixEpoch.AddYears(-1));
        await host.PublishAsync(Pottery, "seen cup");
        await host.CatchUpAsync();
        var engine = host.Services.GetRequiredService<ISearchEngine>();
        await engine.With(Shelf.Listing("stranger", "stranger cup"));

        var reconciler = host.Services.GetRequiredService<IndexReconciler>();
        Assert.True(reconciler.TryTakeTurn());
        var outcome = await reconciler.RunAsync(default);

        Assert.Equal((2, 1, 1, 0), (outcome.Compared, outcome.Mended, outcome.Removed, outcome.Purged));
        Assert.False(reconciler.TryTakeTurn());
        Assert.Equal(["missed cup", "seen cup"], await host.FoundAsync("cup"));
    }

    [Fact]
    public async Task The_loop_follows_changes_and_ends_quietly()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");
        using var loop = ActivatorUtilities.CreateInstance<SearchIndexService>(host.Services);

        await loop.StartAsync(default);
        for (var i = 0; i < 200 && (await host.FoundAsync("cup")).Length == 0; i++) await Task.Delay(50);
        await loop.StopAsync(default);

        Assert.Equal(["blue cup"], await host.FoundAsync("cup"));
        Assert.True(loop.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_rebuild_reports_its_progress_and_only_one_runs()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");
        var admin = new Caller(PersonId: "p", AdminPermissions: new HashSet<string> { "search" });
        var rebuilder = host.Services.GetRequiredService<IndexRebuilder>();

        Assert.True((await host.SendAsync(admin, new RebuildSearchIndex())).Ok);
        Assert.Equal(SearchErrors.RebuildRunning, (await host.SendAsync(admin, new RebuildSearchIndex())).Error);
        Assert.True(rebuilder.TryTakeRequest());
        await rebuilder.RunAsync(default);

        Assert.Equal(["blue cup"], await host.FoundAsync("cup"));
        var status = (await host.SendAsync(admin, new GetSearchStatus())).Required();
        Assert.Equal((1, 1), (status.Rebuild!.Read, status.Rebuild.Total));
        Assert.NotNull(status.Rebuild.EndedAtUtc);
        Assert.Equal((1, 0), (status.Documents, status.HiddenSellers));
    }
}

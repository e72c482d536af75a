using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.App.Seeding;
using Marketplace.Catalog.Listings.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.App.Seeding;

public sealed class SeedManyTests
{
    [Fact]
    public async Task Listings_by_the_hundred_are_made_once_in_shops_with_owners_of_their_own()
    {
        await using var world = await SeedWorld.StartAsync();

        var first = await SeedMany.RunAsync(world.Host.Services, world.Options, 150, default);
        var more = await SeedMany.RunAsync(world.Host.Services, world.Options, 250, default);
        var again = await SeedMany.RunAsync(world.Host.Services, world.Options, 250, default);

        Assert.Equal((200, 2), (first.Listings, first.Sellers));
        Assert.Equal((100, 1), (more.Listings, more.Sellers));
        Assert.Equal(0, again.Listings);
        var (live, owners, shops) = await world.Host.WithPlatformAsync(async db => (
            await db.PublishedListings.CountAsync(l => l.IsLive && db.Set<Seller>()
                .Any(s => s.Id == l.TenantId && s.Slug.StartsWith("shop-0"))),
            await db.Set<Membership>().Where(m => db.Set<Seller>()
                .Any(s => s.Id == m.TenantId && s.Slug.StartsWith("shop-0"))).Select(m => m.PersonId).Distinct().CountAsync(),
            await db.Set<Seller>().CountAsync(s => s.Slug.StartsWith("shop-0"))));
        Assert.Equal((300, 3, 3), (live, owners, shops));
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth;
using Marketplace.Growth.Following;
using Marketplace.Growth.Visits;
using Marketplace.Growth.Visits.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Growth.Visits;

public sealed class VisitsTests
{
    private static readonly Caller Owner = Staff(Pottery, [.. SellerPermissions.Of(SellerRole.Owner)]);
    private static readonly Caller OtherOwner = Staff(Kiln, [.. SellerPermissions.Of(SellerRole.Owner)]);

    [Fact]
    public async Task What_was_opened_is_added_up_by_day_for_the_listing_and_for_its_shop()
    {
        await using var world = await StartAsync();
        var host = world.Host;
        var (mug, bowl) = (await ShortIdAsync(world), await ShortIdAsync(world, "BOWL"));
        var today = Today(host);

        await KeepAsync(host, (today, mug, 3), (today, bowl, 1), (today.AddDays(-1), mug, 2), (today, "zzzzzzzz", 9));
        await KeepAsync(host, (today, mug, 4));

        var visits = (await host.SendAsync(Owner, new GetMyVisits())).Required();
        Assert.Equal((8, 2), (visits.Days[today], visits.Days[today.AddDays(-1)]));
        var rows = (await host.SendAsync(Owner, new ListVisitedListings(7))).Required().Rows;
        Assert.Equal([9, 1], rows.Select(r => r.Views));
        Assert.Equal([7], (await host.SendAsync(Owner, new ListVisitedListings(1))).Required().Rows.Select(r => r.Views).Take(1));
        Assert.Empty((await host.SendAsync(OtherOwner, new GetMyVisits())).Required().Days);
        Assert.Empty((await host.SendAsync(OtherOwner, new ListVisitedListings())).Required().Rows);
    }

    [Fact]
    public async Task What_cannot_be_written_counts_the_next_time()
    {
        await using var world = await StartAsync();
        var counter = new ViewCounter(world.Host.Clock);
        for (var i = 0; i < 3; i++) counter.Count("mug");
        var taken = counter.Take();
        counter.Count("mug");

        counter.GiveBack(taken);

        Assert.Equal(new ViewCount(Today(world.Host), "mug", 4), Assert.Single(counter.Take()));
        Assert.Empty(counter.Take());
    }

    [Fact]
    public async Task Followers_are_a_number_and_the_new_ones_are_told_apart()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await ShortIdAsync(world));
        (await host.SendAsync(await host.PersonAsync("ana"), new FollowShop("pottery"))).Done();
        host.Clock.Advance(TimeSpan.FromDays(40));
        (await host.SendAsync(await host.PersonAsync("ben"), new FollowShop("pottery"))).Done();
        await KeepAsync(host, (Today(host), mug, 1));

        var visits = (await host.SendAsync(Owner, new GetMyVisits())).Required();

        Assert.Equal((2, 1, 1), (visits.Followers, visits.NewFollowers, visits.Days.Count));
    }

    [Fact]
    public async Task After_a_year_and_a_month_days_are_forgotten()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await ShortIdAsync(world));
        await KeepAsync(host, (Today(host), mug, 1));
        host.Clock.Advance(TimeSpan.FromDays(400));
        await KeepAsync(host, (Today(host), mug, 1));
        await host.RunJobAsync("forget-old-views");
        Assert.Equal(2, await host.WithPlatformAsync(db => db.ListingViews.CountAsync()));
        host.Clock.Advance(TimeSpan.FromDays(1));

        await host.RunJobAsync("forget-old-views");

        Assert.Equal(1, await host.WithPlatformAsync(db => db.ListingViews.CountAsync()));
        Assert.Equal(1, await host.WithPlatformAsync(db => db.ShopViews.CountAsync()));
    }

    private static DateOnly Today(TestHost host) => DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);

    private static async Task KeepAsync(TestHost host, params (DateOnly Day, string ShortId, int Views)[] counts) =>
        (await host.SendAsync(
            Caller.System,
            new KeepViews([.. counts.Select(c => new ViewCount(c.Day, c.ShortId, c.Views))]))).Done();

    private static async Task<string> ShortIdAsync(CatalogWorld world, string sku = "MUG") =>
        (await world.PublishAsync(Potter, world.Mug(sku))).ShortId;
}

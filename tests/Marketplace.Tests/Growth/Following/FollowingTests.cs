using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Growth.Following;
using Marketplace.Growth.Following.Model;
using Marketplace.Kernel.Values;
using Marketplace.Tests.Sales;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Growth.Following;

public sealed class FollowingTests
{
    [Fact]
    public async Task Who_asked_for_it_hears_once_a_day_of_what_is_new_and_others_hear_nothing()
    {
        await using var world = await SalesWorld.OpenAsync();
        var (host, slug) = (world.Host, SalesWorld.Kiln[^8..]);
        await AddProfileAsync(world);
        var (ana, ben) = (await host.PersonAsync("ana"), await host.PersonAsync("ben"));
        foreach (var person in new[] { ana, ben })
            for (var i = 0; i < 2; i++) Assert.True((await host.SendAsync(person, new FollowShop(slug))).Ok);
        Assert.True((await host.SendAsync(
            ana, new ChooseMails(new Dictionary<MailTopic, bool> { [MailTopic.NewListings] = true }))).Ok);

        host.Clock.Advance(TimeSpan.FromHours(2));
        await PublishAsync(world, "Salt-glazed jug");
        await host.RunJobAsync("tell-followers");
        Assert.Empty(await host.MailsToAsync("ana@example.com"));
        host.Clock.Advance(TimeSpan.FromHours(23));
        for (var i = 0; i < 2; i++) await host.RunJobAsync("tell-followers");
        host.Clock.Advance(TimeSpan.FromHours(25));
        await host.RunJobAsync("tell-followers");

        var mail = Assert.Single(await host.MailsToAsync("ana@example.com"));
        Assert.Contains("Salt-glazed jug", mail.Text);
        Assert.Contains("/unsubscribe/", mail.Text);
        Assert.DoesNotContain("Stoneware mug", mail.Text);
        Assert.Empty(await host.MailsToAsync("ben@example.com"));
    }

    [Fact]
    public async Task One_follows_open_shops_and_leaves_them_and_two_hundred_are_enough()
    {
        await using var world = await SalesWorld.OpenAsync();
        var (host, slug) = (world.Host, SalesWorld.Kiln[^8..]);
        await AddProfileAsync(world);
        var ana = await host.PersonAsync("ana");

        Assert.Equal(FollowErrors.NoShop, (await host.SendAsync(ana, new FollowShop("nobody"))).Error);
        Assert.True((await host.SendAsync(ana, new FollowShop(slug))).Ok);
        Assert.True((await host.SendAsync(ana, new IsFollowing(SalesWorld.Kiln))).Value);
        Assert.Equal(slug, Assert.Single((await host.SendAsync(ana, new ListFollowedShops())).Required()).Slug);
        Assert.True((await host.SendAsync(ana, new UnfollowShop(slug))).Ok);
        Assert.Empty((await host.SendAsync(ana, new ListFollowedShops())).Required());
        await host.WithPlatformAsync(db =>
        {
            for (var i = 0; i < ShopFollow.Most; i++)
                db.Add(new ShopFollow
                {
                    BuyerId = ana.BuyerId!, TenantId = Ids.From("seller", $"{i}"), SinceUtc = DateTime.UnixEpoch,
                    ToldUntilUtc = DateTime.UnixEpoch,
                });
            return db.SaveChangesAsync();
        });
        Assert.Equal(FollowErrors.Full, (await host.SendAsync(ana, new FollowShop(slug))).Error);
    }

    private static Task AddProfileAsync(SalesWorld world) => world.Host.WithPlatformAsync(db =>
    {
        var since = world.Host.Clock.GetUtcNow().UtcDateTime;
        db.Add(new Marketplace.Accounts.Sellers.Contracts.SellerProfile
        {
            TenantId = SalesWorld.Kiln, Slug = SalesWorld.Kiln[^8..], Name = "Kiln & Clay", Country = "NL", SinceUtc = since,
        });
        db.Add(new Marketplace.Accounts.Sellers.Contracts.SellerStanding { TenantId = SalesWorld.Kiln, IsOpen = true, ChangedAtUtc = since });
        return db.SaveChangesAsync();
    });

    private static Task PublishAsync(SalesWorld world, string title) => world.Host.WithPlatformAsync(async db =>
    {
        SalesWorld.AddOffer(db, SalesWorld.Kiln, Ids.From("offer", title), title, 4200, 3);
        await db.SaveChangesAsync();
        var now = world.Host.Clock.GetUtcNow().UtcDateTime;
        return await db.Set<Marketplace.Catalog.Listings.Contracts.PublishedListing>().Where(l => l.Title == title)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.FirstPublishedAtUtc, now));
    });
}

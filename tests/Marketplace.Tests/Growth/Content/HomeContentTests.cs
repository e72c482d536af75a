using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Care;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Growth.Content;

public sealed class HomeContentTests
{
    private static readonly BannerWords Sale = new(
        BannerPlace.Hero, "Kiln week", "A tenth off", "See it", "/collections/kiln", "", "", null, null);

    [Fact]
    public async Task A_platform_that_has_said_nothing_shows_what_it_always_did()
    {
        await using var host = await TestHost.StartAsync();

        var home = await HomeAsync(host);

        Assert.Equal(["new", "shops", "promises"], home.Blocks.Select(b => b.Name));
        Assert.Null(home.Top);
        Assert.Null(home.ChangesAtUtc);
    }

    [Fact]
    public async Task A_banner_is_shown_from_its_first_to_its_last_moment_and_the_page_says_when_it_changes()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        var (from, until) = (TestHost.Start.UtcDateTime.AddHours(1), TestHost.Start.UtcDateTime.AddHours(3));
        (await host.SendAsync(admin, new SaveBanner(null, 0, Sale with { FromUtc = from, UntilUtc = until }))).Required();

        Assert.Equal((null, from), ((await HomeAsync(host)).Top?.Title, (await HomeAsync(host)).ChangesAtUtc));
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(("Kiln week", until), ((await HomeAsync(host)).Top?.Title, (await HomeAsync(host)).ChangesAtUtc));
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal((null, (DateTime?)null), ((await HomeAsync(host)).Top?.Title, (await HomeAsync(host)).ChangesAtUtc));

        var preview = new PreviewHomePage(from);
        Assert.Equal("Kiln week", (await host.SendAsync(admin, preview)).Required().Top?.Title);
        Assert.False((await host.SendAsync(await host.PersonAsync("ana"), preview)).Ok);
    }

    [Fact]
    public async Task Of_two_banners_at_the_top_the_one_that_began_last_stands_there()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        (await host.SendAsync(admin, new SaveBanner(null, 0, Sale with { Title = "Later", FromUtc = TestHost.Start.UtcDateTime }))).Required();
        (await host.SendAsync(admin, new SaveBanner(null, 0, Sale with { Title = "Earlier", FromUtc = DateTime.UnixEpoch }))).Required();
        (await host.SendAsync(admin, new SaveBanner(null, 0, Sale with { Title = "Always" }))).Required();

        Assert.Equal("Later", (await HomeAsync(host)).Top?.Title);
    }

    [Fact]
    public async Task The_order_is_the_admins_and_what_is_gone_falls_out_of_it()
    {
        await using var world = await CareWorld.OpenAsync();
        var (host, admin) = (world.Host, await world.Host.AdminAsync());
        (await host.SendAsync(admin, new SaveCollection("mugs", "Mugs", "", 1, [CareWorld.MugListing]))).Done();
        var id = (await host.SendAsync(admin, new SaveBanner(null, 0, Sale with { Place = BannerPlace.Between }))).Required();
        Assert.Equal(["new", "collection:mugs", "shops", "promises"], (await HomeAsync(host)).Blocks.Select(b => b.Name));

        (await host.SendAsync(admin, new ArrangeHome(["promises", $"banner:{id}", "collection:mugs"]))).Done();
        Assert.Equal(["promises", $"banner:{id}", "collection:mugs"], (await HomeAsync(host)).Blocks.Select(b => b.Name));
        Assert.Equal(HomeErrors.NoBlock.Code, (await host.SendAsync(admin, new ArrangeHome(["collection:nothing"]))).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, new ArrangeHome(["new", "new"]))).Error?.Code);

        for (var i = 0; i < 2; i++) (await host.SendAsync(admin, new RemoveBanner(id))).Done();
        (await host.SendAsync(admin, new RemoveCollection("mugs"))).Done();
        Assert.Equal(["promises"], (await HomeAsync(host)).Blocks.Select(b => b.Name));
        Assert.Equal(ContentErrors.NoCollection, (await host.SendAsync(admin, new RemoveCollection("mugs"))).Error);
        (await host.SendAsync(admin, new ArrangeHome([]))).Done();
        Assert.False((await host.SendAsync(admin, new GetHomeContent())).Required().IsArranged);
    }

    [Fact]
    public async Task Two_who_change_one_banner_do_not_overwrite_each_other()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        var id = (await host.SendAsync(admin, new SaveBanner(null, 0, Sale))).Required();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i =>
            host.SendAsync(admin, new SaveBanner(id, 0, Sale with { Title = $"Version {i}" }))));

        Assert.Equal(HomeErrors.Changed, Assert.Single(both, r => !r.Ok).Error);
        Assert.Equal(HomeErrors.Changed, (await host.SendAsync(admin, new SaveBanner(id, 0, Sale))).Error);
        Assert.Equal(HomeErrors.NoBanner, (await host.SendAsync(admin, new SaveBanner("none", 0, Sale))).Error);
    }

    [Fact]
    public async Task Wrong_banners_are_refused_beside_their_field()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        var now = TestHost.Start.UtcDateTime;

        foreach (var (words, field) in ((BannerWords, string)[])
        [
            (Sale with { Title = "" }, "Title"), (Sale with { Href = "https://elsewhere.example" }, "Href"),
            (Sale with { Href = "//elsewhere.example" }, "Href"), (Sale with { Href = "/\\elsewhere.example" }, "Href"),
            (Sale with { LinkText = "" }, "LinkText"), (Sale with { PictureRef = "0a" }, "PictureAlt"),
            (Sale with { FromUtc = now, UntilUtc = now }, "Until"),
        ])
        {
            var refused = await host.SendAsync(admin, new SaveBanner(null, 0, words));
            Assert.Equal(("input.invalid", field), (refused.Error?.Code, Assert.Single(refused.Error!.Fields!).Key));
        }

        for (var i = 0; i < 50; i++) (await host.SendAsync(admin, new SaveBanner(null, 0, Sale))).Required();
        Assert.Equal(HomeErrors.Full, (await host.SendAsync(admin, new SaveBanner(null, 0, Sale))).Error);
    }

    [Fact]
    public async Task A_collection_is_picked_by_address_or_chosen_by_a_rule()
    {
        await using var world = await CareWorld.OpenAsync();
        var (host, admin) = (world.Host, await world.Host.AdminAsync());
        var rule = new SaveCollection("kiln", "Of the kiln", "", 1, [], new Dictionary<string, long> { ["EUR"] = 20_00 }, "", "kiln");

        (await host.SendAsync(admin, rule)).Done();
        var draft = (await host.SendAsync(admin, new GetCollectionDraft("kiln"))).Required();
        Assert.Equal(("kiln", 20_00L), (draft.Shop, draft.PriceCaps["EUR"]));
        (await host.SendAsync(admin, rule with { Shop = "", PriceCaps = null, ListingIds = [CareWorld.MugListing] })).Done();
        var address = Assert.Single((await host.SendAsync(admin, new GetCollectionDraft("kiln"))).Required().Listings);
        Assert.Equal([CareWorld.MugListing], (await host.SendAsync(admin, new PickListings(["http://localhost" + address]))).Required());

        Assert.Equal("collection.no-listing", (await host.SendAsync(admin, new PickListings(["/p/nothing-zzzz"]))).Error?.Code);
        Assert.Equal(HomeErrors.NoShop.Code, (await host.SendAsync(admin, rule with { Shop = "nobody" })).Error?.Code);
        Assert.Equal(HomeErrors.NoCategory.Code, (await host.SendAsync(admin, rule with { CategoryId = "none" })).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, rule with { Shop = "", PriceCaps = null })).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, rule with { ListingIds = [CareWorld.MugListing] })).Error?.Code);
        Assert.Equal(ContentErrors.NoCollection, (await host.SendAsync(admin, new GetCollectionDraft("none"))).Error);

        (await host.SendAsync(admin, new SaveHomePage(
            HomeHero.Empty with { Title = "Made by hand" }, [new HomeLink("Kiln", "/collections/kiln")], []))).Done();
        Assert.Equal(HomeErrors.InUse, (await host.SendAsync(admin, new RemoveCollection("kiln"))).Error);
    }

    private static async Task<HomeView> HomeAsync(TestHost host) =>
        (await host.SendAsync(Caller.Anonymous, new GetHomePage())).Required();
}

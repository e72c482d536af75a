using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Growth.Search.SearchWorld;

namespace Marketplace.Tests.Growth.Search;

public sealed class SearchListingsTests
{
    [Fact]
    public async Task A_suspension_hides_a_seller_before_the_index_knows_of_it()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");
        await host.PublishAsync(Weaver, "woven cup");
        await host.CatchUpAsync();
        Assert.Equal(["blue cup", "woven cup"], await host.FoundAsync("cup"));

        await host.WithPlatformAsync(db => db.SellerStandings.Where(s => s.TenantId == Weaver)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.IsOpen, false)));
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["blue cup"], await host.FoundAsync("cup"));
        Assert.Empty((await host.SearchAsync("", q => q with { SellerId = Weaver })).Hits);
    }

    [Fact]
    public async Task Facets_carry_the_taxonomys_names_and_the_sellers_words_join_its_choices()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "first cup", l =>
        {
            l.Attributes = new() { ["colour"] = ["blue"], ["height"] = ["9.5"], ["note"] = ["glazed twice"] };
        });
        await host.PublishAsync(Pottery, "second cup", l =>
        {
            l.Attributes = new() { ["colour"] = ["Brick red"], ["height"] = ["12"] };
        });
        await host.CatchUpAsync();

        var page = await host.SearchAsync("cup", q => q with { CategoryId = Cups });

        var colour = page.Facets.Single(f => f.Key == "colour");
        Assert.Equal("Colour", colour.Name);
        Assert.Equal([("blue", "Deep blue", 1), ("red", "Brick red", 1)],
            colour.Values.Select(v => (v.Value, v.Label, v.Count)));
        var height = page.Facets.Single(f => f.Key == "height");
        Assert.Equal(("Height", "cm", new NumberBounds("height", 9.5, 12)), (height.Name, height.Unit, height.Bounds));
        Assert.Equal(["first cup"], await host.FoundAsync("glazed"));
    }

    [Fact]
    public async Task Only_what_the_market_can_buy_is_found()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");
        await host.CatchUpAsync();

        var dollars = await host.SendAsync(
            Caller.Anonymous, new SearchListings(new Market("DE", "USD", "en-US")) { Text = "cup" });
        var france = await host.SendAsync(
            Caller.Anonymous, new SearchListings(new Market("FR", "EUR", "fr-FR")) { Text = "cup" });
        var california = await host.SendAsync(
            Caller.Anonymous, new SearchListings(new Market("US", "EUR", "en-US")) { Text = "cup" });

        Assert.Empty(dollars.Required().Hits);
        Assert.Empty(france.Required().Hits);
        Assert.Single(california.Required().Hits);
        Assert.Equal(1_000, (await host.SearchAsync("cup")).Hits.Single().PriceMinMinor);
    }

    [Fact]
    public async Task Nobody_pages_deeper_than_the_limit()
    {
        await using var host = await SearchWorld.StartAsync();

        var deep = await host.SendAsync(Caller.Anonymous, new SearchListings(Germany) { Page = 417, PageSize = 24 });
        var wide = await host.SendAsync(Caller.Anonymous, new SearchListings(Germany) { PageSize = 97 });

        Assert.Equal(SearchErrors.TooDeep, deep.Error);
        Assert.NotNull(wide.Error);
    }

    [Fact]
    public async Task The_losers_of_a_buy_box_are_found_in_their_own_shop_only()
    {
        await using var host = await SearchWorld.StartAsync();
        var winner = await host.PublishAsync(Pottery, "winner cup");
        var loser = await host.PublishAsync(Weaver, "loser cup");
        await host.WithPlatformAsync(db =>
        {
            db.Add(new ProductGroup { Id = "group", Title = "cup" });
            db.Add(new ProductGroupMember { ListingId = winner, TenantId = Pottery, GroupId = "group" });
            db.Add(new ProductGroupMember { ListingId = loser, TenantId = Weaver, GroupId = "group" });
            db.Add(new BuyBox
            {
                GroupId = "group", TenantId = Pottery, ListingId = winner, OfferId = "o",
                ChosenAtUtc = TestHost.Start.UtcDateTime,
            });
            return db.SaveChangesAsync();
        });
        await host.CatchUpAsync();

        Assert.Equal(["winner cup"], await host.FoundAsync("cup"));
        var shop = await host.SearchAsync("cup", q => q with { SellerId = Weaver });
        Assert.Equal(["loser cup"], shop.Hits.Select(h => h.Title));
    }

    [Fact]
    public async Task Suggestions_leave_out_hidden_sellers_and_too_short_texts()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");
        await host.CatchUpAsync();

        var found = (await host.SendAsync(Caller.Anonymous, new SuggestSearch(Germany, "blu"))).Required();
        var brief = (await host.SendAsync(Caller.Anonymous, new SuggestSearch(Germany, "b"))).Required();

        Assert.Equal(["blue cup"], found.Listings.Select(l => l.Title));
        Assert.Empty(brief.Listings);
    }

    [Fact]
    public async Task The_directory_lists_open_shops_with_something_to_sell()
    {
        await using var host = await SearchWorld.StartAsync();
        await host.PublishAsync(Pottery, "blue cup");

        var all = (await host.SendAsync(Caller.Anonymous, new ListSellersDirectory())).Required();
        var elsewhere = (await host.SendAsync(Caller.Anonymous, new ListSellersDirectory(Country: "FR"))).Required();
        var named = (await host.SendAsync(
            Caller.Anonymous, new ListSellersDirectory("yard", Sort: SellersSort.Name))).Required();

        Assert.Equal([("Potter's Yard", 1)], all.Sellers.Select(s => (s.Name, s.Listings)));
        Assert.Empty(elsewhere.Sellers);
        Assert.Single(named.Sellers);
    }
}

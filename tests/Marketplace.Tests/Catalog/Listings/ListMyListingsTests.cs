using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class ListMyListingsTests
{
    [Fact]
    public async Task Tabs_count_and_show_what_is_in_each_state()
    {
        await using var world = await StartAsync();
        await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug("DRAFT")));
        await world.PublishAsync(Potter, world.Mug("LIVE"));
        await world.PublishAsync(Potter, world.Mug("GONE", stock: 0));
        await world.PublishAsync(KilnMaster, world.Mug("THEIRS"));

        var all = (await world.Host.SendAsync(Potter, new ListMyListings())).Required();
        var out_ = (await world.Host.SendAsync(Potter, new ListMyListings(ListingTab.OutOfStock))).Required();

        Assert.Equal((3, 1, 2, 1, 0, 0), (
            all.Counts[ListingTab.All], all.Counts[ListingTab.Draft], all.Counts[ListingTab.Published],
            all.Counts[ListingTab.OutOfStock], all.Counts[ListingTab.Paused], all.Counts[ListingTab.Archived]));
        Assert.Equal(("GONE-R", 2, 0), out_.Rows.Select(r => (r.FirstSku, r.Variants, r.Available)).Single());
        Assert.Equal([new MyPrice("EUR", 1900)], out_.Rows.Single().Prices);
        Assert.DoesNotContain(all.Rows, r => r.FirstSku.StartsWith("THEIRS", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ListingSort.Changed)]
    [InlineData(ListingSort.Title)]
    public async Task Pages_follow_each_other_without_gap_or_repeat(ListingSort sort)
    {
        await using var world = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug($"M{i}") with { Title = $"Mug number {i % 2}" }));
            if (i % 2 == 0) world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await world.Host.SendAsync(Potter, new ListMyListings(Sort: sort, After: after, Take: 2))).Required();
            seen.AddRange(page.Rows.Select(r => r.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct().Count());
    }

    [Fact]
    public async Task It_is_searched_by_title_and_sku_and_a_strange_cursor_is_no_harm()
    {
        await using var world = await StartAsync();
        await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug("ABC")));

        Assert.Single((await world.Host.SendAsync(Potter, new ListMyListings(Search: "STONEWARE"))).Required().Rows);
        Assert.Single((await world.Host.SendAsync(Potter, new ListMyListings(Search: "abc-b"))).Required().Rows);
        Assert.Empty((await world.Host.SendAsync(Potter, new ListMyListings(Search: "%"))).Required().Rows);
        Assert.Single((await world.Host.SendAsync(Potter, new ListMyListings(After: "~~9999999999999999999~"))).Required().Rows);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(Caller.Anonymous, new ListMyListings())).Error?.Code);
    }

    [Fact]
    public async Task The_admin_sees_every_sellers_listings_page_by_page()
    {
        await using var world = await StartAsync();
        await world.PublishAsync(Potter, world.Mug("A"));
        await world.PublishAsync(KilnMaster, world.Mug("B"));

        var first = (await world.Host.SendAsync(Admin, new ListListings(Take: 1))).Required();
        var second = (await world.Host.SendAsync(Admin, new ListListings(After: first.Next, Take: 1))).Required();

        Assert.Equal(2, first.Rows.Concat(second.Rows).Select(r => r.ListingId).Distinct().Count());
        Assert.Null(second.Next);
        Assert.Single((await world.Host.SendAsync(Admin, new ListListings(TenantId: Kiln))).Required().Rows);
        Assert.Equal("access.not-found", (await world.Host.SendAsync(Potter, new ListListings())).Error?.Code);
    }
}

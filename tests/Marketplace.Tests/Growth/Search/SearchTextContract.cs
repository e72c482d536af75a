using Marketplace.Growth.Search.Contracts;
using static Marketplace.Tests.Growth.Search.Shelf;

namespace Marketplace.Tests.Growth.Search;

public abstract class SearchTextContract : SearchEngineContract
{
    private static ListingDocument[] Catalog =>
    [
        Listing("laptop", "HP Pavilion laptop 15 inch") with { Brand = "HP", CategoryPath = [Electronics, Laptops] },
        Listing("bag", "Bag for 15 inch laptop") with { Brand = "Targus", CategoryPath = [Electronics, Bags] },
        Listing("phones", "Wireless headphones") with { Brand = "Samsung", Popularity = 50 },
        Listing("mouse", "Gaming mouse", Outfitter) with { Gtins = ["4006381333931"], Skus = ["GM-100/b"] },
        Listing("keys", "Mechanical keyboard", Outfitter),
        Listing("beamer", "Home cinema projector", Bookshop),
    ];

    [Theory]
    [InlineData("laptpo", "laptop")]
    [InlineData("samsng", "samsung")]
    [InlineData("keybord", "keyboard")]
    [InlineData("headphnes", "headphones")]
    [InlineData("projecter", "projector")]
    [InlineData("gamingmouse", "gaming mouse")]
    [InlineData("mecanical keybord", "mechanical keyboard")]
    public async Task A_misspelt_word_finds_what_was_meant(string typed, string meant)
    {
        await Engine.With(Catalog);

        var result = await Engine.SearchAsync(Ask(typed));

        Assert.Equal(meant, result.DidYouMean);
        Assert.True(result.Corrected);
        Assert.NotEmpty(result.Hits);
    }

    [Fact]
    public async Task Words_as_typed_are_kept_when_the_visitor_insists()
    {
        await Engine.With(Catalog);

        var result = await Engine.SearchAsync(Ask("keybord") with { AllowCorrection = false });

        Assert.Empty(result.Hits);
        Assert.Null(result.DidYouMean);
    }

    [Fact]
    public async Task A_number_is_never_corrected_to_another_one()
    {
        await Engine.With(Catalog);

        var result = await Engine.SearchAsync(Ask("16"));

        Assert.Null(result.DidYouMean);
        Assert.Empty(result.Hits);
    }

    [Fact]
    public async Task The_thing_itself_comes_before_its_accessory()
    {
        await Engine.With(Catalog);

        Assert.Equal(["laptop", "bag"], await Engine.Ids(Ask("laptops")));
        Assert.Equal("bag", (await Engine.Ids(Ask("laptop bag")))[0]);
    }

    [Theory]
    [InlineData("4006381333931")]
    [InlineData("04006381333931")]
    [InlineData("GM-100/b")]
    [InlineData("gm100b")]
    public async Task A_bar_code_or_stock_number_finds_its_listing(string reference)
    {
        await Engine.With(Catalog);

        Assert.Equal("mouse", (await Engine.Ids(Ask(reference)))[0]);
    }

    [Fact]
    public async Task One_unknown_word_among_known_ones_does_not_empty_the_page()
    {
        await Engine.With(Catalog);

        var result = await Engine.SearchAsync(Ask("zzxxqq projector"));

        Assert.Equal("beamer", result.Hits[0].ListingId);
        Assert.True(result.Relaxed);
    }

    [Fact]
    public async Task What_is_sold_out_sinks_below_an_equal_match()
    {
        await Engine.With(Listing("a-gone", "Kettle") with { InStock = false }, Listing("b-here", "Kettle"));

        Assert.Equal(["b-here", "a-gone"], await Engine.Ids(Ask("kettle")));
    }

    [Theory]
    [InlineData(SearchSort.PriceAscending, "old", "new")]
    [InlineData(SearchSort.PriceDescending, "new", "old")]
    [InlineData(SearchSort.Newest, "new", "old")]
    [InlineData(SearchSort.Rating, "old", "new")]
    public async Task Sorts_do_what_they_say(SearchSort sort, string first, string second)
    {
        await Engine.With(
            Listing("new", "Lamp") with { CreatedAtUtc = Now.AddDays(1), Prices = [new("EUR", 500, 500)] },
            Listing("old", "Lamp") with { RatingAverage = 4.9, RatingCount = 40, Prices = [new("EUR", 400, 900)] });

        Assert.Equal([first, second], await Engine.Ids(Ask("lamp") with { Sort = sort }));
    }

    [Fact]
    public async Task Pages_neither_lose_nor_repeat_a_listing()
    {
        await Engine.With([.. Enumerable.Range(0, 60).Select(i =>
            Listing($"l-{i:00}", "Candle", i % 3 == 0 ? Gadgets : i % 3 == 1 ? Outfitter : Bookshop))]);

        var seen = new List<string>();
        for (var page = 1; page <= 7; page++) seen.AddRange(await Engine.Ids(Ask() with { Page = page, PageSize = 10 }));

        Assert.Equal(60, seen.Count);
        Assert.Equal(60, seen.Distinct().Count());
    }

    [Fact]
    public async Task One_seller_does_not_fill_the_first_page()
    {
        await Engine.With([
            .. Enumerable.Range(0, 30).Select(i => Listing($"a-{i:00}", "Candle", Gadgets) with { Popularity = 1_000 }),
            .. Enumerable.Range(0, 9).Select(i => Listing($"b-{i:00}", "Candle", Outfitter)),
        ]);

        var page = await Engine.SearchAsync(Ask("candle") with { PageSize = 12 });

        Assert.Contains(page.Hits, h => h.Seller == Outfitter);
        Assert.Equal(39, page.Total);
    }

    [Fact]
    public async Task Suggestions_finish_the_word_and_name_listings_categories_and_shops()
    {
        await Engine.With(Catalog);

        var laptops = await Engine.SuggestAsync(new SuggestRequest { Text = "lap", Currency = "EUR" });
        var shops = await Engine.SuggestAsync(new SuggestRequest { Text = "north", Currency = "EUR" });
        var second = await Engine.SuggestAsync(new SuggestRequest { Text = "gaming m", Currency = "EUR" });

        Assert.Equal(["laptop", "laptops"], laptops.Queries);
        Assert.Equal(["Laptops"], laptops.Categories.Select(c => c.Name));
        Assert.Equal(["bag", "laptop"], laptops.Listings.Select(l => l.ListingId).Order());
        Assert.Equal([new SuggestedShop(Outfitter.Id, Outfitter.Slug, Outfitter.Name, 2)], shops.Shops);
        Assert.Equal(["gaming mouse"], second.Queries);
        Assert.Same(SuggestResult.Empty, await Engine.SuggestAsync(new SuggestRequest { Text = " ", Currency = "EUR" }));
    }

    [Fact]
    public async Task A_request_beyond_the_limits_is_refused_and_a_long_text_is_cut()
    {
        await Engine.With(Catalog);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Engine.Ids(Ask() with { PageSize = 97 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await Engine.Ids(Ask() with { Page = 105, PageSize = 96 }));
        Assert.NotEmpty(await Engine.Ids(Ask("laptop " + new string('x', 5_000))));
    }

    [Fact]
    public async Task A_hit_carries_all_that_a_card_shows()
    {
        var listing = Listing("lamp", "Lamp", Bookshop) with
        {
            Brand = "Lumen",
            RatingAverage = 4.25,
            RatingCount = 8,
            ImageRef = "img-1",
            Prices = [new("EUR", 500, 900), new("USD", 600, 1_000)],
        };
        await Engine.With(listing);

        var hit = (await Engine.SearchAsync(Ask("lamp") with { Currency = "USD" })).Hits.Single();

        Assert.Equal((listing.ListingId, listing.ProductGroupId, Bookshop), (hit.ListingId, hit.ProductGroupId, hit.Seller));
        Assert.Equal(("Lamp", "lamp", "lamp", "Lumen"), (hit.Title, hit.Slug, hit.ShortId, hit.Brand));
        Assert.Equal(("USD", 600, 1_000), (hit.Currency, hit.PriceMinMinor, hit.PriceMaxMinor));
        Assert.Equal((true, 4.25, 8), (hit.InStock, hit.RatingAverage, hit.RatingCount));
        Assert.Equal(("img-1", true, "Electronics"), (hit.ImageRef, hit.IsBuyBox, hit.CategoryName));
    }
}

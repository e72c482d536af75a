using Marketplace.Growth.Search.Contracts;
using static Marketplace.Tests.Growth.Search.Shelf;

namespace Marketplace.Tests.Growth.Search;

public abstract class SearchFiltersContract : SearchEngineContract
{
    [Fact]
    public async Task Two_options_must_hold_in_one_variant()
    {
        await Engine.With(
            Shirt("apart", "colour=Blue size=M", "colour=Red size=XL"),
            Shirt("together", "colour=Blue size=XL"));

        var found = await Engine.Ids(Ask("", Where("colour", "Blue"), Where("size", "XL")));

        Assert.Equal(["together"], found);
    }

    [Fact]
    public async Task Option_counts_follow_the_other_options_variant_by_variant()
    {
        await Engine.With(
            Shirt("a", "colour=Blue size=M", "colour=Red size=XL"),
            Shirt("b", "colour=Blue size=XL", "colour=Green size=XL"));

        var result = await Engine.SearchAsync(
            Ask("", Where("size", "XL")) with { FacetKeys = ["colour", "size"] });

        Assert.Equal(2, result.Total);
        Assert.Equal(new() { ["Red"] = 1, ["Blue"] = 1, ["Green"] = 1 }, result.Counts("colour"));
        Assert.Equal(new() { ["XL"] = 2, ["M"] = 1 }, result.Counts("size"));
    }

    [Fact]
    public async Task An_attribute_of_the_listing_joins_with_an_option_of_a_variant()
    {
        await Engine.With(
            Shirt("cotton", "size=M") with { Attributes = [new("material", "Cotton")] },
            Shirt("linen", "size=M") with { Attributes = [new("material", "Linen")] });

        var found = await Engine.Ids(Ask("", Where("material", "Linen"), Where("size", "M")));

        Assert.Equal(["linen"], found);
    }

    [Fact]
    public async Task A_sold_out_option_is_not_found_by_its_filter()
    {
        await Engine.With(Shirt("sold-out") with { InStock = false });

        Assert.Empty(await Engine.Ids(Ask("", Where("size", "M"))));
        Assert.Equal(["sold-out"], await Engine.Ids(Ask()));
    }

    [Fact]
    public async Task Choosing_a_second_value_of_a_facet_widens_and_the_counts_told_so()
    {
        await Engine.With(
            Listing("hp", "Laptop") with { Brand = "HP" },
            Listing("dell", "Laptop") with { Brand = "Dell" },
            Listing("acer", "Laptop") with { Brand = "Acer" });

        var one = await Engine.SearchAsync(Ask("", Where(FacetKeys.Brand, "HP")) with { FacetKeys = [FacetKeys.Brand] });
        var two = await Engine.SearchAsync(Ask("", Where(FacetKeys.Brand, "HP", "Dell")));

        Assert.Equal(1, one.Total);
        Assert.Equal(new() { ["HP"] = 1, ["Dell"] = 1, ["Acer"] = 1 }, one.Counts(FacetKeys.Brand));
        Assert.Equal(["HP"], one.Facets[0].Values.Where(v => v.Selected).Select(v => v.Value));
        Assert.Equal(2, two.Total);
    }

    [Fact]
    public async Task Only_the_buy_box_is_found_until_a_seller_is_chosen()
    {
        await Engine.With(
            Listing("winner", "Kettle", Gadgets) with { ProductGroupId = "g" },
            Listing("rival", "Kettle", Outfitter) with { ProductGroupId = "g", IsBuyBox = false });

        Assert.Equal(["winner"], await Engine.Ids(Ask("kettle")));
        Assert.Equal(["rival"], await Engine.Ids(Ask("kettle", Where(FacetKeys.Seller, Outfitter.Id))));
        Assert.Equal(["rival"], await Engine.Ids(Ask("kettle") with { SellerId = Outfitter.Id }));
    }

    [Fact]
    public async Task The_seller_facet_counts_what_choosing_the_seller_would_show()
    {
        await Engine.With(
            Listing("winner", "Kettle", Gadgets),
            Listing("rival", "Kettle", Outfitter) with { IsBuyBox = false });

        var result = await Engine.SearchAsync(Ask("kettle") with { FacetKeys = [FacetKeys.Seller] });

        Assert.Equal(1, result.Total);
        Assert.Equal(new() { [Gadgets.Id] = 1, [Outfitter.Id] = 1 }, result.Counts(FacetKeys.Seller));
        Assert.Contains(result.Facets[0].Values, v => v.Label == Outfitter.Name);
    }

    [Fact]
    public async Task A_hidden_seller_is_gone_from_hits_facets_and_suggestions_at_once()
    {
        await Engine.With(Listing("seen", "Kettle", Gadgets), Listing("hidden", "Kettle", Outfitter));
        var hidden = new HashSet<string> { Outfitter.Id };

        var result = await Engine.SearchAsync(
            Ask("kettle") with { HiddenSellerIds = hidden, FacetKeys = [FacetKeys.Seller] });
        var scoped = await Engine.Ids(Ask() with { HiddenSellerIds = hidden, SellerId = Outfitter.Id });
        var suggested = await Engine.SuggestAsync(
            new SuggestRequest { Text = "kett", Currency = "EUR", HiddenSellerIds = hidden });

        Assert.Equal(["seen"], result.Hits.Select(h => h.ListingId));
        Assert.Equal(new() { [Gadgets.Id] = 1 }, result.Counts(FacetKeys.Seller));
        Assert.Empty(scoped);
        Assert.Equal(["seen"], suggested.Listings.Select(h => h.ListingId));
    }

    [Fact]
    public async Task No_price_in_the_currency_or_no_way_to_the_country_means_not_offered()
    {
        await Engine.With(
            Listing("dollars", "Kettle") with { Prices = [new("USD", 900, 900)] },
            Listing("domestic", "Kettle") with { ShipsTo = ["FR"] },
            Listing("both", "Kettle") with { ShipsTo = ["DE", "FR"] });

        Assert.Equal(["both"], await Engine.Ids(Ask("kettle")));
        Assert.Equal(["both", "domestic"], await Engine.Ids(Ask("kettle") with { Country = null }));
        Assert.Equal(["dollars"], await Engine.Ids(Ask("kettle") with { Currency = "USD" }));
    }

    [Fact]
    public async Task A_price_range_reads_the_visitors_currency_and_keeps_its_own_bounds_open()
    {
        await Engine.With(
            Listing("cheap", "Kettle") with { Prices = [new("EUR", 500, 500), new("USD", 9_000, 9_000)] },
            Listing("middle", "Kettle") with { Prices = [new("EUR", 2_000, 2_500)] },
            Listing("dear", "Kettle") with { Prices = [new("EUR", 9_000, 9_000)] });

        var result = await Engine.SearchAsync(Ask("kettle") with { Price = new PriceFilter(2_200, 5_000) });

        Assert.Equal(["middle"], result.Hits.Select(h => h.ListingId));
        Assert.Equal((500, 9_000), (result.Prices!.MinMinor, result.Prices.MaxMinor));
        Assert.Equal(3, result.Prices.Histogram.Sum(b => b.Count));
    }

    [Fact]
    public async Task Numbers_stars_and_stock_narrow_the_result()
    {
        await Engine.With(
            Listing("good", "Screen") with { Numbers = [new("inches", 27)], RatingAverage = 4.5, RatingCount = 9 },
            Listing("small", "Screen") with { Numbers = [new("inches", 19)], RatingAverage = 4.5, RatingCount = 9 },
            Listing("poor", "Screen") with { Numbers = [new("inches", 27)], RatingAverage = 2.5, RatingCount = 9 },
            Listing("gone", "Screen") with
            {
                Numbers = [new("inches", 32)],
                RatingAverage = 4.5,
                RatingCount = 9,
                InStock = false,
            });

        var result = await Engine.SearchAsync(Ask("screen") with
        {
            Numbers = [new NumberFilter("inches", 24, null)],
            MinRating = 4,
            InStockOnly = true,
            FacetKeys = [FacetKeys.Rating],
            NumberKeys = ["inches"],
        });

        Assert.Equal(["good"], result.Hits.Select(h => h.ListingId));
        Assert.Equal(new() { ["4"] = 1, ["3"] = 1, ["2"] = 2, ["1"] = 2 }, result.Counts(FacetKeys.Rating));
        Assert.Equal([new NumberBounds("inches", 19, 27)], result.Numbers);
    }

    [Fact]
    public async Task A_category_page_counts_the_categories_inside_it()
    {
        await Engine.With(
            Listing("laptop", "Laptop") with { CategoryPath = [Electronics, Laptops] },
            Listing("bag", "Laptop bag") with { CategoryPath = [Electronics, Bags] },
            Shirt("shirt"));

        var result = await Engine.SearchAsync(
            Ask() with { CategoryId = Electronics.Id, FacetKeys = [FacetKeys.Category] });

        Assert.Equal(2, result.Total);
        Assert.Equal(new() { [Electronics.Id] = 2, [Laptops.Id] = 1, [Bags.Id] = 1 }, result.Counts(FacetKeys.Category));
        Assert.Equal("Laptops", result.Facets[0].Values.Single(v => v.Value == Laptops.Id).Label);
        Assert.Empty(await Engine.Ids(Ask() with { CategoryId = "c-unknown" }));
    }

    [Fact]
    public async Task Paused_and_deleted_listings_are_never_found()
    {
        await Engine.With(
            Listing("paused", "Kettle") with { Status = IndexStatus.Hidden },
            Listing("gone", "Kettle"));
        await Engine.With(ListingDocument.Tombstone("gone", 2));

        Assert.Empty(await Engine.Ids(Ask()));
        Assert.Empty(await Engine.Ids(Ask("kettle")));
    }
}

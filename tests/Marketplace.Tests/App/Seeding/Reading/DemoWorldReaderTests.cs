using Marketplace.App.Seeding.Model;
using Marketplace.App.Seeding.Reading;

namespace Marketplace.Tests.App.Seeding.Reading;

public sealed class DemoWorldReaderTests
{
    private const string Header =
        "handle,title,category,status,description,attributes,option1_name,option1_value,option2_name,option2_value,sku,"
        + "gtin,price_eur,compare_at_eur,weight_grams,stock,variant_image,images,image_alts,seo_title,seo_description,"
        + "tags,origin,rating_count,rating_average,reviews\n";

    [Fact]
    public void The_whole_demo_world_is_read_and_its_names_agree()
    {
        var world = DemoWorldReader.Read(DemoFolder.Path);

        Assert.True(world.Shops.Count >= 14);
        Assert.True(world.Shops.Sum(s => s.Listings.Count) >= 390);
        Assert.True(world.Shops.Sum(s => s.Listings.Sum(l => l.Variants.Count)) >= 900);
        Assert.All(world.Shops.SelectMany(s => s.Listings), l => Assert.NotEmpty(l.Images));
        Assert.Contains(world.Shops.SelectMany(s => s.Listings), l => l.Status == ListingStatusSeed.Draft);
    }

    [Fact]
    public void Prices_are_minor_units_of_each_currency()
    {
        var world = DemoWorldReader.Read(DemoFolder.Path);

        var mug = world.Shops.Single(s => s.Shop.Slug == "kiln-and-clay").Listings
            .Single(l => l.Handle == "speckled-stoneware-mug-320-ml").Variants.Single(v => v.Sku == "KC-001-TERR-320M");

        Assert.Equal(2400, mug.Prices["EUR"].PriceMinor);
        Assert.Equal(3960, mug.Prices["JPY"].PriceMinor);
        Assert.Equal(8250, mug.Prices["KWD"].PriceMinor);
        Assert.Equal(["Terracotta", "320 ml"], mug.OptionValues);
        Assert.Equal(47, mug.Stock["studio"]);
    }

    [Fact]
    public void Rows_of_one_handle_are_one_listing()
    {
        var listings = Read(
            "mug,Mug,cups,published,A mug,a=1;b=x|y,Colour,Red,,,M-1,,2.50,3.00,100,shop=3,,m1; m2,One; Two,,,\"a, b\",NL,3,4.5,"
            + "Ann|5|Good | very\n"
            + "mug,,,,,,Colour,Blue,,,M-2,,2.50,,100,shop=0,m2,,,,,,,,,\n"
            + "jug,Jug,cups,draft,A jug,,,,,,J-1,,9.00,,200,shop=1,,,,,,,NL,,,\n");

        Assert.Equal(["mug", "jug"], listings.Select(l => l.Handle));
        Assert.Equal(["M-1", "M-2"], listings[0].Variants.Select(v => v.Sku));
        Assert.Equal(["x", "y"], listings[0].Attributes["b"]);
        Assert.Equal(450, listings[0].RatingHundredths);
        Assert.Equal("Good | very", listings[0].Reviews.Single().Text);
        Assert.Equal(300, listings[0].Variants[0].Prices["EUR"].CompareAtMinor);
        Assert.Empty(listings[1].OptionNames);
    }

    [Theory]
    [InlineData("mug,Mug,cups,sold,,,,,,,M-1,,2.50,,100,shop=3,,,,,,,,,,\n", "line 2: the status 'sold'")]
    [InlineData("mug,Mug,cups,draft,,,,,,,M-1,,2.505,,100,shop=3,,,,,,,,,,\n", "line 2: '2.505' in 'price_eur'")]
    [InlineData("mug,Mug,cups,draft,,,,,,,M-1,,2.50,2.00,100,shop=3,,,,,,,,,,\n", "line 2: the price before in EUR")]
    [InlineData("mug,Mug,cups,draft,,,,,,,M-1,,2.50,,heavy,shop=3,,,,,,,,,,\n", "line 2: 'heavy' in 'weight_grams'")]
    [InlineData("mug,Mug,cups,draft,,,,,,,M-1,,2.50,,100,shop,,,,,,,,,,\n", "line 2: 'shop' in 'stock'")]
    [InlineData("mug,Mug,cups,draft,,,,,,,M-1,,2.50,,100,shop=3,,m1; m2,One,,,,,,,\n", "line 2: there are 2 images")]
    [InlineData("mug,Mug\n", "line 2: has 2 cells")]
    [InlineData(",Mug,cups,draft,,,,,,,M-1,,2.50,,100,shop=3,,,,,,,,,,\n", "line 2: 'handle' is empty")]
    public void What_is_wrong_is_told_with_file_and_line(string row, string complaint)
    {
        var problem = Assert.Throws<SeedDataException>(() => Read(row));

        Assert.StartsWith("shop/products.csv, " + complaint, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_demo_data_is_refused()
    {
        var problem = Assert.Throws<SeedDataException>(() => DemoWorldReader.Read(Path.GetTempPath()));

        Assert.Contains("platform.json", problem.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ListingSeed> Read(string rows)
    {
        using var text = new StringReader(Header + rows);
        return ProductsReader.Read("shop/products.csv", text, ["EUR"]);
    }
}

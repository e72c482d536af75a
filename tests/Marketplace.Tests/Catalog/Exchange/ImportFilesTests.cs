using System.Text;
using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using static Marketplace.Tests.Catalog.CatalogWorld;
using static Marketplace.Tests.Catalog.Exchange.ImportWorld;

namespace Marketplace.Tests.Catalog.Exchange;

/// <summary>Files as other shops and spreadsheets write them, good and bad.</summary>
public sealed class ImportFilesTests
{
    /// <summary>As Shopify exports: rows of variants, a row of a picture alone, HTML with quotation marks and line breaks.</summary>
    private static readonly byte[] Shopify = Example("shopify.csv");

    private static byte[] Example(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Catalog", "Exchange", "Files", name));

    [Fact]
    public async Task A_shopify_export_is_read_as_it_is()
    {
        await using var world = await StartAsync();

        var view = await world.ImportedAsync(Potter, Shopify, say: v => As(v, v.Options with { CategoryId = world.Books }));

        Assert.Equal((ImportKind.Shopify, 2), (view.Kind, view.Steps[ImportStep.Applied]));
        var items = await world.ItemsAsync(Potter, view.Id);
        var mug = (await world.ReadAsync(Potter, items[0].ListingId!)).Draft;
        Assert.Equal("Holds **300 ml**, says \"morning\" to you.\n\n- Dishwasher safe\n- Fired twice",
            mug.Description.Replace("*twice*", "twice"));
        Assert.Equal((world.Mugs, "Kiln & Clay", "A mug"), (mug.CategoryId, mug.Brand, mug.SeoTitle));
        Assert.Equal(["MUG-RS", "MUG-RL", "STONEWARE-MUG-BLUE-SMALL"], mug.Variants.Select(v => v.Sku));
        Assert.Equal(["Red / Small", "Red / Large", "Blue / Small"], mug.Variants.Select(v => string.Join(" / ", v.OptionValues)));
        Assert.Equal([new PriceDraft("USD", 1990, 2490)], mug.Variants[0].Prices);
        Assert.Equal([new PriceDraft("USD", 2490)], mug.Variants[1].Prices);
        Assert.Equal(("0" + Ean, null), (mug.Variants[0].Gtin, mug.Variants[2].Gtin));
        Assert.Equal(510, mug.Variants[1].WeightGrams);
        Assert.All(items[0].Problems, p => Assert.True(p.IsWarning));
        Assert.Contains(items[0].Problems, p => p.Column == "Variant Barcode" && p.Line == 5);
        Assert.Contains(items[0].Problems, p => p.Column == "Image Src" && p.Line == 6);
        var bowl = (await world.ReadAsync(Potter, items[1].ListingId!)).Draft;
        Assert.Empty(bowl.Options);
        Assert.Equal(world.Books, bowl.CategoryId);
        Assert.StartsWith("=SUM(A1) is text", bowl.Description);
    }

    [Fact]
    public async Task A_woocommerce_export_is_read_as_it_is()
    {
        await using var world = await StartAsync();
        var file = Example("woocommerce.csv");

        var view = await world.ImportedAsync(Potter, file);

        Assert.Equal((ImportKind.WooCommerce, 2), (view.Kind, view.Steps[ImportStep.Applied]));
        var items = await world.ItemsAsync(Potter, view.Id);
        var mug = (await world.ReadAsync(Potter, items[0].ListingId!)).Draft;
        Assert.Equal(("Woolly mug of ours", world.Mugs, "Soft and warm to hold."), (mug.Title, mug.CategoryId, mug.Description));
        // One variation names its parent by SKU, the other by number.
        Assert.Equal(["MUG-R Red", "MUG-B Blue"], mug.Variants.Select(v => $"{v.Sku} {v.OptionValues.Single()}"));
        Assert.Equal([new PriceDraft("USD", 1500, 1900)], mug.Variants[0].Prices);
        Assert.Equal((420, 421, 4), (mug.Variants[0].WeightGrams, mug.Variants[1].WeightGrams, mug.Variants[0].Stock.Single().Now));
        Assert.Equal("13", (await world.ReadAsync(Potter, items[1].ListingId!)).Draft.Variants.Single().Sku);
    }

    [Theory]
    [InlineData("utf-8-bom", ',')]
    [InlineData("utf-8", ';')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16be", ';')]
    [InlineData("utf-16-unmarked", ',')]
    [InlineData("windows-1252", ';')]
    public void Encodings_and_separators_are_found_out(string encoding, char separator)
    {
        var text = $"sku{separator}title{separator}brand\r\nA1{separator}Käsemesser für €{separator}\"Søren{separator} & Co\"\r\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = encoding switch
        {
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16be" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "utf-16-unmarked" => Encoding.Unicode.GetBytes(text),
            "windows-1252" => Encoding.GetEncoding(1252).GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };

        var sheet = SheetReader.Read(bytes).Required();

        Assert.Equal(["sku", "title", "brand"], sheet.Header);
        Assert.Equal(["A1", "Käsemesser für €", $"Søren{separator} & Co"], Assert.Single(sheet.Rows).Cells.Select(c => c.Text));
    }

    [Fact]
    public async Task What_is_wrong_in_a_row_is_said_with_its_line_and_column_and_the_other_rows_are_read()
    {
        await using var world = await StartAsync();
        var file = Utf8("sku,title,price:EUR,weight_g,stock,category\r\n"
            + "GOOD,A good mug of ours,19.00,420,1,Mugs\r\n"
            + "F1,=HYPERLINK(1),19.00,420,1,Mugs\r\n"
            + "F2,A mug with a comma,\"19,90\",heavy,1.5,Mugs\r\n"
            + "F3,A mug too exact,19.999,420,1,Nowhere\r\n"
            + $"F4,{new string('x', 1_000_000)},19.00,420,1,Mugs\r\n"
            + "F5,A mug cut short\r\n"
            + "TWIN,A mug with a twin,19.00,420,1,Mugs\r\n"
            + "TWIN,Its twin,19.00,420,1,Mugs\r\n"
            + "F6,A mug too cheap,0.10,420,1,Mugs\r\n"
            + "F7,\"A mug that never ends,19.00,420,1,Mugs\r\nF8,Lost,1,1,1,Mugs\r\n");

        var view = await world.CheckedAsync(Potter, file);
        var said = (await world.ItemsAsync(Potter, view.Id)).SelectMany(i => i.Problems).Select(Said).ToList();

        Assert.Equal(1, view.Counts[ImportOutcome.New]);
        foreach (var expected in (string[])
            [
                "3 title: This is a formula.",
                "4 price:EUR: “19,90” is not a price in EUR.", "4 weight_g: “heavy” is not a weight.",
                "4 stock: “1.5” is not a whole number.", "5 price:EUR: “19.999” has more decimals than EUR has.",
                "5 category: There is no category “Nowhere” here.", "6 title: The cell has 1000000 characters; at most 32767 are read.",
                "7 : The row has 2 cells where the first row has 6 titles.", "9 : The SKU “TWIN” stands in the file twice.",
                "10 price:EUR: The price cannot be charged: A price in EUR is at least 0.50 EUR.", "11 : From here on nothing can be read",
            ])
            Assert.Contains(said, s => s.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1,299.90", "EUR", false, 129990)]
    [InlineData("€ 1.299,90", "EUR", true, 129990)]
    [InlineData("19.9", "EUR", false, 1990)]
    [InlineData("1.900", "KWD", false, 1900)]
    [InlineData("19.90", "EUR", true, null)]
    [InlineData("19,90", "EUR", false, null)]
    [InlineData("0.015", "EUR", false, null)]
    [InlineData("1,29,90", "EUR", false, null)]
    [InlineData("1e3", "EUR", false, null)]
    public void A_price_is_read_exactly_or_not_at_all(string text, string currency, bool comma, int? minor)
    {
        var (reading, found) = ImportNumbers.Price(new SheetCell(text), currency, comma);

        Assert.Equal(minor, reading == ImportNumbers.Reading.Ok ? (int)found : null);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("''-5")]
    [InlineData("'tis a mug")]
    [InlineData("- a list")]
    [InlineData("\tx")]
    [InlineData("plain")]
    public void A_guarded_cell_comes_back_as_it_was_and_never_begins_like_a_formula(string text)
    {
        var written = CellGuard.Write(text);

        Assert.Equal(text, CellGuard.Read(written));
        Assert.DoesNotContain(written[0], "=+-@\t\r\n");
    }
}

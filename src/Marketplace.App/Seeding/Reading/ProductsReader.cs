using CsvHelper;
using Marketplace.App.Seeding.Model;

namespace Marketplace.App.Seeding.Reading;

/// <summary>Reads <c>products.csv</c>: one row a variant; the first row of a handle carries the listing's columns.</summary>
internal static class ProductsReader
{
    private static readonly CsvReaderOptions Form = CsvReaderOptions.Default with
    {
        Separator = ',',
        TrackLineNumbers = true,
        TrimWhitespace = true,
    };

    public static IReadOnlyList<ListingSeed> Read(string file, TextReader text, IReadOnlyList<string> currencies)
    {
        using var csv = CsvReader.Create(text, Form, leaveOpen: true);
        var listings = new List<ListingSeed>();
        var rows = new List<ProductRow>();
        while (csv.Read())
        {
            var row = ProductRow.From(file, csv);
            if (rows.Count > 0 && rows[0].Text("handle") != row.Text("handle"))
            {
                listings.Add(ToListing(rows, currencies));
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0) listings.Add(ToListing(rows, currencies));
        return listings;
    }

    private static ListingSeed ToListing(List<ProductRow> rows, IReadOnlyList<string> currencies)
    {
        var first = rows[0];
        var optionNames = ((string[])["option1", "option2"]).Where(o => first.Text(o + "_name").Length > 0).ToList();
        return new ListingSeed(
            first.Line, first.Required("handle"), first.Required("title"), first.Required("category"),
            first.Status(), first.Text("description"), first.Attributes(),
            [.. optionNames.Select(o => first.Text(o + "_name"))],
            [.. rows.Select(r => ToVariant(r, optionNames, currencies))], first.Images(), first.Text("seo_title"),
            first.Text("seo_description"), first.Parts("tags", ','), first.Text("origin"),
            first.Text("rating_count").Length == 0 ? 0 : first.Whole("rating_count"), first.RatingHundredths(),
            first.Reviews());
    }

    private static VariantSeed ToVariant(ProductRow row, List<string> optionNames, IReadOnlyList<string> currencies) => new(
        row.Line, [.. optionNames.Select(o => row.Required(o + "_value"))], row.Required("sku"),
        row.Text("gtin") is { Length: > 0 } gtin ? gtin : null, row.Prices(currencies), row.Whole("weight_grams"),
        row.Stock(), row.Text("variant_image") is { Length: > 0 } image ? image : null);
}

using System.Globalization;
using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Exchange;

/// <summary>Says fields and problems of imports in the reader's language.</summary>
public sealed class ImportWording(IStringLocalizer<Words> words)
{
    public IReadOnlyList<string> ProblemColumns =>
        [words["Line"], words["Column"], words["Listing"], words["Kind"], words["What to mend"]];

    public string Field(string field) => field.Split(':', 2) switch
    {
        [ImportFields.Price, var currency] => words["Price in {0}", currency],
        [ImportFields.CompareAt, var currency] => words["Price before, in {0}", currency],
        [ImportFields.Stock, var place] => words["Count at {0}", place],
        _ => Plain(field),
    };

    public string Say(RowProblem problem) =>
        words[problem.Text, [.. problem.Parts.Select(p => (object)words.Refusal(p))]];

    public IReadOnlyList<string> ProblemRow(string title, RowProblem problem) =>
    [
        problem.Line.ToString(CultureInfo.InvariantCulture), problem.Column, title,
        problem.IsWarning ? words["Note"] : words["Error"], Say(problem),
    ];

    public string Kind(ImportKind kind) => kind switch
    {
        ImportKind.Own => words["Our own format"],
        ImportKind.Shopify => words["A Shopify export"],
        ImportKind.WooCommerce => words["A WooCommerce export"],
        ImportKind.Other => words["A table"],
    };

    /// <summary>What a column can be taken for, with the platform's currencies and the seller's locations.</summary>
    public IEnumerable<Choice> Choices(IEnumerable<string> currencies, IEnumerable<string> places, IEnumerable<string?> used) =>
        ImportFields.All
            .Concat(currencies.SelectMany(c => (string[])[ImportFields.PriceIn(c), ImportFields.CompareAtIn(c)]))
            .Concat(places.Select(ImportFields.StockAt)).Union(used.OfType<string>(), StringComparer.Ordinal)
            .Select(f => new Choice(f, Field(f)));

    private string Plain(string field) => field switch
    {
        ImportFields.Handle => words["Handle, the same in all rows of a listing"],
        ImportFields.Title => words["Title"],
        ImportFields.Description => words["Description"],
        ImportFields.Brand => words["Brand"],
        ImportFields.Category => words["Category"],
        ImportFields.State => words["State"],
        ImportFields.Attributes => words["Facts, as code=value"],
        ImportFields.Sku => words["SKU"],
        ImportFields.Gtin => words["GTIN"],
        ImportFields.Price => words["Price"],
        ImportFields.SalePrice => words["Sale price"],
        ImportFields.CompareAt => words["Price before"],
        ImportFields.WeightGrams => words["Weight, g"],
        ImportFields.WeightKilograms => words["Weight, kg"],
        ImportFields.Stock => words["In stock"],
        ImportFields.Images => words["Pictures"],
        ImportFields.ImageAlts => words["What the pictures show"],
        ImportFields.VariantImage => words["Picture of the variant"],
        ImportFields.SeoTitle => words["Title for search engines"],
        ImportFields.SeoDescription => words["Description for search engines"],
        ImportFields.RowType => words["Kind of row"],
        ImportFields.RowId => words["Number of the row"],
        ImportFields.Parent => words["Row it belongs to"],
        _ => Option(field),
    };

    private string Option(string field)
    {
        if (field.Length < 8 || !char.IsAsciiDigit(field[6])) return words["Options"];
        var number = field[6..7];
        return field[7..] switch
        {
            "_name" => words["Option {0}: its name", number],
            "_value" => words["Option {0}: the value", number],
            _ => words["Option {0}: all values", number],
        };
    }
}

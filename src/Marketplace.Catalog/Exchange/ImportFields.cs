using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Kernel.Values;

namespace Marketplace.Catalog.Exchange;

/// <summary>What a column can mean, and which titles mean it: our own, Shopify's and WooCommerce's.</summary>
public static class ImportFields
{
    public const string Handle = "handle";
    public const string Title = "title";
    public const string Description = "description";
    public const string Brand = "brand";
    public const string Category = "category";
    public const string State = "state";
    public const string Attributes = "attributes";
    public const string SeoTitle = "seo_title";
    public const string SeoDescription = "seo_description";
    public const string Sku = "sku";
    public const string Gtin = "gtin";
    public const string Price = "price";
    public const string SalePrice = "sale_price";
    public const string CompareAt = "compare_at";
    public const string WeightGrams = "weight_g";
    public const string WeightKilograms = "weight_kg";
    public const string Stock = "stock";
    public const string Images = "images";
    public const string ImageAlts = "image_alts";
    public const string VariantImage = "variant_image";
    public const string RowType = "row_type";
    public const string RowId = "row_id";
    public const string Parent = "parent";

    /// <summary>The fields that a person can choose from; those with a currency or a location follow by their prefix.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Handle, Title, Description, Brand, Category, State, Attributes, Sku, Gtin, Price, SalePrice, CompareAt,
            WeightGrams, WeightKilograms,
        Stock, Images, ImageAlts, VariantImage, SeoTitle, SeoDescription, .. Options(), RowType, RowId, Parent,
    ];

    private static readonly Dictionary<string, string> Shopify = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Handle"] = Handle, ["URL handle"] = Handle, ["Title"] = Title, ["Body (HTML)"] = Description, ["Description"] = Description,
        ["Vendor"] = Brand, ["Product Category"] = Category, ["Status"] = State, ["Variant SKU"] = Sku, ["SKU"] = Sku,
        ["Variant Barcode"] = Gtin, ["Barcode"] = Gtin, ["Variant Price"] = Price, ["Price"] = Price,
        ["Variant Compare At Price"] = CompareAt, ["Compare-at price"] = CompareAt, ["Variant Grams"] = WeightGrams,
        ["Weight value (grams)"] = WeightGrams, ["Variant Inventory Qty"] = Stock, ["Inventory quantity"] = Stock,
        ["Image Src"] = Images, ["Product image URL"] = Images, ["Image Alt Text"] = ImageAlts, ["Variant Image"] = VariantImage,
        ["Variant image URL"] = VariantImage, ["SEO Title"] = SeoTitle, ["SEO Description"] = SeoDescription,
        ["Option1 Name"] = OptionName(1), ["Option1 Value"] = OptionValue(1), ["Option2 Name"] = OptionName(2),
        ["Option2 Value"] = OptionValue(2), ["Option3 Name"] = OptionName(3), ["Option3 Value"] = OptionValue(3),
    };

    private static readonly Dictionary<string, string> WooCommerce = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ID"] = RowId, ["Type"] = RowType, ["SKU"] = Sku, ["GTIN, UPC, EAN, or ISBN"] = Gtin, ["Name"] = Title, ["Published"] = State,
        ["Description"] = Description, ["Stock"] = Stock, ["Weight (kg)"] = WeightKilograms, ["Weight (g)"] = WeightGrams,
        ["Sale price"] = SalePrice, ["Regular price"] = Price, ["Categories"] = Category, ["Images"] = Images, ["Parent"] = Parent,
        ["Brands"] = Brand, ["Attribute 1 name"] = OptionName(1), ["Attribute 1 value(s)"] = OptionValue(1),
        ["Attribute 2 name"] = OptionName(2), ["Attribute 2 value(s)"] = OptionValue(2), ["Attribute 3 name"] = OptionName(3),
        ["Attribute 3 value(s)"] = OptionValue(3),
    };

    public static string OptionName(int number) => $"option{number}_name";

    public static string OptionValue(int number) => $"option{number}_value";

    /// <summary>All values in their order, joined by "|"; only our own exports say it.</summary>
    public static string OptionValues(int number) => $"option{number}_values";

    public static string PriceIn(string currency) => $"price:{currency}";

    public static string CompareAtIn(string currency) => $"compare_at:{currency}";

    public static string StockAt(string location) => $"stock:{location}";

    public static ImportKind KindOf(IReadOnlyList<string> header)
    {
        var titles = header.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (titles.Contains(Handle) && titles.Contains(Sku) && titles.Contains(Attributes)) return ImportKind.Own;
        if ((titles.Contains("Handle") && titles.Contains("Variant Price")) || titles.Contains("URL handle")) return ImportKind.Shopify;
        return titles.Contains("Type") && titles.Contains("Regular price") ? ImportKind.WooCommerce : ImportKind.Other;
    }

    /// <summary>What each column is taken for at first; of two with one meaning the first is.</summary>
    public static List<ImportColumn> Guess(IReadOnlyList<string> header, ImportKind kind)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. header.Select(title => new ImportColumn(title, FieldOf(title, kind) is { } field && used.Add(field) ? field : null))];
    }

    public static bool IsField(string field) => All.Contains(field) || field.Split(':', 2) switch
    {
        [Price or CompareAt, var currency] => Currency.Find(currency) is not null,
        [Stock, var location] => location.Length is > 0 and <= 60,
        _ => false,
    };

    private static string? FieldOf(string title, ImportKind kind) => kind switch
    {
        ImportKind.Own => IsField(title) ? title : null,
        ImportKind.Shopify => Shopify.GetValueOrDefault(title),
        ImportKind.WooCommerce => WooCommerce.GetValueOrDefault(title),
        ImportKind.Other => IsField(title) ? title : IsField(title.ToLowerInvariant()) ? title.ToLowerInvariant()
            : Shopify.GetValueOrDefault(title) ?? WooCommerce.GetValueOrDefault(title),
    };

    private static IEnumerable<string> Options() =>
        Enumerable.Range(1, 3).SelectMany(n => (string[])[OptionName(n), OptionValue(n), OptionValues(n)]);
}

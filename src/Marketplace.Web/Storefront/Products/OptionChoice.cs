using Marketplace.Catalog.Listings.Contracts;

namespace Marketplace.Web.Storefront.Products;

/// <summary>One option of a listing with what can be chosen; each value is a link, so that it works without script.</summary>
public sealed record OptionChoice(string Name, string Chosen, IReadOnlyList<OptionValue> Values)
{
    public static IReadOnlyList<OptionChoice> Of(Catalog.Listings.Contracts.ProductPage page, ProductVariant? chosen) =>
    [
        .. page.Options.Select((option, at) => new OptionChoice(
            option.Name, ValueAt(chosen, at) ?? "",
            [.. option.Values.Select(value => Value(page, chosen, at, value)).OfType<OptionValue>()])),
    ];

    /// <summary>The variant with this value that keeps most of the other choices; a buyable one among equals.</summary>
    private static OptionValue? Value(
        Catalog.Listings.Contracts.ProductPage page, ProductVariant? chosen, int at, string value)
    {
        var best = page.Variants.Where(v => ValueAt(v, at) == value)
            .OrderByDescending(v => v.OptionValues.Where((one, i) => i != at && one == ValueAt(chosen, i)).Count())
            .ThenByDescending(v => v.IsBuyable).FirstOrDefault();
        return best is null
            ? null
            : new OptionValue(value, $"{page.Url}?v={best.OfferId}", best.IsBuyable, ValueAt(chosen, at) == value);
    }

    private static string? ValueAt(ProductVariant? variant, int at) =>
        variant is not null && at < variant.OptionValues.Count ? variant.OptionValues[at] : null;
}

public sealed record OptionValue(string Text, string Href, bool Buyable, bool Chosen);

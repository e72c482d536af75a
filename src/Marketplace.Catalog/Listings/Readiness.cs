using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;

namespace Marketplace.Catalog.Listings;

/// <summary>What a listing lacks before buyers may see it, by the editor's fields; pure.</summary>
internal static class Readiness
{
    public const int MinimumTitleLength = 8;
    public const int MinimumDescriptionLength = 40;

    public static Dictionary<string, string[]> Problems(
        Listing listing, IReadOnlyList<ListingText> texts, IReadOnlyList<ListingVariant> variants,
        IReadOnlyList<OfferPrice> prices, CategoryTree tree)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Texts(problems, texts.SingleOrDefault(t => t.Locale == ListingDraft.FirstLocale));
        Category(problems, listing, tree);
        Pictures(problems, listing);
        Variants(problems, variants, prices);
        return problems;
    }

    private static void Texts(Dictionary<string, string[]> problems, ListingText? text)
    {
        if (text is null || text.Title.Length < MinimumTitleLength)
            problems["Draft.Title"] = [$"Say what it is in at least {MinimumTitleLength} characters."];
        else if (text.Title.Any(char.IsLetter) && !text.Title.Any(char.IsLower) && text.Title.Length > 12)
            problems["Draft.Title"] = ["Write the title in normal letters, not in capitals."];
        if (text is null || Description.ToText(text.Description).Length < MinimumDescriptionLength)
            problems["Draft.Description"] = [$"Describe it in at least {MinimumDescriptionLength} characters: material, size, use."];
    }

    private static void Category(Dictionary<string, string[]> problems, Listing listing, CategoryTree tree)
    {
        if (tree.Find(listing.CategoryId) is not { } category)
        {
            problems["Draft.CategoryId"] = ["Choose a category."];
            return;
        }

        if (tree.ChildrenOf(category.Id).Any())
            problems["Draft.CategoryId"] = [$"Choose one of the categories under {category.Name}."];
        foreach (var needed in tree.AttributesOf(category.Id).Where(a => a.IsRequired))
        {
            if (!listing.Attributes.ContainsKey(needed.Code) && listing.Options.All(o => o.AttributeCode != needed.Code))
                problems[AttributeValues.Field(needed.Code)] = [$"{needed.Name} is needed in this category."];
        }
    }

    private static void Pictures(Dictionary<string, string[]> problems, Listing listing)
    {
        if (listing.Pictures.Count == 0) problems["Draft.Pictures"] = ["Add at least one picture."];
        for (var i = 0; i < listing.Pictures.Count; i++)
        {
            if (listing.Pictures[i].Alt.Length == 0)
                problems[$"Draft.Pictures[{i}].Alt"] = ["Say in a few words what the picture shows, for those who cannot see it."];
        }
    }

    private static void Variants(
        Dictionary<string, string[]> problems, IReadOnlyList<ListingVariant> variants, IReadOnlyList<OfferPrice> prices)
    {
        if (variants.Count == 0) problems["Draft.Variants"] = ["A listing has at least one variant."];
        for (var i = 0; i < variants.Count; i++)
        {
            if (prices.All(p => p.OfferId != variants[i].Id))
                problems[$"Draft.Variants[{i}].Prices"] = ["Give the variant a price in at least one currency."];
            if (variants[i].WeightGrams == 0)
                problems[$"Draft.Variants[{i}].WeightGrams"] = ["Give the weight with packaging; shipping is reckoned from it."];
        }
    }
}

using System.Globalization;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Model;

/// <summary>Everything read for one listing's document.</summary>
internal sealed record ListingParts
{
    public required PublishedListing Listing { get; init; }
    public required long IndexVersion { get; init; }
    public required SellerProfile? Seller { get; init; }
    public required IReadOnlyList<PublishedText> Texts { get; init; }

    /// <summary>Live ones only, with what is for sale of each.</summary>
    public required IReadOnlyList<(Offer Offer, int Available, IReadOnlyList<OfferPrice> Prices)> Offers { get; init; }

    /// <summary>From the root.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    public required IReadOnlyList<AttributeDefinition> Attributes { get; init; }
    public required string? GroupId { get; init; }
    public required bool LosesBuyBox { get; init; }
    public required IReadOnlyList<string> ShippingPlaces { get; init; }
    public double RatingAverage { get; init; }
    public int RatingCount { get; init; }
    public double Popularity { get; init; }

    /// <summary>The moment whose prices are shown: a sale may begin or end.</summary>
    public required DateTime AtUtc { get; init; }
}

/// <summary>A listing's rows as its search document. Pure: the same rows always make the same document.</summary>
internal static class DocumentMaker
{
    public static ListingDocument Make(ListingParts parts)
    {
        var listing = parts.Listing;
        var definitions = parts.Attributes.DistinctBy(a => a.Code).ToDictionary(a => a.Code, StringComparer.Ordinal);
        var isShown = listing.IsLive && parts.Offers.Count > 0 && parts.Seller is not null;
        return new ListingDocument
        {
            ListingId = listing.Id,
            ProductGroupId = parts.GroupId ?? listing.Id,
            Seller = new IndexedSeller(
                listing.TenantId, parts.Seller?.Slug ?? listing.TenantId, parts.Seller?.Name ?? ""),
            Status = isShown ? IndexStatus.Active : IndexStatus.Hidden,
            IsBuyBox = !parts.LosesBuyBox,
            Title = listing.Title,
            Slug = listing.Slug,
            ShortId = listing.ShortId,
            Brand = listing.Brand.Length > 0 ? listing.Brand : null,
            CategoryPath = [.. parts.Categories.Select(c => new IndexedCategory(c.Id, c.Name))],
            Description = DescriptionOf(parts, definitions),
            Attributes = [.. Tokens(listing, definitions)],
            Numbers = [.. Numbers(listing, definitions)],
            InStockVariants = [.. Variants(parts, definitions)],
            Prices = [.. Prices(parts)],
            ShipsTo = [.. parts.ShippingPlaces.Select(CountryOf).Distinct(StringComparer.Ordinal)],
            InStock = parts.Offers.Any(o => o.Available > 0),
            RatingAverage = parts.RatingAverage,
            RatingCount = parts.RatingCount,
            Popularity = parts.Popularity,
            CreatedAtUtc = new DateTimeOffset(listing.FirstPublishedAtUtc, TimeSpan.Zero),
            ImageRef = listing.PictureRef,
            Gtins = [.. parts.Offers.Select(o => o.Offer.Gtin).Append(listing.GroupGtin).OfType<string>().Distinct()],
            Skus = [.. parts.Offers.Select(o => o.Offer.Sku).Distinct()],
            IndexVersion = parts.IndexVersion,
        };
    }

    /// <summary>The axis's attribute when it has one, else its name made into a code.</summary>
    public static string KeyOf(ListingOption option) => option.AttributeCode
        ?? string.Concat(option.Name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-'));

    /// <summary>Words of all languages, and of attributes that nobody filters by.</summary>
    private static string DescriptionOf(ListingParts parts, Dictionary<string, AttributeDefinition> definitions)
    {
        var texts = parts.Texts.SelectMany(t => new[] { t.Title, t.DescriptionText })
            .Where(text => text != parts.Listing.Title);
        var unfiltered = parts.Listing.Attributes.Where(a => !IsFacet(a.Key, definitions)).SelectMany(a => a.Value);
        return string.Join("\n", texts.Concat(unfiltered));
    }

    private static IEnumerable<FacetToken> Tokens(
        PublishedListing listing, Dictionary<string, AttributeDefinition> definitions) =>
        from attribute in listing.Attributes
        where IsFacet(attribute.Key, definitions) && definitions[attribute.Key].Kind != AttributeKind.Number
        from value in attribute.Value
        select new FacetToken(attribute.Key, ChoiceOf(definitions[attribute.Key], value));

    private static IEnumerable<NumberAttribute> Numbers(
        PublishedListing listing, Dictionary<string, AttributeDefinition> definitions)
    {
        foreach (var (code, values) in listing.Attributes)
        {
            if (!definitions.TryGetValue(code, out var definition) || definition.Kind != AttributeKind.Number) continue;
            foreach (var value in values)
            {
                if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    yield return new NumberAttribute(code, number);
                }
            }
        }
    }

    private static IEnumerable<VariantOptions> Variants(
        ListingParts parts, Dictionary<string, AttributeDefinition> definitions)
    {
        if (parts.Listing.Options.Count == 0) return [];
        return parts.Offers.Where(o => o.Available > 0).Select(o => new VariantOptions(
            [.. parts.Listing.Options.Zip(o.Offer.OptionValues, (axis, value) => Option(axis, value, definitions))]));
    }

    private static FacetToken Option(
        ListingOption axis, string value, Dictionary<string, AttributeDefinition> definitions)
    {
        var key = KeyOf(axis);
        return new FacetToken(key, definitions.TryGetValue(key, out var known) ? ChoiceOf(known, value) : value);
    }

    /// <summary>Of what can be bought now; of everything when nothing can.</summary>
    private static IEnumerable<IndexedPrice> Prices(ListingParts parts)
    {
        var anyAvailable = parts.Offers.Any(o => o.Available > 0);
        return parts.Offers.Where(o => !anyAvailable || o.Available > 0)
            .SelectMany(o => o.Prices)
            .GroupBy(p => p.CurrencyCode)
            .Select(g => new IndexedPrice(g.Key, g.Min(p => p.MinorAt(parts.AtUtc)), g.Max(p => p.MinorAt(parts.AtUtc))));
    }

    private static bool IsFacet(string code, Dictionary<string, AttributeDefinition> definitions) =>
        definitions.TryGetValue(code, out var definition)
        && (definition.IsFilter || definition.IsVariantOption || definition.Kind == AttributeKind.Number);

    /// <summary>Sellers type "Red" where the taxonomy keeps "red": both must be one facet value.</summary>
    private static string ChoiceOf(AttributeDefinition definition, string value) =>
        definition.Choices.Find(c =>
            c.Value.Equals(value, StringComparison.OrdinalIgnoreCase)
            || c.Label.Equals(value, StringComparison.OrdinalIgnoreCase))?.Value ?? value;

    /// <summary>A region ("US-CA") lets its country see the listing; the cart knows the exact place.</summary>
    private static string CountryOf(string place) => place.Length > 2 ? place[..2] : place;
}

namespace Marketplace.Growth.Search.Contracts;

/// <summary>Facets that every listing has; all other keys are attribute codes from the taxonomy.</summary>
public static class FacetKeys
{
    public const string Brand = "brand";

    /// <summary>Values are category ids; a listing counts for its category and all that hold it.</summary>
    public const string Category = "category";

    /// <summary>Values are seller ids. Filtering by it also shows listings that do not hold the buy box.</summary>
    public const string Seller = "seller";

    /// <summary>
    /// Values "4", "3", "2", "1": rated at least so many stars on average. Counted, filtered by MinRating.
    /// </summary>
    public const string Rating = "rating";
}

namespace Marketplace.Growth.Search.Contracts;

/// <summary>Limits of the search port; validators and adapters use the same numbers.</summary>
public static class SearchLimits
{
    public const int MaxPageSize = 96;

    /// <summary>Page × size: deeper paging only feeds crawlers and costs every engine dearly.</summary>
    public const int MaxDepth = 10_000;

    public const int MaxTextLength = 200;
    public const int MaxTokens = 16;
    public const int MaxFilters = 16;
    public const int MaxValuesPerFilter = 50;
    public const int MaxFacetKeys = 30;
    public const int MaxFacetValues = 50;
    public const int MaxBatch = 1_000;
    public const int MaxScan = 10_000;
    public const int MaxSuggestions = 10;
    public const int MaxVariantOptions = 4;
    public const int MaxVariants = 200;
}

namespace Marketplace.Growth.Search.Contracts;

public sealed record SuggestRequest
{
    public required string Text { get; init; }
    public required string Currency { get; init; }
    public string? Country { get; init; }

    /// <summary>Only within this shop.</summary>
    public string? SellerId { get; init; }

    public IReadOnlySet<string> HiddenSellerIds { get; init; } = new HashSet<string>();

    /// <summary>At most so many of each kind.</summary>
    public int Limit { get; init; } = 6;
}

public sealed record SuggestResult(
    IReadOnlyList<string> Queries,
    IReadOnlyList<SuggestedCategory> Categories,
    IReadOnlyList<SearchHit> Listings,
    IReadOnlyList<SuggestedShop> Shops)
{
    public static SuggestResult Empty { get; } = new([], [], [], []);
}

public sealed record SuggestedCategory(string Id, string Name, int Listings);

public sealed record SuggestedShop(string Id, string Slug, string Name, int Listings);

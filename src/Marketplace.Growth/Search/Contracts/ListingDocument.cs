namespace Marketplace.Growth.Search.Contracts;

/// <summary>What the index knows of one listing of one seller. Always written whole.</summary>
public sealed record ListingDocument
{
    public required string ListingId { get; init; }

    /// <summary>Listings of different sellers that sell the same thing share it.</summary>
    public required string ProductGroupId { get; init; }

    public required IndexedSeller Seller { get; init; }
    public required IndexStatus Status { get; init; }

    /// <summary>
    /// Exactly one listing of a product group holds it; only that one is found without a seller filter.
    /// </summary>
    public bool IsBuyBox { get; init; }

    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string ShortId { get; init; }
    public string? Brand { get; init; }

    /// <summary>What the thing is in a word or two ("Laptop bag"), when the taxonomy knows it.</summary>
    public string? ProductType { get; init; }

    /// <summary>From the root to the listing's own category.</summary>
    public IReadOnlyList<IndexedCategory> CategoryPath { get; init; } = [];

    public string Description { get; init; } = "";

    /// <summary>Attributes that hold for all variants.</summary>
    public IReadOnlyList<FacetToken> Attributes { get; init; } = [];

    public IReadOnlyList<NumberAttribute> Numbers { get; init; } = [];

    /// <summary>
    /// The options of every variant that can be bought now: a filter by several options holds only when one of
    /// these variants has them all. Empty for a listing without options; empty too when all variants are sold out,
    /// and then no option filter finds the listing.
    /// </summary>
    public IReadOnlyList<VariantOptions> InStockVariants { get; init; } = [];

    public IReadOnlyList<IndexedPrice> Prices { get; init; } = [];

    /// <summary>ISO 3166 alpha-2 codes; <see cref="Everywhere"/> for no restriction.</summary>
    public IReadOnlyList<string> ShipsTo { get; init; } = [];

    public bool InStock { get; init; }

    /// <summary>0 when nobody has rated yet.</summary>
    public double RatingAverage { get; init; }

    public int RatingCount { get; init; }

    /// <summary>Recent demand, 0 or more; enters the ranking by its logarithm.</summary>
    public double Popularity { get; init; }

    public DateTimeOffset CreatedAtUtc { get; init; }
    public string? ImageRef { get; init; }
    public IReadOnlyList<string> Gtins { get; init; } = [];
    public IReadOnlyList<string> Skus { get; init; } = [];

    /// <summary>The document's external version: rises with every change of anything shown here.</summary>
    public required long IndexVersion { get; init; }

    public const string Everywhere = "*";

    /// <summary>The record of a removal: it carries the version, so that an older document cannot come back.</summary>
    public static ListingDocument Tombstone(string listingId, long indexVersion) => new()
    {
        ListingId = listingId,
        ProductGroupId = "",
        Seller = new IndexedSeller("", "", ""),
        Status = IndexStatus.Deleted,
        Title = "",
        Slug = "",
        ShortId = "",
        IndexVersion = indexVersion,
    };
}

public enum IndexStatus
{
    Active,

    /// <summary>Kept but never found: paused, blocked or not yet approved.</summary>
    Hidden,
    Deleted,
}

public sealed record IndexedSeller(string Id, string Slug, string Name);

public sealed record IndexedCategory(string Id, string Name);

public sealed record FacetToken(string Key, string Value)
{
    public override string ToString() => $"{Key}={Value}";
}

public sealed record NumberAttribute(string Key, double Value);

public sealed record VariantOptions(IReadOnlyList<FacetToken> Options);

/// <summary>The cheapest and the dearest variant in one currency, in minor units.</summary>
public sealed record IndexedPrice(string Currency, long MinMinor, long MaxMinor);

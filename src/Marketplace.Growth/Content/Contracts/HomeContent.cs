namespace Marketplace.Growth.Content.Contracts;

/// <summary>The opening of the home page.</summary>
/// <param name="Pill">May hold <c>{shops}</c>: the number of open shops.</param>
public sealed record HomeHero(
    string Pill, string Title, string Lead, HomeLink Primary, HomeLink Secondary, IReadOnlyList<HomePicture> Pictures)
{
    public static HomeHero Empty { get; } = new("", "", "", new HomeLink("", "/"), new HomeLink("", "/"), []);
}

/// <param name="Href">A path of this platform.</param>
public sealed record HomeLink(string Text, string Href);

/// <param name="Ref">Content hash, as listings' pictures have.</param>
public sealed record HomePicture(string Ref, string Alt);

/// <summary>
/// A shelf: listings picked by hand in the order chosen, else what its rule finds. Those not for sale to a visitor are
/// left out.
/// </summary>
/// <param name="Title">May hold <c>{price}</c>: the cap in the visitor's currency.</param>
/// <param name="PriceCaps">
/// By currency, in minor units: only what costs less is shown. Round figures that the operator chose, not one amount
/// changed into others; empty: whatever it costs.
/// </param>
public sealed record CollectionView(
    string Slug, string Title, string Lead, IReadOnlyList<string> ListingIds, IReadOnlyDictionary<string, long> PriceCaps,
    CollectionRule Rule);

/// <summary>A line of the main menu; of a collection with caps they come along, since its words name them.</summary>
public sealed record MenuLink(string Text, string Href, IReadOnlyDictionary<string, long> PriceCaps);

/// <summary>What a collection holds when nobody picks it by hand; an empty part asks for nothing.</summary>
/// <param name="CategoryId">That category and all below it.</param>
/// <param name="TenantId">That shop.</param>
public sealed record CollectionRule(string CategoryId, string TenantId)
{
    public static CollectionRule None { get; } = new("", "");
}

/// <summary>What a banner says, and when.</summary>
/// <param name="Href">A path of this platform; empty: no link.</param>
/// <param name="PictureRef">Content hash, as listings' pictures have; empty: no picture.</param>
/// <param name="FromUtc">Null: at once.</param>
/// <param name="UntilUtc">Null: until it is taken away.</param>
public sealed record BannerWords(
    BannerPlace Place, string Title, string Text, string LinkText, string Href, string PictureRef, string PictureAlt,
    DateTime? FromUtc, DateTime? UntilUtc);

public enum BannerPlace
{
    /// <summary>At the top, in place of what stands there otherwise.</summary>
    Hero,

    /// <summary>Where the order of the home page has it.</summary>
    Between,
}

/// <summary>The blocks of the home page, as its order names them.</summary>
public static class HomeBlocks
{
    public const string New = "new";
    public const string Shops = "shops";
    public const string Promises = "promises";

    public static IReadOnlyList<string> BuiltIn { get; } = [New, Shops, Promises];

    private const string CollectionMark = "collection:";
    private const string BannerMark = "banner:";

    public static string OfCollection(string slug) => CollectionMark + slug;

    public static string OfBanner(string id) => BannerMark + id;

    public static string? CollectionOf(string block) =>
        block.StartsWith(CollectionMark, StringComparison.Ordinal) ? block[CollectionMark.Length..] : null;

    public static string? BannerOf(string block) =>
        block.StartsWith(BannerMark, StringComparison.Ordinal) ? block[BannerMark.Length..] : null;
}

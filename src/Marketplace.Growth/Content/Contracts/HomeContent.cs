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

/// <summary>A hand-picked shelf; its listings in the order chosen. Those not for sale to a visitor are left out.</summary>
/// <param name="Title">May hold <c>{price}</c>: the cap in the visitor's currency.</param>
/// <param name="PriceCaps">
/// By currency, in minor units: only what costs less is shown. Round figures that the operator chose, not one amount
/// changed into others; empty: whatever it costs.
/// </param>
public sealed record CollectionView(
    string Slug, string Title, string Lead, IReadOnlyList<string> ListingIds, IReadOnlyDictionary<string, long> PriceCaps);

/// <summary>A line of the main menu; of a collection with caps they come along, since its words name them.</summary>
public sealed record MenuLink(string Text, string Href, IReadOnlyDictionary<string, long> PriceCaps);

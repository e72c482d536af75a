namespace Marketplace.App.Seeding.Model;

/// <summary>The demo marketplace itself: <c>platform.json</c>. Amounts are decimal texts in major units.</summary>
public sealed record PlatformSeed(
    string Name, string Tagline, string Host, OperatorSeed Operator, DefaultsSeed Defaults, IReadOnlyList<string> Locales,
    IReadOnlyList<CurrencySeed> Currencies, ClocksSeed Clocks, IReadOnlyList<TaxClassSeed> TaxClasses,
    IReadOnlyList<CountrySeed> Countries, CommissionsSeed Commissions, IReadOnlyList<AttributeSeed> Attributes,
    IReadOnlyList<CategorySeed> Categories, PeopleSeed People, HomeSeed Home, IReadOnlyList<LegalSeed> Legal);

public sealed record OperatorSeed(
    string LegalName, PlaceSeed Address, string Email, string Phone, string Register, string VatId);

public sealed record PlaceSeed(string Line1, string Postcode, string City, string Country, string Region = "");

public sealed record DefaultsSeed(string Country, string Currency, string Locale);

public sealed record CurrencySeed(string Code, string Name, string Symbol, int Exponent, long Quantum);

public sealed record ClocksSeed(int HoldDays, int AcceptHours, int ShipGraceDays, int DeliveredAfterTransitDays);

public sealed record TaxClassSeed(string Key, string Name);

/// <param name="TaxRates">Basis points by tax class.</param>
public sealed record CountrySeed(
    string Code, string Name, string Currency, string Locale, bool Eu, bool PricesIncludeTax, string TaxName,
    IReadOnlyDictionary<string, int> TaxRates, PostcodeSeed Postcode, IReadOnlyList<RegionSeed>? Regions = null);

public sealed record PostcodeSeed(bool Required, string Example, string Hint, string? Pattern);

public sealed record RegionSeed(string Code, string Name, IReadOnlyDictionary<string, int> TaxRates);

public sealed record CommissionsSeed(IReadOnlyList<CommissionSeed> Rules, int TaxOnCommissionBps);

/// <param name="Kind"><c>seller</c>, <c>category</c> or <c>default</c>; the lowest order wins.</param>
public sealed record CommissionSeed(
    int Order, string Kind, int RateBps, string Note, string? Seller = null, string? Category = null);

/// <param name="Type"><c>select</c>, <c>multiselect</c>, <c>number</c>, <c>boolean</c> or <c>text</c>.</param>
public sealed record AttributeSeed(
    string Key, string Name, string Type, IReadOnlyList<string>? Values = null, string? Unit = null, string Help = "");

public sealed record CategorySeed(
    string Slug, string Name, string Description, IReadOnlyList<CategorySeed>? Children = null,
    IReadOnlyList<CategoryAttributeSeed>? Attributes = null, string? TaxClass = null)
{
    public bool IsLeaf => Children is null or { Count: 0 };

    /// <summary>This one, then all below it.</summary>
    public IEnumerable<CategorySeed> Branch() => (Children ?? []).SelectMany(c => c.Branch()).Prepend(this);
}

public sealed record CategoryAttributeSeed(string Key, bool Filter, bool Variant, bool Required);

public sealed record PeopleSeed(
    string DemoPassword, IReadOnlyList<StaffSeed> Admins, IReadOnlyList<BuyerSeed> Buyers);

public sealed record StaffSeed(string Name, string Email, string Role);

public sealed record BuyerSeed(
    string Name, string Email, string Country, string Currency, IReadOnlyList<BuyerAddressSeed> Addresses);

public sealed record BuyerAddressSeed(
    string Label, string Name, string Line1, string Line2, string Postcode, string City, string Region, string Country,
    string Phone);

public sealed record HomeSeed(
    HeroSeed Hero, IReadOnlyList<NavigationSeed> Navigation, IReadOnlyList<string> ShopsToKnow,
    IReadOnlyList<CollectionSeed> Collections);

public sealed record HeroSeed(
    string Pill, string Title, string Lead, LinkSeed Primary, LinkSeed Secondary, IReadOnlyList<ImageSeed> Pictures);

public sealed record LinkSeed(string Text, string Href);

public sealed record ImageSeed(string Image, string Alt);

public sealed record NavigationSeed(string Text, string? Category = null, string? Collection = null);

/// <param name="Listings">As <c>seller/handle</c>; null where a rule chooses.</param>
public sealed record CollectionSeed(
    string Slug, string Title, string Lead, IReadOnlyList<string>? Listings = null, CollectionRuleSeed? Rule = null);

public sealed record CollectionRuleSeed(string Tag, IReadOnlyDictionary<string, string>? MaxPrice = null);

public sealed record LegalSeed(string Slug, string Title, DateOnly Updated, string Body);

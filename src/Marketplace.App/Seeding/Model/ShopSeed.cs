namespace Marketplace.App.Seeding.Model;

/// <summary>One shop: <c>seller.json</c>.</summary>
public sealed record ShopSeed(
    string Slug, string Name, string Trade, string LegalName, string Country, string City, int Since, PlaceSeed Address,
    string Email, string Phone, string? VatId, RegisterSeed Register, string PayoutCurrency, string BrandColour, string Monogram,
    string Tagline, string About, string Banner, string Logo, PoliciesSeed Policies, int ReturnWindowDays,
    string ReturnShippingPaidBy, DaysSeed ProcessingDays, IReadOnlyList<MemberSeed> People,
    IReadOnlyList<LocationSeed> Locations, ShippingSeed Shipping);

/// <summary>Where the company is registered.</summary>
public sealed record RegisterSeed(string Name, string Number);

public sealed record PoliciesSeed(string Returns, string Shipping);

/// <summary>Working days.</summary>
public sealed record DaysSeed(int Min, int Max);

/// <param name="Role"><c>owner</c>, <c>manager</c>, <c>fulfilment</c>, <c>catalog</c> or <c>finance</c>.</param>
public sealed record MemberSeed(string Name, string Email, string Role);

public sealed record LocationSeed(string Key, string Name, string City, string Country);

public sealed record ShippingSeed(IReadOnlyList<ZoneSeed> Zones, IReadOnlyList<MethodSeed> Methods);

public sealed record ZoneSeed(string Key, string Name, IReadOnlyList<string> Countries);

/// <param name="Kind"><c>flat</c> (<paramref name="Prices"/>) or <c>weight</c> (<paramref name="Bands"/>).</param>
public sealed record MethodSeed(
    string Key, string Name, string Carrier, string Zone, string Kind, DaysSeed TransitDays,
    IReadOnlyDictionary<string, string>? Prices = null, IReadOnlyDictionary<string, string>? FreeFrom = null,
    IReadOnlyList<BandSeed>? Bands = null);

public sealed record BandSeed(int UpToGrams, IReadOnlyDictionary<string, string> Prices);

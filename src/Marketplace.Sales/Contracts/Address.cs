namespace Marketplace.Sales.Contracts;

/// <summary>Where a parcel goes; kept with the order as it was typed.</summary>
public sealed record Address
{
    public string Name { get; init; } = "";
    public string Line1 { get; init; } = "";
    public string? Line2 { get; init; }
    public string? Company { get; init; }
    public string Postcode { get; init; } = "";
    public string City { get; init; } = "";
    public string? Region { get; init; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "";
}

namespace Marketplace.Sales.Shipping.Contracts;

/// <summary>A method's price in one currency: flat when it has one band without an upper weight.</summary>
/// <param name="FreeFromMinor">Goods of this value and more go free; null: never free.</param>
/// <param name="Bands">By weight, lightest first; the last may be open.</param>
public sealed record CurrencyRates(string CurrencyCode, long? FreeFromMinor, IReadOnlyList<WeightBand> Bands);

/// <param name="UpToGrams">Including this weight; null: any weight.</param>
public sealed record WeightBand(int? UpToGrams, long AmountMinor);

/// <summary>Where a buyer fetches goods: the seller's own door, in words that both sides read.</summary>
/// <param name="Hours">When it is open: "Mon-Fri 9-17". Free text.</param>
public sealed record PickupPlace(string Line1, string Postcode, string City, string Country, string Hours);

/// <summary>Where goods go, as far as it decides price and tax.</summary>
public sealed record Destination(string Country, string? Region = null, string? Postcode = null);

/// <summary>One seller's parcel, before it is packed.</summary>
public sealed record ParcelToQuote(string TenantId, int WeightGrams, long GoodsMinor);

/// <summary>
/// A way to send a parcel at a price, with the day it arrives. The whole record is kept with the order as its
/// snapshot.
/// </summary>
public sealed record ShippingOption(
    string TenantId, string MethodId, string Name, string? CarrierName, long AmountMinor, string CurrencyCode,
    long? FreeFromMinor, DateOnly ShipBy, DateOnly ArrivesFrom, DateOnly ArrivesTo, int TransitDaysMax)
{
    /// <summary>Fetched by the buyer there, at no cost; the days of arrival are those on which it is ready.</summary>
    public PickupPlace? Pickup { get; init; }
}

/// <summary>
/// Prices of sending parcels. The seller's own tables answer today; a carrier's service may answer tomorrow. It must
/// answer within 3 s, and answers no option (never an exception) where it cannot send.
/// </summary>
public interface IShippingRates
{
    Task<IReadOnlyList<ShippingOption>> QuoteAsync(
        IReadOnlyList<ParcelToQuote> parcels, Destination destination, string currencyCode, CancellationToken cancellation);
}

using Marketplace.Kernel.Data;

namespace Marketplace.Sales.Model;

/// <summary>What a buyer, guests included, means to buy. One a buyer; gone when bought.</summary>
internal sealed class BuyerCart : IPlatformRow, IVersioned
{
    public const int MostLines = 80;
    public const int MostSellers = 20;
    public const int MostPieces = 99;

    /// <summary>The key: a buyer has one cart.</summary>
    public required string BuyerId { get; init; }
    public required DateTime UpdatedAtUtc { get; set; }
    /// <summary>Written first by every change: whoever holds the row's lock goes on alone.</summary>
    public DateTime LockedAtUtc { get; init; }
    /// <summary>The order whose payment page is open for this cart.</summary>
    public string? OpenOrderId { get; set; }
    /// <summary>What was typed at checkout, so that nothing is typed twice.</summary>
    public string? DetailsJson { get; set; }
    public long Version { get; set; }
}

internal sealed class CartLine : IPlatformRow
{
    public required string BuyerId { get; init; }
    public required string OfferId { get; init; }
    public required string TenantId { get; init; }
    public required int Quantity { get; set; }
    /// <summary>The price the buyer saw last, to tell when it changed.</summary>
    public long? SeenPriceMinor { get; set; }
    public string? SeenCurrencyCode { get; set; }
    public required DateTime AddedAtUtc { get; init; }
}

/// <summary>The delivery method chosen for one seller's parcel.</summary>
internal sealed class CartShipping : IPlatformRow
{
    public required string BuyerId { get; init; }
    public required string TenantId { get; init; }
    public required string MethodId { get; set; }
}

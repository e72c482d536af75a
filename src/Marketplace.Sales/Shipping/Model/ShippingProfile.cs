using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using Marketplace.Kernel.Data;
using Marketplace.Sales.Shipping.Contracts;

namespace Marketplace.Sales.Shipping.Model;

/// <summary>
/// How a seller sends its goods: one profile a seller, with zones and their methods. Everyone reads it (delivery
/// dates stand on the product page), the seller writes it.
/// </summary>
internal sealed class ShippingProfile : IPublishedBySeller, IVersioned
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string FromCountry { get; set; }
    /// <summary>Working days between the order and the hand-over to the carrier; the second is the promise.</summary>
    public required int ProcessingDaysMin { get; set; }
    public required int ProcessingDaysMax { get; set; }
    /// <summary>From this hour of the seller's country on, an order counts as the next day's; null: no such hour.</summary>
    public int? CutOffHour { get; set; }
    public long Version { get; set; }
}

/// <summary>Where a set of methods goes to. The most exact zone that names the destination wins.</summary>
internal sealed class ShippingZone : IPublishedBySeller
{
    /// <summary>The rest of the world.</summary>
    public const string Anywhere = "*";

    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required int Position { get; set; }
    /// <summary>Countries (<c>NL</c>), regions of them (<c>US-CA</c>), or <see cref="Anywhere"/>.</summary>
    public required IReadOnlyList<string> Places { get; set; }
}

internal sealed class ShippingMethod : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string ZoneId { get; init; }
    public required string Name { get; set; }
    public string? CarrierCode { get; set; }
    /// <summary>Working days on the way.</summary>
    public required int TransitDaysMin { get; set; }
    public required int TransitDaysMax { get; set; }
    public required int Position { get; set; }
    public bool IsActive { get; set; } = true;
    /// <summary>Nothing is sent: the buyer fetches it, without cost, whatever the rates say.</summary>
    [NotMapped]
    public PickupPlace? Pickup
    {
        get => PickupJson is null ? null : JsonSerializer.Deserialize<PickupPlace>(PickupJson);
        set => PickupJson = value is null ? null : JsonSerializer.Serialize(value);
    }

    public string? PickupJson { get; private set; }
    public string RatesJson { get; private set; } = "[]";

    /// <summary>Read and written as a whole.</summary>
    [NotMapped]
    public required IReadOnlyList<CurrencyRates> Rates
    {
        get => JsonSerializer.Deserialize<List<CurrencyRates>>(RatesJson)!;
        set => RatesJson = JsonSerializer.Serialize(value);
    }
}

using System.Text.Json;
using Marketplace.Kernel.Data;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Shipping.Contracts;

namespace Marketplace.Sales.Model;

/// <summary>
/// One seller's part of an order, seen by that seller and that buyer: what to ship, where to, until when. Amounts that
/// only the seller may see are <see cref="SellerOrderAmounts"/>.
/// </summary>
internal sealed class SellerOrder : ISharedRow, IVersioned
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string OrderId { get; init; }
    /// <summary>First, second, … part of its order.</summary>
    public required int Position { get; init; }
    /// <summary>The order's number and the part: <c>100042-1</c>; given when placed.</summary>
    public string? Number { get; private set; }
    public FulfilmentState State { get; private set; } = FulfilmentState.Draft;
    public required string SellerName { get; init; }
    public required string SellerSlug { get; init; }
    public required string BuyerName { get; init; }
    public string? Phone { get; init; }
    /// <summary>Changed by <see cref="SendTo"/> only.</summary>
    public required Address ShipTo { get; set; }
    public required string CurrencyCode { get; init; }
    public required long ItemsMinor { get; init; }
    /// <summary>What the buyer pays for shipping, tax included.</summary>
    public required long ShippingMinor { get; init; }
    public required long TaxMinor { get; init; }
    public required bool PriceIncludesTax { get; init; }
    public required long TotalMinor { get; init; }
    public required long ShippingTaxMinor { get; init; }
    public required int ShippingTaxRateBps { get; init; }
    public required Money.Tax.Contracts.TaxCollector ShippingTaxCollector { get; init; }

    /// <summary>The chosen option as it was quoted, whole.</summary>
    public required string ShippingQuoteJson { get; init; }
    /// <summary>Where the buyer fetches it, as it was promised; null when it is sent.</summary>
    public PickupPlace? Pickup => JsonSerializer.Deserialize<ShippingOption>(ShippingQuoteJson)?.Pickup;
    public required string ShippingName { get; init; }
    public required int TransitDaysMax { get; init; }
    public required DateOnly ShipByDate { get; init; }
    public required DateOnly ArrivesFromDate { get; init; }
    public required DateOnly ArrivesToDate { get; init; }

    public DateTime? PlacedAtUtc { get; private set; }
    /// <summary>Not accepted until then: cancelled and paid back.</summary>
    public DateTime? AcceptByUtc { get; private set; }
    /// <summary>Not shipped until then: cancelled and paid back.</summary>
    public DateTime? ShipDeadlineUtc { get; private set; }
    public DateTime? AcceptedAtUtc { get; private set; }
    public DateTime? PackedAtUtc { get; private set; }
    public DateTime? ShippedAtUtc { get; private set; }
    /// <summary>Nobody said otherwise until then: counts as delivered.</summary>
    public DateTime? DeliveredByClockUtc { get; private set; }
    public DateTime? DeliveredAtUtc { get; private set; }
    public DeliveredBy? DeliveredBy { get; private set; }
    public DateTime? CancelledAtUtc { get; private set; }
    /// <summary>When something of it was not shipped by the seller's own doing: cancelled unasked, or its time ran out.</summary>
    public DateTime? SellerFailedAtUtc { get; private set; }
    public DateTime? CancellationAskedAtUtc { get; private set; }
    public string? CancellationReason { get; private set; }
    /// <summary>Not answered until then: cancelled and paid back.</summary>
    public DateTime? CancellationAnswerByUtc { get; private set; }
    public long Version { get; set; }

    public bool IsOpen => State is FulfilmentState.Placed or FulfilmentState.Accepted or FulfilmentState.PartShipped;

    public void Place(long orderNumber, DateTime nowUtc, TimeSpan toAccept, TimeSpan shipGrace)
    {
        if (State != FulfilmentState.Draft) throw Wrong();
        (State, Number, PlacedAtUtc) = (FulfilmentState.Placed, $"{orderNumber}-{Position}", nowUtc);
        AcceptByUtc = nowUtc + toAccept;
        ShipDeadlineUtc = ShipByDate.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc) + shipGrace;
    }

    /// <summary>To another address, while nothing has left.</summary>
    public bool SendTo(Address address)
    {
        if (State is not (FulfilmentState.Placed or FulfilmentState.Accepted)) return false;
        ShipTo = address;
        return true;
    }

    public bool Accept(DateTime nowUtc)
    {
        if (State != FulfilmentState.Placed) return false;
        (State, AcceptedAtUtc) = (FulfilmentState.Accepted, nowUtc);
        return true;
    }

    public bool Pack(DateTime nowUtc)
    {
        if (State is not (FulfilmentState.Placed or FulfilmentState.Accepted or FulfilmentState.PartShipped)) return false;
        if (State == FulfilmentState.Placed) Accept(nowUtc);
        PackedAtUtc = nowUtc;
        return true;
    }

    /// <summary>After lines were shipped or cancelled: what that makes of the whole.</summary>
    public void Settle(IReadOnlyCollection<OrderLine> lines, DateTime nowUtc, TimeSpan deliveryGrace)
    {
        if (lines.All(l => l.CancelledQuantity == l.Quantity))
        {
            (State, CancelledAtUtc) = (FulfilmentState.Cancelled, nowUtc);
            return;
        }

        if (!lines.Any(l => l.ShippedQuantity > 0)) return;
        if (State == FulfilmentState.Placed) AcceptedAtUtc = nowUtc;
        if (lines.Any(l => l.OpenQuantity > 0))
        {
            State = FulfilmentState.PartShipped;
            return;
        }

        (State, ShippedAtUtc) = (FulfilmentState.Shipped, nowUtc);
        var arrival = Shipping.WorkingDays.Add(DateOnly.FromDateTime(nowUtc), TransitDaysMax, ShipTo.Country);
        DeliveredByClockUtc = arrival.ToDateTime(TimeOnly.FromDateTime(nowUtc), DateTimeKind.Utc) + deliveryGrace;
    }

    public bool Deliver(DateTime atUtc, DeliveredBy by)
    {
        if (State != FulfilmentState.Shipped) return false;
        (State, DeliveredAtUtc, DeliveredBy) = (FulfilmentState.Delivered, atUtc, by);
        return true;
    }

    public bool AskCancellation(string reason, DateTime nowUtc, TimeSpan toAnswer)
    {
        if (State is not (FulfilmentState.Placed or FulfilmentState.Accepted) || CancellationAskedAtUtc is not null) return false;
        (CancellationAskedAtUtc, CancellationReason, CancellationAnswerByUtc) = (nowUtc, reason, nowUtc + toAnswer);
        return true;
    }

    /// <summary>The first time counts.</summary>
    public void FailBySeller(DateTime nowUtc) => SellerFailedAtUtc ??= nowUtc;

    public bool AnswerCancellation()
    {
        if (CancellationAskedAtUtc is null) return false;
        (CancellationAskedAtUtc, CancellationReason, CancellationAnswerByUtc) = (null, null, null);
        return true;
    }

    private InvalidOperationException Wrong() => new($"Part {Id} is {State}.");
}

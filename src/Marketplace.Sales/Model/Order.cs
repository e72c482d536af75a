using Marketplace.Kernel.Data;
using Marketplace.Sales.Contracts;

namespace Marketplace.Sales.Model;

/// <summary>
/// The buyer's whole purchase: who pays, how much, and whether it is paid. What is shipped are its SellerOrders.
/// </summary>
internal sealed class Order : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    /// <summary>Whether nobody was signed in: it may be claimed by whoever proves to own its e-mail.</summary>
    public required bool ByGuest { get; init; }
    /// <summary>Given when placed, counting up.</summary>
    public long? Number { get; private set; }
    public OrderState State { get; private set; } = OrderState.AwaitingPayment;
    public required string CurrencyCode { get; init; }
    public required long ItemsMinor { get; init; }
    public required long ShippingMinor { get; init; }
    public required long TaxMinor { get; init; }
    /// <summary>Whether <see cref="TaxMinor"/> is within the prices or was added to them.</summary>
    public required bool PriceIncludesTax { get; init; }
    public required long TotalMinor { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public required Address ShipTo { get; init; }
    public required string Locale { get; init; }
    /// <summary>The secret half of the order's link, 128 bits of chance: whoever has the link may read this order.</summary>
    public required string LinkKey { get; init; }
    /// <summary>Digest of all that was agreed: the same cart sent again meets the same draft.</summary>
    public required string ContentHash { get; init; }
    public required DateTime CreatedAtUtc { get; init; }
    /// <summary>Until when the payment page is open and the stock is kept.</summary>
    public required DateTime ExpiresAtUtc { get; init; }
    public DateTime? PlacedAtUtc { get; private set; }
    /// <summary>Written first by every phase of checkout: whoever holds the row's lock goes on alone.</summary>
    public DateTime LockedAtUtc { get; init; }
    public string? ReviewReason { get; private set; }
    public long Version { get; set; }

    public void Place(long number, DateTime nowUtc)
    {
        Require(OrderState.AwaitingPayment, OrderState.Expired, OrderState.Review);
        (State, Number, PlacedAtUtc, ReviewReason) = (OrderState.Placed, number, nowUtc, null);
    }

    public void Expire()
    {
        Require(OrderState.AwaitingPayment);
        State = OrderState.Expired;
    }

    public void SendToReview(string reason)
    {
        Require(OrderState.AwaitingPayment, OrderState.Expired, OrderState.Review);
        (State, ReviewReason) = (OrderState.Review, reason);
    }

    /// <summary>The money came, the goods were gone: everything goes back.</summary>
    public void GiveBack()
    {
        Require(OrderState.Expired, OrderState.Review, OrderState.AwaitingPayment);
        State = OrderState.Refunded;
    }

    private void Require(params ReadOnlySpan<OrderState> states)
    {
        if (!states.Contains(State)) throw new InvalidOperationException($"Order {Id} is {State}.");
    }
}

/// <summary>The next order number; one row.</summary>
internal sealed class OrderCounter : IPlatformRow
{
    public const string OnlyId = "orders";
    public const long First = 100_001;

    public required string Id { get; init; }
    public required long Next { get; init; }
}

using Marketplace.Kernel.Data;
using Marketplace.Money.Tax.Contracts;

namespace Marketplace.Sales.Model;

/// <summary>What was bought, as it was shown and taxed then. Words and picture are a snapshot; so is the tax.</summary>
internal sealed class OrderLine : ISharedRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string OrderId { get; init; }
    public required string SellerOrderId { get; init; }
    public required int Position { get; init; }
    public required string OfferId { get; init; }
    public required string ListingId { get; init; }
    public required string RevisionId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Options { get; init; }
    public string? PictureRef { get; init; }
    public required string Sku { get; init; }
    public required int Quantity { get; init; }
    public required long UnitPriceMinor { get; init; }
    public required long SellerDiscountMinor { get; init; }
    public required long PlatformDiscountMinor { get; init; }
    public required long TaxMinor { get; init; }
    public required int TaxRateBps { get; init; }
    public required bool PriceIncludesTax { get; init; }
    public required TaxCollector TaxCollector { get; init; }
    /// <summary>What the buyer pays for the line: discounts taken off, tax within.</summary>
    public required long GrossMinor { get; init; }

    public int ShippedQuantity { get; private set; }
    public int CancelledQuantity { get; private set; }
    public int RefundedQuantity { get; private set; }

    /// <summary>What the seller still has to ship.</summary>
    public int OpenQuantity => Quantity - ShippedQuantity - CancelledQuantity;

    public bool Ship(int quantity)
    {
        if (quantity < 1 || quantity > OpenQuantity) return false;
        ShippedQuantity += quantity;
        return true;
    }

    public bool Cancel(int quantity)
    {
        if (quantity < 1 || quantity > OpenQuantity) return false;
        CancelledQuantity += quantity;
        return true;
    }

    public bool Refund(int quantity)
    {
        if (quantity < 1 || quantity > Quantity - RefundedQuantity) return false;
        RefundedQuantity += quantity;
        return true;
    }

    /// <summary>The refund failed.</summary>
    public void TakeBack(int quantity) => RefundedQuantity = Math.Max(0, RefundedQuantity - quantity);
}

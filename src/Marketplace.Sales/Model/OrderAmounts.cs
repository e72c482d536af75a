using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using Marketplace.Kernel.Data;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Sales.Contracts;

namespace Marketplace.Sales.Model;

/// <summary>
/// What a part means for money, frozen at the sale: the platform's row, which the seller sees through its read models
/// and the buyer never. Its id is the SellerOrder's.
/// </summary>
internal sealed class SellerOrderAmounts : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required string OrderId { get; init; }
    public required string TenantId { get; init; }
    public required string CurrencyCode { get; init; }
    /// <summary>Items as the buyer pays them.</summary>
    public required long GrossMinor { get; init; }
    public required long ShippingMinor { get; init; }
    /// <summary>Of both, the tax that the platform collects.</summary>
    public required long PlatformTaxMinor { get; init; }
    public required long ShippingPlatformTaxMinor { get; init; }
    public required long CommissionMinor { get; init; }
    public required long CommissionTaxMinor { get; init; }
    public required long PlatformDiscountMinor { get; init; }
    public required long SellerNetMinor { get; init; }
    public required int HoldDays { get; init; }
    public long RefundedMinor { get; private set; }
    public long RefundedNetMinor { get; private set; }
    public bool ShippingIsRefunded { get; private set; }
    public MoneyState Money { get; private set; }
    public IssueState Issue { get; private set; }
    public DateTime? ReleasedAtUtc { get; private set; }
    public DateTime? TransferredAtUtc { get; private set; }
    public string? TransferId { get; private set; }
    public long Version { get; set; }

    public bool MayRefund => Money is MoneyState.Held or MoneyState.Payable && RefundedMinor < GrossMinor + ShippingMinor;

    public void Hold() => Money = MoneyState.Held;

    public void Release(DateTime nowUtc)
    {
        if (Money == MoneyState.Held) (Money, ReleasedAtUtc) = (MoneyState.Payable, nowUtc);
    }

    public void Transfer(string transferId, DateTime nowUtc) =>
        (Money, TransferId, TransferredAtUtc) = (MoneyState.Transferred, transferId, nowUtc);

    public void Refund(RefundBreakdown parts, bool withShipping)
    {
        RefundedMinor += parts.BuyerMinor;
        RefundedNetMinor += parts.SellerNetMinor;
        ShippingIsRefunded |= withShipping;
        if (RefundedMinor > GrossMinor + ShippingMinor) throw new InvalidOperationException($"Part {Id} is refunded twice.");
        if (RefundedMinor == GrossMinor + ShippingMinor && Money is MoneyState.Held or MoneyState.Payable)
            Money = MoneyState.Refunded;
    }

    /// <summary>The refund failed: the part is as if it had never been.</summary>
    public void TakeBack(RefundBreakdown parts, bool withShipping)
    {
        RefundedMinor -= parts.BuyerMinor;
        RefundedNetMinor -= parts.SellerNetMinor;
        if (withShipping) ShippingIsRefunded = false;
        if (Money == MoneyState.Refunded) Money = ReleasedAtUtc is null ? MoneyState.Held : MoneyState.Payable;
    }

    /// <summary>Whether so much is left to go back.</summary>
    public bool Has(RefundBreakdown parts) => RefundedMinor + parts.BuyerMinor <= GrossMinor + ShippingMinor;
}

/// <summary>The commission of one line, frozen at the sale. Its id is the line's.</summary>
internal sealed class OrderLineAmounts : IPlatformRow
{
    public required string Id { get; init; }
    public required string SellerOrderId { get; init; }
    public required string CommissionRuleId { get; init; }
    public required int CommissionRateBps { get; init; }
    /// <summary>The line without tax and shipping.</summary>
    public required long CommissionBaseMinor { get; init; }
    public required long CommissionMinor { get; init; }
    public required long CommissionTaxMinor { get; init; }
}

/// <summary>Money going back for a part, and what for. Its id is the refund's in Money.</summary>
internal sealed class OrderRefund : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required string OrderId { get; init; }
    public string? SellerOrderId { get; init; }
    public string? TenantId { get; init; }
    public required long AmountMinor { get; init; }
    public required string CurrencyCode { get; init; }
    public string LinesJson { get; private set; } = "[]";

    [NotMapped]
    public required IReadOnlyList<RefundedLine> Lines
    {
        get => JsonSerializer.Deserialize<List<RefundedLine>>(LinesJson)!;
        init => LinesJson = JsonSerializer.Serialize(value);
    }

    public string? PartsJson { get; private set; }

    /// <summary>Out of whose share it comes; null for the whole of an order that was never fulfilled.</summary>
    [NotMapped]
    public RefundBreakdown? Parts
    {
        get => PartsJson is null ? null : JsonSerializer.Deserialize<RefundBreakdown>(PartsJson);
        init => PartsJson = value is null ? null : JsonSerializer.Serialize(value);
    }

    /// <summary>The refund in Money whose share of one part this is; null where it is a refund of its own.</summary>
    public string? ParentId { get; init; }

    public required bool WithShipping { get; init; }
    public required OrderActor By { get; init; }
    public required string Reason { get; init; }
    public required DateTime RequestedAtUtc { get; init; }
    public RefundProgress State { get; private set; }
    public DateTime? EndedAtUtc { get; private set; }
    public long Version { get; set; }

    public void Complete(DateTime nowUtc) => (State, EndedAtUtc) = (RefundProgress.Completed, nowUtc);

    public void Fail(DateTime nowUtc) => (State, EndedAtUtc) = (RefundProgress.Failed, nowUtc);
}

internal sealed record RefundedLine(string OrderLineId, int Quantity, long AmountMinor);

internal enum RefundProgress
{
    Requested,
    Completed,
    Failed,
}

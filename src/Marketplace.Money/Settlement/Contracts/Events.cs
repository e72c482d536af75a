using Marketplace.Kernel.Outbox;

namespace Marketplace.Money.Settlement.Contracts;

[EventName("money.holding-released.v1")]
public sealed record HoldingReleased(
    string SellerOrderId, string OrderId, string TenantId, long NetMinor, string CurrencyCode) : IEvent;

[EventName("money.transfer-made.v1")]
public sealed record TransferMade(
    string SellerOrderId, string OrderId, string TenantId, long AmountMinor, string CurrencyCode, string TransferId) : IEvent;

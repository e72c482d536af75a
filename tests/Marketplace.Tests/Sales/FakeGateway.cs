using System.Collections.Concurrent;
using Marketplace.Money.Payments.Contracts;

namespace Marketplace.Tests.Sales;

/// <summary>A processor in memory: pages are opened, paid and closed by the test; refunds succeed at once.</summary>
internal sealed class FakeGateway : IPaymentGateway
{
    private readonly ConcurrentDictionary<string, PaymentSnapshot> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CheckoutToOpen> _asked = new(StringComparer.Ordinal);

    public ConcurrentQueue<RefundToMake> Refunds { get; } = new();

    public CheckoutToOpen Asked(string orderId) => _asked["cs_" + orderId];

    /// <summary>The buyer pays; whether the page was open does not matter to a test of late money.</summary>
    public void Pay(string orderId, long? amountMinor = null) => Set(orderId, GatewayPaymentState.Succeeded, amountMinor);

    public void Set(string orderId, GatewayPaymentState state, long? amountMinor = null)
    {
        var asked = Asked(orderId);
        var paid = state == GatewayPaymentState.Succeeded ? amountMinor ?? asked.Lines.Sum(l => l.AmountMinor) : 0;
        _pages["cs_" + orderId] = new PaymentSnapshot(
            "cs_" + orderId, orderId, state, "pi_" + orderId, "ch_" + orderId, paid, asked.CurrencyCode, null);
    }

    public Task<GatewayAnswer<OpenedCheckout>> OpenCheckoutAsync(CheckoutToOpen checkout, string key, CancellationToken cancellation)
    {
        var id = "cs_" + checkout.OrderId;
        if (_asked.TryAdd(id, checkout)) Set(checkout.OrderId, GatewayPaymentState.Open);
        return Task.FromResult(new GatewayAnswer<OpenedCheckout>(new OpenedCheckout(id, "https://pay.example/" + id), null));
    }

    public Task<PaymentSnapshot?> ReadCheckoutAsync(string sessionId, CancellationToken cancellation) =>
        Task.FromResult(_pages.GetValueOrDefault(sessionId));

    public Task<PaymentSnapshot?> ExpireCheckoutAsync(string sessionId, CancellationToken cancellation)
    {
        var page = _pages[sessionId];
        if (page.State == GatewayPaymentState.Open) _pages[sessionId] = page with { State = GatewayPaymentState.Expired };
        return ReadCheckoutAsync(sessionId, cancellation);
    }

    public Task<GatewayAnswer<RefundSnapshot>> RefundAsync(RefundToMake refund, string key, CancellationToken cancellation)
    {
        Refunds.Enqueue(refund);
        return Task.FromResult(new GatewayAnswer<RefundSnapshot>(
            new RefundSnapshot("re_" + refund.RefundId, refund.RefundId, "succeeded", refund.AmountMinor, null), null));
    }

    public Task<RefundSnapshot?> ReadRefundAsync(string stripeRefundId, CancellationToken cancellation) =>
        Task.FromResult<RefundSnapshot?>(null);

    public Task<RefundSnapshot?> FindRefundAsync(RefundToMake refund, CancellationToken cancellation) =>
        Task.FromResult<RefundSnapshot?>(null);

    public Task<string?> FindTransferAsync(TransferToMake transfer, CancellationToken cancellation) =>
        Task.FromResult<string?>(null);

    public Task<GatewayAnswer<string>> TransferAsync(TransferToMake transfer, string key, CancellationToken cancellation) =>
        Task.FromResult(new GatewayAnswer<string>("tr_" + transfer.SellerOrderId, null));
}

using System.Runtime.CompilerServices;
using Marketplace.Money.Payments.Contracts;

namespace Marketplace.Tests.World;

/// <summary>Stripe, with a step before each call and one after: there the reply is lost.</summary>
internal sealed class PluggedGateway(IPaymentGateway inner, PowerPlug plug) : IPaymentGateway
{
    public Task<GatewayAnswer<OpenedCheckout>> OpenCheckoutAsync(CheckoutToOpen checkout, string key, CancellationToken cancellation) =>
        CallAsync(() => inner.OpenCheckoutAsync(checkout, key, cancellation));

    public Task<PaymentSnapshot?> ReadCheckoutAsync(string sessionId, CancellationToken cancellation) =>
        CallAsync(() => inner.ReadCheckoutAsync(sessionId, cancellation));

    public Task<PaymentSnapshot?> ExpireCheckoutAsync(string sessionId, CancellationToken cancellation) =>
        CallAsync(() => inner.ExpireCheckoutAsync(sessionId, cancellation));

    public Task<GatewayAnswer<RefundSnapshot>> RefundAsync(RefundToMake refund, string key, CancellationToken cancellation) =>
        CallAsync(() => inner.RefundAsync(refund, key, cancellation));

    public Task<RefundSnapshot?> ReadRefundAsync(string stripeRefundId, CancellationToken cancellation) =>
        CallAsync(() => inner.ReadRefundAsync(stripeRefundId, cancellation));

    public Task<RefundSnapshot?> FindRefundAsync(RefundToMake refund, CancellationToken cancellation) =>
        CallAsync(() => inner.FindRefundAsync(refund, cancellation));

    public Task<GatewayAnswer<string>> TransferAsync(TransferToMake transfer, string key, CancellationToken cancellation) =>
        CallAsync(() => inner.TransferAsync(transfer, key, cancellation));

    public Task<string?> FindTransferAsync(TransferToMake transfer, CancellationToken cancellation) =>
        CallAsync(() => inner.FindTransferAsync(transfer, cancellation));

    private async Task<T> CallAsync<T>(Func<Task<T>> call, [CallerMemberName] string name = "")
    {
        plug.Reach("before Stripe's " + name);
        var answer = await call();
        plug.Reach("after Stripe's " + name);
        return answer;
    }
}

using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Mediator;

namespace Marketplace.Sales.Checkout;

/// <summary>What the processor's word, arriving by webhook, means for an order.</summary>
internal sealed class OnPaymentSucceeded : IConsume<PaymentSucceeded>
{
    public IEnumerable<ICommand<Result>> On(PaymentSucceeded happened) =>
        [new FinalizeOrder(happened.OrderId, happened.AmountMinor, happened.CurrencyCode, happened.AtUtc)];
}

internal sealed class OnPaymentExpired : IConsume<PaymentExpired>
{
    public IEnumerable<ICommand<Result>> On(PaymentExpired happened) => [new ReleaseCheckout(happened.OrderId)];
}

/// <summary>A payment that ran for days and failed in the end: nobody can pay this page any more.</summary>
internal sealed class OnPaymentFailed : IConsume<PaymentFailed>
{
    public IEnumerable<ICommand<Result>> On(PaymentFailed happened) => [new ReleaseCheckout(happened.OrderId)];
}

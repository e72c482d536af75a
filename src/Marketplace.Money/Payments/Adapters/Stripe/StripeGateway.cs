using Marketplace.Money.Payments.Contracts;
using Stripe;
using Stripe.Checkout;

namespace Marketplace.Money.Payments.Adapters.Stripe;

/// <summary>Separate charges and transfers: one hosted checkout an order, one transfer a SellerOrder.</summary>
internal sealed class StripeGateway(StripeConnection stripe) : IPaymentGateway
{
    internal const string OrderKey = "order_id";
    internal const string RefundKey = "refund_id";
    internal const string SellerOrderKey = "seller_order_id";
    internal const string AttemptKey = "attempt";
    private static readonly List<string> WithIntent = ["payment_intent"];

    public async Task<GatewayAnswer<OpenedCheckout>> OpenCheckoutAsync(
        CheckoutToOpen checkout, string key, CancellationToken cancellation)
    {
        var answer = await stripe.WriteAsync(
            () => stripe.V1.Checkout.Sessions.CreateAsync(Options(checkout), Keyed(key), cancellation), cancellation);
        return new GatewayAnswer<OpenedCheckout>(
            answer.Value is { } session ? new OpenedCheckout(session.Id, session.Url) : null, answer.Refusal);
    }

    public async Task<PaymentSnapshot?> ReadCheckoutAsync(string sessionId, CancellationToken cancellation)
    {
        var session = await StripeConnection.ReadAsync(
            () => stripe.V1.Checkout.Sessions.GetAsync(
                sessionId, new SessionGetOptions { Expand = WithIntent }, cancellationToken: cancellation), cancellation);
        return session is null ? null : Snapshot(session);
    }

    public async Task<PaymentSnapshot?> ExpireCheckoutAsync(string sessionId, CancellationToken cancellation)
    {
        var answer = await stripe.WriteAsync(
            () => stripe.V1.Checkout.Sessions.ExpireAsync(
                sessionId, new SessionExpireOptions { Expand = WithIntent }, cancellationToken: cancellation), cancellation);
        // Refused: it is not open any more. How it ended is to be read.
        return answer.Value is { } session ? Snapshot(session) : await ReadCheckoutAsync(sessionId, cancellation);
    }

    public async Task<GatewayAnswer<RefundSnapshot>> RefundAsync(
        RefundToMake refund, string key, CancellationToken cancellation)
    {
        var options = new RefundCreateOptions
        {
            PaymentIntent = refund.PaymentIntentId, Amount = refund.AmountMinor, Reason = "requested_by_customer",
            Metadata = new Dictionary<string, string> { [RefundKey] = refund.RefundId, [OrderKey] = refund.OrderId },
        };
        var answer = await stripe.WriteAsync(
            () => stripe.V1.Refunds.CreateAsync(options, Keyed(key), cancellation), cancellation);
        return new GatewayAnswer<RefundSnapshot>(answer.Value is { } made ? Snapshot(made) : null, answer.Refusal);
    }

    public async Task<RefundSnapshot?> ReadRefundAsync(string stripeRefundId, CancellationToken cancellation)
    {
        var refund = await StripeConnection.ReadAsync(
            () => stripe.V1.Refunds.GetAsync(stripeRefundId, cancellationToken: cancellation), cancellation);
        return refund is null ? null : Snapshot(refund);
    }

    public async Task<RefundSnapshot?> FindRefundAsync(RefundToMake refund, CancellationToken cancellation)
    {
        var options = new RefundListOptions { PaymentIntent = refund.PaymentIntentId, Limit = 100 };
        var found = await StripeConnection.ReadAsync(() => FirstAsync(
            stripe.V1.Refunds.ListAutoPagingAsync(options, cancellationToken: cancellation),
            r => Has(r.Metadata, RefundKey, refund.RefundId), cancellation), cancellation);
        return found is [var one] ? Snapshot(one) : null;
    }

    public async Task<GatewayAnswer<string>> TransferAsync(TransferToMake transfer, string key, CancellationToken cancellation)
    {
        var options = new TransferCreateOptions
        {
            Amount = transfer.AmountMinor, Currency = transfer.CurrencyCode.ToLowerInvariant(),
            Destination = transfer.AccountId, SourceTransaction = transfer.ChargeId, TransferGroup = transfer.OrderId,
            Metadata = new Dictionary<string, string>
            {
                [SellerOrderKey] = transfer.SellerOrderId, [AttemptKey] = Attempt(transfer), [OrderKey] = transfer.OrderId,
            },
        };
        var answer = await stripe.WriteAsync(
            () => stripe.V1.Transfers.CreateAsync(options, Keyed(key), cancellation), cancellation);
        return new GatewayAnswer<string>(answer.Value?.Id, answer.Refusal);
    }

    public async Task<string?> FindTransferAsync(TransferToMake transfer, CancellationToken cancellation)
    {
        var options = new TransferListOptions { TransferGroup = transfer.OrderId, Limit = 100 };
        var found = await StripeConnection.ReadAsync(() => FirstAsync(
            stripe.V1.Transfers.ListAutoPagingAsync(options, cancellationToken: cancellation),
            t => Has(t.Metadata, SellerOrderKey, transfer.SellerOrderId) && Has(t.Metadata, AttemptKey, Attempt(transfer)),
            cancellation), cancellation);
        return found is [var one] ? one.Id : null;
    }

    private static SessionCreateOptions Options(CheckoutToOpen checkout) => new()
    {
        Mode = "payment", UiMode = "hosted_page", ClientReferenceId = checkout.OrderId,
        SuccessUrl = checkout.SuccessUrl, CancelUrl = checkout.CancelUrl, ExpiresAt = checkout.ExpiresAtUtc,
        CustomerEmail = checkout.BuyerEmail,
        Metadata = new Dictionary<string, string> { [OrderKey] = checkout.OrderId },
        PaymentIntentData = new SessionPaymentIntentDataOptions
        {
            TransferGroup = checkout.OrderId,
            Metadata = new Dictionary<string, string> { [OrderKey] = checkout.OrderId },
        },
        LineItems = [.. checkout.Lines.Select(line => new SessionLineItemOptions
        {
            Quantity = 1,
            PriceData = new SessionLineItemPriceDataOptions
            {
                Currency = checkout.CurrencyCode.ToLowerInvariant(), UnitAmount = line.AmountMinor,
                ProductData = new SessionLineItemPriceDataProductDataOptions { Name = line.Name },
            },
        })],
    };

    private static PaymentSnapshot Snapshot(Session session)
    {
        var intent = session.PaymentIntent;
        var state = State(session, intent);
        return new PaymentSnapshot(
            session.Id, session.ClientReferenceId, state, session.PaymentIntentId, intent?.LatestChargeId,
            state == GatewayPaymentState.Succeeded ? intent?.AmountReceived ?? 0 : 0,
            session.Currency.ToUpperInvariant(),
            state == GatewayPaymentState.Failed ? intent?.LastPaymentError?.Code ?? "payment_failed" : null);
    }

    /// <summary>A completed session is not a paid one: bank debits decide days later.</summary>
    private static GatewayPaymentState State(Session session, PaymentIntent? intent) => session.Status switch
    {
        "expired" => GatewayPaymentState.Expired,
        "complete" when session.PaymentStatus is "paid" or "no_payment_required" => GatewayPaymentState.Succeeded,
        "complete" when intent?.Status is "requires_payment_method" or "canceled" => GatewayPaymentState.Failed,
        "complete" => GatewayPaymentState.Processing,
        _ => GatewayPaymentState.Open,
    };

    internal static RefundSnapshot Snapshot(Refund refund) => new(
        refund.Id, refund.Metadata?.GetValueOrDefault(RefundKey), refund.Status, refund.Amount, refund.FailureReason,
        refund.PaymentIntentId);

    private static RequestOptions Keyed(string key) => new() { IdempotencyKey = key };

    private static string Attempt(TransferToMake transfer) =>
        transfer.Attempt.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool Has(Dictionary<string, string>? metadata, string key, string value) =>
        metadata?.GetValueOrDefault(key) == value;

    /// <summary>A list of none or one: what a read may answer that found nothing.</summary>
    private static async Task<List<T>> FirstAsync<T>(IAsyncEnumerable<T> all, Func<T, bool> fits, CancellationToken cancellation)
    {
        await foreach (var one in all.WithCancellation(cancellation))
        {
            if (fits(one)) return [one];
        }

        return [];
    }
}

using System.Globalization;
using System.Text.Json;
using Marketplace.Money.Payments.Contracts;
using Stripe;

namespace Marketplace.Money.Payments.Adapters.Stripe;

internal sealed class StripeBooks(StripeConnection stripe) : IProcessorBooks
{
    private const int PageSize = 100;
    private static readonly List<string> WithSource = ["data.source"];

    public async Task<IReadOnlyList<BalanceMovement>> ListMovementsAsync(DateTime sinceUtc, CancellationToken cancellation)
    {
        var options = new BalanceTransactionListOptions { Limit = PageSize, Created = Since(sinceUtc), Expand = WithSource };
        return await ListAsync(
            () => stripe.V1.BalanceTransactions.ListAutoPagingAsync(options, cancellationToken: cancellation),
            entry => new BalanceMovement(
                entry.Id, entry.Type, entry.Amount, entry.Fee, entry.Currency.ToUpperInvariant(), entry.Created,
                entry.AvailableOn, entry.SourceId, Source((entry.Source as IHasMetadata)?.Metadata)), cancellation);
    }

    /// <summary>What is reserved for sellers' negative balances is the platform's money all the same.</summary>
    public async Task<IReadOnlyList<BalanceFigure>> ReadBalanceAsync(string? accountId, CancellationToken cancellation)
    {
        var balance = await StripeConnection.ReadAsync(
            () => stripe.V1.Balance.GetAsync(new BalanceGetOptions(), As(accountId), cancellation), cancellation);
        if (balance is null) return [];
        var reserved = balance.ConnectReserved ?? [];
        return [.. balance.Available.Select(a => a.Currency).Union(balance.Pending.Select(p => p.Currency)).Order()
            .Select(currency => new BalanceFigure(
                currency.ToUpperInvariant(),
                balance.Available.Where(a => a.Currency == currency).Sum(a => a.Amount),
                balance.Pending.Where(p => p.Currency == currency).Sum(p => p.Amount)
                    + reserved.Where(r => r.Currency == currency).Sum(r => r.Amount)))];
    }

    /// <summary>
    /// Read as JSON, page by page: an event of another API train must be kept like any other, as webhooks keep it.
    /// </summary>
    public async Task<IReadOnlyList<ListedEvent>> ListEventsAsync(
        string? accountId, DateTime sinceUtc, CancellationToken cancellation)
    {
        var found = new List<ListedEvent>();
        var options = new EventListOptions { Limit = PageSize, Created = Since(sinceUtc) };
        while (true)
        {
            var page = await StripeConnection.ReadAsync(
                () => stripe.V1.Events.ListAsync(options, As(accountId), cancellation), cancellation);
            if (page is null) break;
            using var json = JsonDocument.Parse(page.StripeResponse.Content);
            foreach (var item in json.RootElement.GetProperty("data").EnumerateArray())
            {
                options.StartingAfter = item.GetProperty("id").GetString();
                if (StripeWebhooks.Parse(item).Found is { } told) found.Add(new ListedEvent(told, item.GetRawText()));
            }

            if (!page.HasMore) break;
        }

        found.Reverse();
        return found;
    }

    public Task<IReadOnlyList<RefundSnapshot>> ListRefundsAsync(string paymentIntentId, CancellationToken cancellation) =>
        ListAsync(
            () => stripe.V1.Refunds.ListAutoPagingAsync(
                new RefundListOptions { PaymentIntent = paymentIntentId, Limit = PageSize }, cancellationToken: cancellation),
            StripeGateway.Snapshot, cancellation);

    public Task<IReadOnlyList<PayoutSnapshot>> ListPayoutsAsync(DateTime sinceUtc, CancellationToken cancellation) =>
        ListAsync(
            () => stripe.V1.Payouts.ListAutoPagingAsync(
                new PayoutListOptions { Limit = PageSize, Created = Since(sinceUtc) }, cancellationToken: cancellation),
            StripeAccounts.Snapshot, cancellation);

    /// <summary>Stripe lists the newest first; what happened is to be read in its order.</summary>
    private static async Task<IReadOnlyList<TOurs>> ListAsync<TTheirs, TOurs>(
        Func<IAsyncEnumerable<TTheirs>> list, Func<TTheirs, TOurs> translate, CancellationToken cancellation)
    {
        var found = await StripeConnection.ReadAsync(
            async () =>
            {
                var all = new List<TOurs>();
                await foreach (var one in list().WithCancellation(cancellation)) all.Add(translate(one));
                return all;
            },
            cancellation) ?? [];
        found.Reverse();
        return found;
    }

    private static DateRangeOptions Since(DateTime sinceUtc) => new() { GreaterThanOrEqual = sinceUtc };

    private static RequestOptions As(string? accountId) => new() { StripeAccount = accountId };

    private static MovementSource Source(Dictionary<string, string>? metadata) => new(
        metadata?.GetValueOrDefault(StripeGateway.OrderKey), metadata?.GetValueOrDefault(StripeGateway.RefundKey),
        metadata?.GetValueOrDefault(StripeGateway.SellerOrderKey),
        int.TryParse(metadata?.GetValueOrDefault(StripeGateway.AttemptKey), CultureInfo.InvariantCulture, out var attempt)
            ? attempt : null);
}

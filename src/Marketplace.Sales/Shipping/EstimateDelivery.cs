using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Shipping.Contracts;
using Mediator;

namespace Marketplace.Sales.Shipping;

/// <summary>What the product page says: cost and day of delivery of one piece to the visitor's market.</summary>
[Anyone]
public sealed record EstimateDelivery(
    string TenantId, int WeightGrams, long PriceMinor, string CurrencyCode, string Country, string? Region)
    : IQuery<Result<DeliveryEstimate>>;

/// <param name="Options">Cheapest first; empty: the seller does not send there.</param>
public sealed record DeliveryEstimate(IReadOnlyList<ShippingOption> Options);

internal sealed class EstimateDeliveryHandler(IShippingRates rates, HeldEstimates held)
    : IQueryHandler<EstimateDelivery, Result<DeliveryEstimate>>
{
    public async ValueTask<Result<DeliveryEstimate>> Handle(EstimateDelivery query, CancellationToken cancellation) =>
        await held.GetAsync(query, AskAsync, cancellation);

    private async Task<DeliveryEstimate> AskAsync(EstimateDelivery query, CancellationToken cancellation) => new(
        await rates.QuoteAsync(
            [new ParcelToQuote(query.TenantId, query.WeightGrams, query.PriceMinor)],
            new Destination(query.Country, query.Region), query.CurrencyCode, cancellation));
}

/// <summary>
/// Estimates of product pages, half a minute old at most: many people look at the same thing. Basket and checkout
/// always ask anew.
/// </summary>
internal sealed class HeldEstimates(TimeProvider clock)
{
    private readonly BriefCache<EstimateDelivery, DeliveryEstimate> _kept = new(clock, TimeSpan.FromSeconds(30));

    public ValueTask<DeliveryEstimate> GetAsync(
        EstimateDelivery query, Func<EstimateDelivery, CancellationToken, Task<DeliveryEstimate>> ask,
        CancellationToken cancellation) => _kept.GetAsync(query, ask, cancellation);
}

using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Shipping.Contracts;
using Mediator;

namespace Marketplace.Sales.Shipping;

/// <summary>The ways to send each parcel, cheapest first; a seller that does not send there has none.</summary>
[Internal]
public sealed record QuoteShipping(
    IReadOnlyList<ParcelToQuote> Parcels, Destination Destination, string CurrencyCode)
    : IQuery<Result<IReadOnlyList<ShippingOption>>>;

internal sealed class QuoteShippingHandler(IShippingRates rates)
    : IQueryHandler<QuoteShipping, Result<IReadOnlyList<ShippingOption>>>
{
    public async ValueTask<Result<IReadOnlyList<ShippingOption>>> Handle(QuoteShipping query, CancellationToken cancellation) =>
        Result<IReadOnlyList<ShippingOption>>.Success(
            await rates.QuoteAsync(query.Parcels, query.Destination, query.CurrencyCode, cancellation));
}

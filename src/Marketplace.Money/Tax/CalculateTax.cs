using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Tax;

/// <summary>Tax of each line at its destination; the caller freezes the answer on its lines.</summary>
[Internal]
public sealed record CalculateTax(TaxRequest Request) : IQuery<Result<IReadOnlyList<TaxedLine>>>;

internal sealed class CalculateTaxHandler(ITaxEngine engine)
    : IQueryHandler<CalculateTax, Result<IReadOnlyList<TaxedLine>>>
{
    public async ValueTask<Result<IReadOnlyList<TaxedLine>>> Handle(CalculateTax query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<TaxedLine>>.Success(await engine.CalculateAsync(query.Request, cancellationToken));
}

/// <summary>The platform's own table of rates; joins whatever transaction runs.</summary>
internal sealed class RateTable(PlatformDb db) : ITaxEngine
{
    public async Task<IReadOnlyList<TaxedLine>> CalculateAsync(TaxRequest request, CancellationToken cancellation)
    {
        var rates = await db.TaxRates.AsNoTracking().Where(r => r.Country == request.Country).ToListAsync(cancellation);
        return TaxCalculator.Calculate(request, rates);
    }
}

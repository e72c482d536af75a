using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Search;

/// <summary>
/// Sales that have grown too old to count: the documents of what was sold are made anew without them. Nothing else
/// would, as long as nobody changes or buys the listing. Answers the last order; null when all are done.
/// </summary>
[Internal]
public sealed record AgeDemand : ICommand<Result<AgedDemand>>, IPlatformTransaction;

public sealed record AgedDemand(string? LastOrderId, int Listings);

internal sealed class AgeDemandHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<AgeDemand, Result<AgedDemand>>
{
    public async ValueTask<Result<AgedDemand>> Handle(AgeDemand command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var cursor = await db.Set<DemandCursor>().SingleOrDefaultAsync(cancellation);
        // Who never aged anything begins as long ago as a document can be too old.
        var after = cursor?.OrderId ?? Ids.NotBefore(now - (2 * ReadListingDocuments.Lately));
        var before = Ids.NotBefore(now - ReadListingDocuments.Lately);
        var sales = (await sender.Send(new ListAgedSales(after, before), cancellation)).Required();
        if (sales.LastOrderId is not { } last) return new AgedDemand(null, 0);
        if (cursor is null) db.Add(new DemandCursor { OrderId = last });
        else cursor.OrderId = last;
        await ListingChanges.BumpAsync(db, sales.Listings, cancellation);
        return new AgedDemand(last, sales.Listings.Count);
    }
}

internal sealed class AgeDemandJob(ISender sender) : IJob
{
    /// <summary>What is left over waits for the next night.</summary>
    private const int MostBatches = 2000;

    public string Name => "age-demand";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var listings = 0;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var aged = (await sender.Send(new AgeDemand(), cancellation)).Required();
            if (aged.LastOrderId is null) break;
            listings += aged.Listings;
        }

        return $"{listings} listings have sales that no longer count";
    }
}

using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Pricing;

/// <summary>
/// Writes down sales that have begun or ended, a hundred at a time, and tells search and buy boxes. Whoever reads a
/// price has it right before: this is for what keeps a copy.
/// </summary>
[Internal]
public sealed record TurnPrices : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class TurnPricesHandler(PlatformDb db, EventBuffer events, TimeProvider clock) : ICommandHandler<TurnPrices, Result<int>>
{
    public const int Batch = 100;

    public async ValueTask<Result<int>> Handle(TurnPrices command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await db.OfferPrices.Where(p => p.TurnsAtUtc <= now).OrderBy(p => p.TurnsAtUtc).ThenBy(p => p.OfferId)
            .Take(Batch).ToListAsync(cancellationToken);
        if (rows.Count == 0) return 0;
        var log = new PriceLog(db, "system", clock, []);
        foreach (var row in rows) log.Turn(row, now);

        var ids = rows.Select(r => r.OfferId).ToList();
        var shown = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.Id))
            .Join(db.PublishedListings, o => new { o.TenantId, Id = o.ListingId }, l => new { l.TenantId, l.Id },
                (o, l) => new { l.TenantId, l.Id, l.GroupGtin }).Distinct().ToListAsync(cancellationToken);
        await PriceNews.TellAsync(db, events, [.. shown.Select(s => (s.TenantId, s.Id, s.GroupGtin))], clock, cancellationToken);
        return rows.Count;
    }
}

internal sealed class TurnPricesJob(ISender sender) : IJob
{
    public string Name => "turn-prices";

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        int turned, sum = 0;
        do
        {
            turned = (await sender.Send(new TurnPrices(), cancellation)).Required();
            sum += turned;
        }
        while (turned == TurnPricesHandler.Batch && !cancellation.IsCancellationRequested);
        return $"{sum} sales began or ended";
    }
}

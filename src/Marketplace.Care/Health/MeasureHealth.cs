using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Health.Model;
using Marketplace.Care.Messages;
using Marketplace.Care.Reviews;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Health;

/// <summary>
/// Measures every open shop once a night, so that a page reads a row instead of two months of orders, and staff can sort
/// all shops by it.
/// </summary>
internal sealed class MeasureHealthJob(PlatformDb db, ISender sender) : IJob
{
    public string Name => "measure-health";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var shops = await db.SellerStandings.Where(s => s.IsOpen).Select(s => s.TenantId)
            .Union(db.SellerHealths.Select(h => h.TenantId)).ToListAsync(cancellation);
        var missed = 0;
        foreach (var shop in shops)
            if ((await sender.Send(new MeasureHealth(shop), cancellation)).Required() > 0) missed++;
        return $"measured {shops.Count} shops, {missed} miss a mark";
    }
}

/// <summary>
/// Measures one shop; answers how many marks it misses. Its owners are told of a mark that was not missed the last time;
/// nothing else follows by itself.
/// </summary>
[Internal]
public sealed record MeasureHealth(string TenantId) : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class MeasureHealthHandler(PlatformDb db, ISender sender, TimeProvider clock) : ICommandHandler<MeasureHealth, Result<int>>
{
    public async ValueTask<Result<int>> Handle(MeasureHealth command, CancellationToken cancellation)
    {
        var (tenantId, now) = (command.TenantId, clock.GetUtcNow().UtcDateTime);
        var figures = await FiguresAsync(tenantId, now.AddDays(-HealthRule.Days), cancellation);
        var marks = await db.ReadMarksAsync(cancellation);
        var beyond = HealthRule.Judge(figures, marks).Where(l => l.Verdict == HealthVerdict.Missed).ToList();
        var missed = beyond.ConvertAll(l => l.Metric);
        var row = await db.SellerHealths.SingleOrDefaultAsync(h => h.TenantId == tenantId, cancellation);
        if (row is null) db.Add(row = new SellerHealth { TenantId = tenantId, MeasuredAtUtc = now });
        List<HealthMetric> fresh = [.. missed.Except(row.Missed)];
        Keep(row, figures, missed, fresh.Count > 0, now);
        if (fresh.Count == 0) return missed.Count;
        var told = await TellAsync(tenantId, beyond, now, cancellation);
        return told.Ok ? missed.Count : told.Error;
    }

    private async Task<HealthFigures> FiguresAsync(string tenantId, DateTime since, CancellationToken cancellation)
    {
        var orders = (await sender.Send(new MeasureFulfilment(tenantId, since), cancellation)).Required();
        var reply = (await sender.Send(new ReadResponseTime(tenantId), cancellation)).Required();
        var stars = (await sender.Send(new MeasureStars(tenantId, since), cancellation)).Required();
        return new HealthFigures(
            orders.Promised, orders.Late, orders.Placed, orders.CancelledBySeller, orders.Shipped, orders.Refunded, reply,
            stars.Count, stars.MeanHundredths);
    }

    private static void Keep(SellerHealth row, HealthFigures figures, List<HealthMetric> missed, bool isWorse, DateTime now)
    {
        (row.Promised, row.Late, row.Placed, row.Cancelled) = (figures.Promised, figures.Late, figures.Placed, figures.Cancelled);
        (row.Shipped, row.Refunded, row.ReplyMinutes) = (figures.Shipped, figures.Refunded, figures.ReplyMinutes);
        (row.Ratings, row.RatingHundredths, row.MeasuredAtUtc) = (figures.Ratings, figures.RatingHundredths, now);
        row.MissedSinceUtc = missed.Count == 0 ? null : row.MissedSinceUtc ?? now;
        if (isWorse || missed.Count == 0) row.SeenAtUtc = null;
        (row.Missed, row.MissedCount) = (missed, missed.Count);
    }

    private async Task<Result> TellAsync(string tenantId, List<HealthLine> beyond, DateTime now, CancellationToken cancellation)
    {
        var shop = await db.SellerProfiles.Where(p => p.TenantId == tenantId).Select(p => new { p.Slug, p.Name }).SingleAsync(cancellation);
        var mail = HealthMails.Missed(shop.Name, shop.Slug, beyond.ConvertAll(HealthMails.Row));
        return await sender.Send(new MailOwners(tenantId, $"health/{tenantId}/{now:yyyyMMdd}", mail), cancellation);
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.BackInStock.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.BackInStock;

/// <summary>
/// Tells those who wait for something that is back, in the order in which they asked, each once. Answers how many; the job
/// goes on until there is nobody left.
/// </summary>
[Internal]
public sealed record TellWaiting : ICommand<Result<int>>, IPlatformTransaction;

/// <summary>Forgets what was never confirmed after a week, and what was told after a month. Answers how many.</summary>
[Internal]
public sealed record SweepStockRequests : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class TellWaitingHandler(PlatformDb db, ISender sender, ISecretSeal seal, TimeProvider clock)
    : ICommandHandler<TellWaiting, Result<int>>, ICommandHandler<SweepStockRequests, Result<int>>
{
    public const int Batch = 50;

    public async ValueTask<Result<int>> Handle(TellWaiting command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await DueAsync(cancellationToken);
        foreach (var (request, goods) in due)
        {
            // Whoever moves the row writes the mail: two workers at once tell once.
            var mine = await db.StockRequests.Where(r => r.Id == request.Id && r.ToldAtUtc == null)
                .ExecuteUpdateAsync(u => u.SetProperty(r => r.ToldAtUtc, now), cancellationToken) == 1;
            if (!mine) continue;
            var queued = await sender.Send(
                new QueueMail(
                    $"back-in-stock/{request.Id}/{request.AskedAtUtc:yyyyMMddHHmmssfff}", request.Email, StockRequestMails.Told(goods),
                    BuyerId: request.BuyerId, StopPath: StockRequestLink.Path(seal, request.Id)), cancellationToken);
            if (!queued.Ok) return queued.Error;
        }

        return due.Count;
    }

    public async ValueTask<Result<int>> Handle(SweepStockRequests command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (week, month) = (now.AddDays(-7), now.AddDays(-30));
        return await db.StockRequests.Where(r => r.ToldAtUtc < month
            || (r.ToldAtUtc == null && r.ConfirmedAtUtc == null && r.AskedAtUtc < week)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<List<(StockRequest, WaitedFor)>> DueAsync(CancellationToken cancellation)
    {
        var stocks = db.OfferStocks;
        var rows = await (from r in db.StockRequests.AsNoTracking()
                          where r.ToldAtUtc == null && r.ConfirmedAtUtc != null
                              && stocks.Where(x => x.TenantId == r.TenantId && x.OfferId == r.OfferId).Sum(x => x.OnHand - x.Reserved) > 0
                          join o in db.Offers on new { r.TenantId, Id = r.OfferId } equals new { o.TenantId, o.Id }
                          join l in db.PublishedListings on new { o.TenantId, Id = o.ListingId } equals new { l.TenantId, l.Id }
                          join s in db.SellerStandings on r.TenantId equals s.TenantId
                          join p in db.SellerProfiles on r.TenantId equals p.TenantId
                          where o.IsLive && l.IsLive && s.IsOpen
                          orderby r.AskedAtUtc, r.Id
                          select new
                          {
                              Request = r,
                              Goods = new WaitedFor(o.TenantId, o.Id, l.Title, o.OptionsText, l.Slug, l.ShortId, p.Name, 1),
                          })
            .Take(Batch).ToListAsync(cancellation);
        return rows.ConvertAll(r => (r.Request, r.Goods));
    }
}

internal sealed class TellWaitingJob(ISender sender) : IJob
{
    public string Name => "tell-back-in-stock";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var told = 0;
        while ((await sender.Send(new TellWaiting(), cancellation)).Required() is > 0 and var some) told += some;
        var swept = (await sender.Send(new SweepStockRequests(), cancellation)).Required();
        return $"told {told} who waited, forgot {swept}";
    }
}

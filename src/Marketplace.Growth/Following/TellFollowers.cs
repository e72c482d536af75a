using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Following.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Following;

/// <summary>
/// One mail of what was new for each person in the shops that they follow, at most one a day, and only to those who asked
/// for it. Answers how many people were looked at; the job goes on until there is nobody left.
/// </summary>
[Internal]
public sealed record TellFollowers : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class TellFollowersHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<TellFollowers, Result<int>>
{
    public const int Batch = 50;
    private const int MostListings = 12;

    public async ValueTask<Result<int>> Handle(TellFollowers command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = now.AddDays(-1);
        var buyers = await db.ShopFollows.Where(f => f.ToldUntilUtc <= yesterday).OrderBy(f => f.ToldUntilUtc)
            .Select(f => f.BuyerId).Take(Batch).ToListAsync(cancellation);
        buyers = [.. buyers.Distinct()];
        if (buyers.Count == 0) return 0;
        var news = await NewsAsync(buyers, cancellation);
        var people = (await sender.Send(new FindBuyers(buyers), cancellation)).Required();
        foreach (var mine in news.GroupBy(n => n.BuyerId).Where(g => people.ContainsKey(g.Key)))
        {
            var queued = await sender.Send(
                new QueueMail(
                    $"followed/{mine.Key}/{now:yyyyMMddHHmm}", people[mine.Key].Email, Text([.. mine]), BuyerId: mine.Key,
                    Topic: MailTopic.NewListings), cancellation);
            if (!queued.Ok) return queued.Error;
        }

        await db.ShopFollows.Where(f => buyers.Contains(f.BuyerId))
            .ExecuteUpdateAsync(s => s.SetProperty(f => f.ToldUntilUtc, now), cancellation);
        return buyers.Count;
    }

    private Task<List<News>> NewsAsync(List<string> buyers, CancellationToken cancellation) =>
        (from f in db.ShopFollows
         where buyers.Contains(f.BuyerId)
         join l in db.PublishedListings on f.TenantId equals l.TenantId
         where l.IsLive && l.FirstPublishedAtUtc > f.ToldUntilUtc
         join p in db.SellerProfiles on f.TenantId equals p.TenantId
         join s in db.SellerStandings on f.TenantId equals s.TenantId
         where s.IsOpen
         orderby f.BuyerId, l.FirstPublishedAtUtc descending
         select new News(f.BuyerId, p.Name, l.Title)).Take(Batch * MostListings).ToListAsync(cancellation);

    private static MailText Text(List<News> news) => new(
        news.Select(n => n.Shop).Distinct().Count() == 1 ? $"New at {news[0].Shop}" : "New in shops that you follow",
        "New in shops that you follow", ["These are on sale since you last heard from us."],
        new MailLink("See the shops", "/account/shops"), [.. news.Take(MostListings).Select(n => new MailRow(n.Title, n.Shop))],
        "You asked for this mail under Mails in your account. At most one comes a day.");

    private sealed record News(string BuyerId, string Shop, string Title);
}

internal sealed class TellFollowersJob(ISender sender) : IJob
{
    public string Name => "tell-followers";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var people = 0;
        while ((await sender.Send(new TellFollowers(), cancellation)).Required() is > 0 and var some) people += some;
        return $"looked at what {people} people follow";
    }
}

using Marketplace.Growth.Visits.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Visits;

/// <summary>Days that no page compares with any more, a day a transaction.</summary>
internal sealed class ForgetOldViews(PlatformDb db, IDatabaseProvider database, TimeProvider clock) : IJob
{
    /// <summary>A year and a month, so that a month can be held against the same one a year before.</summary>
    private const int Days = 400;

    public string Name => "forget-old-views";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var last = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-Days);
        var forgotten = 0;
        while (await db.ShopViews.Where(v => v.Day < last).MinAsync(v => (DateOnly?)v.Day, cancellation) is { } day)
        {
            using var turn = await database.EnterWriteAsync(cancellation);
            forgotten += await db.ListingViews.Where(v => v.Day == day).ExecuteDeleteAsync(cancellation);
            await db.ShopViews.Where(v => v.Day == day).ExecuteDeleteAsync(cancellation);
        }

        return $"forgot {forgotten} listings' days";
    }
}

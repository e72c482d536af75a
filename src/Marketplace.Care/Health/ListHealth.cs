using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Health.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Health;

public enum HealthSort
{
    /// <summary>Who misses the most marks first, then who misses one longest.</summary>
    Missed,
    Late,
    Cancelled,
    Refunded,
    Replies,
    Rating,
    Name,
}

/// <summary>All measured shops by one of their numbers, the worst first; those of whom nothing can be said come last.</summary>
/// <param name="OnlyMissed">Only those that miss a mark that nobody has seen to.</param>
[Admin(AdminPermissions.Sellers)]
public sealed record ListHealth(HealthSort Sort = HealthSort.Missed, bool OnlyMissed = false, int Page = 1) : IQuery<Result<HealthList>>;

public sealed record HealthList(IReadOnlyList<HealthRow> Rows, int Page, int Pages, HealthMarks Marks);

public sealed record HealthRow(
    string TenantId, string Name, string Slug, IReadOnlyList<HealthLine> Lines, DateTime MeasuredAtUtc, DateTime? MissedSinceUtc,
    DateTime? SeenAtUtc);

/// <summary>How many shops miss a mark that nobody has seen to, and since when the first of them.</summary>
[Admin(AdminPermissions.Sellers)]
public sealed record CountMissedHealth : IQuery<Result<MissedHealth>>;

public sealed record MissedHealth(int Count, DateTime? SinceUtc);

internal sealed class ListHealthHandler(PlatformDb db)
    : IQueryHandler<ListHealth, Result<HealthList>>, IQueryHandler<CountMissedHealth, Result<MissedHealth>>
{
    private const int PageSize = 50;

    public async ValueTask<Result<HealthList>> Handle(ListHealth query, CancellationToken cancellation)
    {
        var page = Math.Clamp(query.Page, 1, 1000);
        var marks = await db.ReadMarksAsync(cancellation);
        var all = query.OnlyMissed ? Unseen() : db.SellerHealths.AsNoTracking();
        var total = await all.CountAsync(cancellation);
        var named = all.Join(
            db.SellerProfiles, h => h.TenantId, p => p.TenantId, (h, p) => new Named { Health = h, Name = p.Name, Slug = p.Slug });
        var rows = await Sorted(named, query.Sort, marks.Fewest).ThenBy(n => n.Name).ThenBy(n => n.Health.TenantId)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new HealthList(
            [
                .. rows.Select(n => new HealthRow(
                    n.Health.TenantId, n.Name, n.Slug, HealthRule.Judge(HealthReading.Figures(n.Health), marks), n.Health.MeasuredAtUtc,
                    n.Health.MissedSinceUtc, n.Health.SeenAtUtc)),
            ], page, (total + PageSize - 1) / PageSize, marks);
    }

    public async ValueTask<Result<MissedHealth>> Handle(CountMissedHealth query, CancellationToken cancellation)
    {
        var found = await Unseen().GroupBy(_ => 1).Select(g => new { Count = g.Count(), Since = g.Min(h => h.MissedSinceUtc) })
            .SingleOrDefaultAsync(cancellation);
        return new MissedHealth(found?.Count ?? 0, found?.Since);
    }

    private IQueryable<SellerHealth> Unseen() =>
        db.SellerHealths.AsNoTracking().Where(h => h.MissedSinceUtc != null && h.SeenAtUtc == null);

    private static IOrderedQueryable<Named> Sorted(IQueryable<Named> rows, HealthSort sort, int fewest) => sort switch
    {
        HealthSort.Missed => rows.OrderByDescending(n => n.Health.MissedCount).ThenBy(n => n.Health.MissedSinceUtc),
        HealthSort.Late => rows.OrderBy(n => n.Health.Promised < fewest)
            .ThenByDescending(n => n.Health.Promised == 0 ? 0 : 1.0 * n.Health.Late / n.Health.Promised),
        HealthSort.Cancelled => rows.OrderBy(n => n.Health.Placed < fewest)
            .ThenByDescending(n => n.Health.Placed == 0 ? 0 : 1.0 * n.Health.Cancelled / n.Health.Placed),
        HealthSort.Refunded => rows.OrderBy(n => n.Health.Shipped < fewest)
            .ThenByDescending(n => n.Health.Shipped == 0 ? 0 : 1.0 * n.Health.Refunded / n.Health.Shipped),
        HealthSort.Replies => rows.OrderBy(n => n.Health.ReplyMinutes == null).ThenByDescending(n => n.Health.ReplyMinutes),
        HealthSort.Rating => rows.OrderBy(n => n.Health.Ratings < fewest).ThenBy(n => n.Health.RatingHundredths),
        HealthSort.Name => rows.OrderBy(n => n.Name),
    };

    private sealed class Named
    {
        public required SellerHealth Health { get; init; }
        public required string Name { get; init; }
        public required string Slug { get; init; }
    }
}

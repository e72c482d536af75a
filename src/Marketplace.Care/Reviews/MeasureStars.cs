using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>What the reviews of a shop come to that were written since a moment; hidden ones are left out.</summary>
[Internal]
public sealed record MeasureStars(string TenantId, DateTime SinceUtc) : IQuery<Result<MeasuredStars>>;

/// <param name="MeanHundredths">0 without reviews.</param>
public sealed record MeasuredStars(int Count, int MeanHundredths);

internal sealed class MeasureStarsHandler(PlatformDb db) : IQueryHandler<MeasureStars, Result<MeasuredStars>>
{
    public async ValueTask<Result<MeasuredStars>> Handle(MeasureStars query, CancellationToken cancellation)
    {
        var (tenantId, since, hidden) = (query.TenantId, query.SinceUtc, db.ReviewStandings.Where(s => s.IsHidden));
        var stars = await db.Reviews
            .Where(r => r.TenantId == tenantId && r.WrittenAtUtc >= since && !hidden.Any(s => s.ReviewId == r.Id))
            .GroupBy(r => r.TenantId).Select(g => new { Count = g.Count(), Sum = g.Sum(r => r.Stars) }).SingleOrDefaultAsync(cancellation);
        return stars is null
            ? new MeasuredStars(0, 0)
            : new MeasuredStars(stars.Count, (int)Math.Round(100m * stars.Sum / stars.Count, MidpointRounding.AwayFromZero));
    }
}

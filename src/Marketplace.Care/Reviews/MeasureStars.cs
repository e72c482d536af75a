using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

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
        var (mean, count) = Tally.Of(await StarCounts.OfAsync(
            db, db.Reviews.Where(r => r.TenantId == query.TenantId && r.WrittenAtUtc >= query.SinceUtc), cancellation));
        return new MeasuredStars(count, mean);
    }
}

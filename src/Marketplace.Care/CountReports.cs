using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care;

/// <summary>How much of what people reported waits for a decision, and since when: one query, for the console's home.</summary>
[Admin(AdminPermissions.Moderation)]
public sealed record CountReports : IQuery<Result<WaitingReports>>;

public sealed record WaitingReports(int Reviews, DateTime? ReviewsSinceUtc, int Threads, DateTime? ThreadsSinceUtc);

internal sealed class CountReportsHandler(PlatformDb db) : IQueryHandler<CountReports, Result<WaitingReports>>
{
    public async ValueTask<Result<WaitingReports>> Handle(CountReports query, CancellationToken cancellation)
    {
        var reviews = db.ReviewReports.Where(r => r.DecidedAtUtc == null)
            .Select(r => new { Kind = "reviews", About = r.ReviewId, r.AtUtc });
        var threads = db.ThreadReports.Where(r => r.DecidedAtUtc == null)
            .Select(r => new { Kind = "threads", About = r.Id, r.AtUtc });
        var found = await reviews.Concat(threads).GroupBy(r => r.Kind)
            .Select(g => new { g.Key, Count = g.Select(r => r.About).Distinct().Count(), Since = g.Min(r => r.AtUtc) })
            .ToListAsync(cancellation);
        var (review, thread) = (found.Find(f => f.Key == "reviews"), found.Find(f => f.Key == "threads"));
        return new WaitingReports(review?.Count ?? 0, review?.Since, thread?.Count ?? 0, thread?.Since);
    }
}

using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>
/// How fast a shop answers. The rule, also told in the help: of the last 30 days, the median of the time from a buyer's
/// first unanswered message to the first answer that a person of the shop wrote, nights and weekends included. Buyers who
/// still wait count with their wait so far, so that silence is never better than a late answer; automatic answers do not
/// count; fewer than five waits say nothing. Pure.
/// </summary>
public static class ResponseRule
{
    public const int Days = 30;
    public const int Fewest = 5;

    /// <returns>Null where there is too little to say.</returns>
    public static int? MedianMinutes(IReadOnlyCollection<int> answered, IReadOnlyCollection<int> waiting)
    {
        List<int> all = [.. answered, .. waiting];
        if (all.Count < Fewest) return null;
        all.Sort();
        var middle = all.Count / 2;
        return all.Count % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle] + 1) / 2;
    }
}

/// <summary>A shop's usual time to answer in minutes; 0 where there is nothing to say.</summary>
[Anyone]
public sealed record GetResponseTime(string TenantId) : IQuery<Result<int>>;

internal sealed class GetResponseTimeHandler(BuyerDb db) : IQueryHandler<GetResponseTime, Result<int>>
{
    public async ValueTask<Result<int>> Handle(GetResponseTime query, CancellationToken cancellation) =>
        await db.SellerResponses.Where(r => r.TenantId == query.TenantId).Select(r => r.MedianMinutes).SingleOrDefaultAsync(cancellation);
}

/// <summary>The same for what measures shops; null where there is nothing to say.</summary>
[Internal]
public sealed record ReadResponseTime(string TenantId) : IQuery<Result<int?>>;

internal sealed class ReadResponseTimeHandler(PlatformDb db) : IQueryHandler<ReadResponseTime, Result<int?>>
{
    public async ValueTask<Result<int?>> Handle(ReadResponseTime query, CancellationToken cancellation) =>
        await db.SellerResponses.Where(r => r.TenantId == query.TenantId).Select(r => (int?)r.MedianMinutes)
            .SingleOrDefaultAsync(cancellation);
}

/// <summary>Measures every shop that has been written to.</summary>
internal sealed class MeasureResponses(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    public string Name => "measure-responses";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-ResponseRule.Days);
        var shops = await db.MessageThreads.Where(t => t.LastAtUtc > since).Select(t => t.TenantId)
            .Union(db.SellerResponses.Select(r => r.TenantId)).Distinct().ToListAsync(cancellation);
        foreach (var shop in shops) await sender.Send(new MeasureResponse(shop), cancellation);
        return $"measured {shops.Count} shops";
    }
}

[Internal]
public sealed record MeasureResponse(string TenantId) : ICommand<Result>, IPlatformTransaction;

internal sealed class MeasureResponseHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<MeasureResponse, Result>
{
    private const int Most = 2000;

    public async ValueTask<Result> Handle(MeasureResponse command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (tenantId, since) = (command.TenantId, now.AddDays(-ResponseRule.Days));
        var answered = await db.ThreadMessages
            .Where(m => m.TenantId == tenantId && m.AtUtc > since && m.By == MessageSide.Seller && m.AnsweredAfterMinutes != null)
            .OrderByDescending(m => m.AtUtc).Take(Most).Select(m => m.AnsweredAfterMinutes!.Value).ToListAsync(cancellation);
        var waiting = await db.MessageThreads
            .Where(t => t.TenantId == tenantId && t.WaitingSinceUtc > since && t.ClosedAtUtc == null)
            .OrderBy(t => t.WaitingSinceUtc).Take(Most).Select(t => t.WaitingSinceUtc!.Value).ToListAsync(cancellation);
        var median = ResponseRule.MedianMinutes(answered, [.. waiting.Select(w => (int)(now - w).TotalMinutes)]);
        var row = await db.SellerResponses.SingleOrDefaultAsync(r => r.TenantId == tenantId, cancellation);
        if (median is null)
        {
            if (row is not null) db.Remove(row);
            return Result.Success();
        }

        if (row is null) db.Add(row = new SellerResponse { TenantId = tenantId, MedianMinutes = 0, Count = 0, AtUtc = now });
        (row.MedianMinutes, row.Count, row.AtUtc) = (median.Value, answered.Count + waiting.Count, now);
        return Result.Success();
    }
}

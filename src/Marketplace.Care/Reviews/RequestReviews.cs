using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Care.Reviews;

/// <summary>
/// Asks buyers some days after delivery what they think: once for each parcel, and not those who said no. Guests have no
/// page to write on, so nobody asks them.
/// </summary>
internal sealed class RequestReviews(PlatformDb db, ISender sender, IOptions<ReviewOptions> options, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public string Name => "request-reviews";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (from, to) = (now.AddDays(-options.Value.WindowDays), now.AddDays(-options.Value.RequestAfterDays));
        var due = await db.DeliveredLines.AsNoTracking()
            .Where(l => l.RequestedAtUtc == null && l.DeliveredAtUtc > from && l.DeliveredAtUtc <= to)
            .OrderBy(l => l.DeliveredAtUtc).ThenBy(l => l.Id).Take(Batch)
            .Select(l => new { l.TenantId, l.OrderId, l.BuyerId }).ToListAsync(cancellation);
        var (asked, parcels) = (0, due.Distinct().ToList());
        foreach (var part in parcels)
            if ((await sender.Send(new RequestReview(part.TenantId, part.OrderId, part.BuyerId), cancellation)).Required()) asked++;
        return $"asked about {asked} of {parcels.Count} parcels";
    }
}

/// <summary>Asks about one parcel, or settles that nobody asks; answers whether a mail goes out.</summary>
[Internal]
public sealed record RequestReview(string TenantId, string OrderId, string BuyerId) : ICommand<Result<bool>>, IPlatformTransaction;

internal sealed class RequestReviewHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<RequestReview, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(RequestReview command, CancellationToken cancellation)
    {
        var lines = await db.DeliveredLines.Where(l => l.TenantId == command.TenantId && l.OrderId == command.OrderId
                && l.BuyerId == command.BuyerId && l.RequestedAtUtc == null)
            .OrderBy(l => l.Id).ToListAsync(cancellation);
        foreach (var line in lines) line.RequestedAtUtc = clock.GetUtcNow().UtcDateTime;
        var open = lines.FindAll(l => l.ReviewId is null);
        if (open.Count == 0 || await db.NoReviewRequests.AnyAsync(n => n.BuyerId == command.BuyerId, cancellation)) return false;
        var people = (await sender.Send(new FindBuyers([command.BuyerId]), cancellation)).Required();
        if (!people.TryGetValue(command.BuyerId, out var buyer)) return false;
        var queued = await sender.Send(ReviewMails.Request(open, buyer), cancellation);
        return queued.Ok ? true : queued.Error;
    }
}

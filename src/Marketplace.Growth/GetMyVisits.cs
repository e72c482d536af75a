using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Following.Model;
using Marketplace.Growth.Visits.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth;

/// <summary>How often the shop's product pages were opened on each of the last days, and how many follow it; one query.</summary>
/// <param name="Days">Today is the last one; 1 to 366.</param>
[Seller(SellerPermissions.Member)]
public sealed record GetMyVisits(int Days = 60) : IQuery<Result<ShopVisits>>;

/// <param name="Days">Days on which nothing was opened are left out.</param>
/// <param name="NewFollowers">Of them, since thirty days.</param>
public sealed record ShopVisits(IReadOnlyDictionary<DateOnly, int> Days, int Followers, int NewFollowers);

internal sealed class GetMyVisitsHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : IQueryHandler<GetMyVisits, Result<ShopVisits>>
{
    private const int NewDays = 30;

    public async ValueTask<Result<ShopVisits>> Handle(GetMyVisits query, CancellationToken cancellation)
    {
        var tenantId = caller.Caller.TenantId ?? throw new MissingOwnerException("seller");
        var now = clock.GetUtcNow().UtcDateTime;
        var (from, fresh) = (DateOnly.FromDateTime(now).AddDays(1 - Math.Clamp(query.Days, 1, 366)), now.AddDays(-NewDays));
        var days = db.ShopViews.Where(v => v.TenantId == tenantId && v.Day >= from)
            .Select(v => new { Day = (DateOnly?)v.Day, Count = v.Views, New = 0 });
        var follows = db.ShopFollows.Where(f => f.TenantId == tenantId).GroupBy(f => f.TenantId)
            .Select(g => new { Day = (DateOnly?)null, Count = g.Count(), New = g.Sum(f => f.SinceUtc > fresh ? 1 : 0) });
        var found = await days.Concat(follows).ToListAsync(cancellation);
        var followers = found.Find(f => f.Day is null);
        return new ShopVisits(
            found.Where(f => f.Day is not null).ToDictionary(f => f.Day!.Value, f => f.Count), followers?.Count ?? 0,
            followers?.New ?? 0);
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Health.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Health;

/// <summary>How the caller's shop stands by its numbers, as they were measured last; one query. Error: <c>health.no-shop</c>.</summary>
[Seller(SellerPermissions.Member)]
public sealed record GetMyHealth : IQuery<Result<HealthView>>;

/// <summary>The same of any shop, for the console.</summary>
[Admin(AdminPermissions.Sellers)]
public sealed record GetHealthOfSeller(string TenantId) : IQuery<Result<HealthView>>;

/// <param name="MeasuredAtUtc">Null before the first night.</param>
/// <param name="Since">The day from which orders count.</param>
/// <param name="SeenAtUtc">When staff has looked at what is missed.</param>
public sealed record HealthView(
    string TenantId, string Name, DateTime? MeasuredAtUtc, DateTime SinceUtc, IReadOnlyList<HealthLine> Lines, int Fewest,
    DateTime? MissedSinceUtc, DateTime? SeenAtUtc)
{
    public IEnumerable<HealthLine> Missed => Lines.Where(l => l.Verdict == HealthVerdict.Missed);
}

internal sealed class GetMyHealthHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : IQueryHandler<GetMyHealth, Result<HealthView>>, IQueryHandler<GetHealthOfSeller, Result<HealthView>>
{
    private static readonly Error NoShop = Error.NotFound("health.no-shop", "This shop has not opened yet: nothing is measured.");
    private static readonly HealthFigures Nothing = new(0, 0, 0, 0, 0, 0, null, 0, 0);

    public ValueTask<Result<HealthView>> Handle(GetMyHealth query, CancellationToken cancellation) =>
        ReadAsync(caller.Caller.TenantId ?? throw new MissingOwnerException("seller"), cancellation);

    public ValueTask<Result<HealthView>> Handle(GetHealthOfSeller query, CancellationToken cancellation) =>
        ReadAsync(query.TenantId, cancellation);

    private async ValueTask<Result<HealthView>> ReadAsync(string tenantId, CancellationToken cancellation)
    {
        var found = await (
            from s in db.SellerStandings.AsNoTracking()
            where s.TenantId == tenantId
            join p in db.SellerProfiles on s.TenantId equals p.TenantId
            join h in db.SellerHealths on s.TenantId equals h.TenantId into measured
            from h in measured.DefaultIfEmpty()
            join r in db.HealthRules on HealthRules.OnlyId equals r.Id into set
            from r in set.DefaultIfEmpty()
            select new { p.Name, Row = h, Rules = r }).SingleOrDefaultAsync(cancellation);
        if (found is null) return NoShop;
        var (row, marks) = (found.Row, found.Rules?.Marks ?? HealthMarks.Usual);
        return new HealthView(
            tenantId, found.Name, row?.MeasuredAtUtc, (row?.MeasuredAtUtc ?? clock.GetUtcNow().UtcDateTime).AddDays(-HealthRule.Days),
            HealthRule.Judge(row is null ? Nothing : HealthReading.Figures(row), marks), marks.Fewest, row?.MissedSinceUtc,
            row?.SeenAtUtc);
    }
}

internal static class HealthReading
{
    public static HealthFigures Figures(SellerHealth row) => new(
        row.Promised, row.Late, row.Placed, row.Cancelled, row.Shipped, row.Refunded, row.ReplyMinutes, row.Ratings,
        row.RatingHundredths);
}

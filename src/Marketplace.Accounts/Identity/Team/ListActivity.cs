using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>What was done in and to the current seller, by its team and by the platform, the newest first.</summary>
/// <param name="After">The <c>Next</c> of the page before.</param>
[Seller(SellerPermissions.Team)]
public sealed record ListActivity(string? After = null) : IQuery<Result<Page<ActivityLine>>>;

/// <param name="Who">The name of one of the team; null for the platform and its staff, who stay unnamed.</param>
/// <param name="SubjectName">The person it was done to, where it is one of the team.</param>
public sealed record ActivityLine(
    string Id, DateTime AtUtc, string? Who, string Action, string? SubjectName, string Detail);

internal sealed class ListActivityHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListActivity, Result<Page<ActivityLine>>>
{
    private const int Size = 50;

    public async ValueTask<Result<Page<ActivityLine>>> Handle(ListActivity query, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId;
        var rows = db.Set<AuditRow>().AsNoTracking().Where(a => a.TenantId == tenantId);
        if (query.After is { Length: > 0 } after) rows = rows.Where(a => string.Compare(a.Id, after) < 0);
        var team = db.Memberships.Where(m => m.TenantId == tenantId).Join(db.People, m => m.PersonId, p => p.Id, (m, p) => p);
        var page = await rows.OrderByDescending(a => a.Id).Take(Size + 1)
            .Select(a => new ActivityLine(
                a.Id, a.AtUtc, team.Where(p => p.Id == a.Actor).Select(p => p.Name).FirstOrDefault(), a.Action,
                team.Where(p => p.Id == a.SubjectId).Select(p => p.Name).FirstOrDefault(), a.Detail))
            .ToListAsync(cancellationToken);
        return Page.Of(page, Size, a => a.Id);
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Settings;

/// <summary>Who did what, the newest first.</summary>
/// <param name="Action">The beginning of the action: <c>seller.</c>, <c>team.role</c>.</param>
/// <param name="SubjectId">One thing's id.</param>
/// <param name="After">The <c>Next</c> of the page before.</param>
[Admin(AdminPermissions.Audit)]
public sealed record ListAudit(string? Action = null, string? SubjectId = null, string? Actor = null, string? After = null)
    : IQuery<Result<Page<AuditLine>>>;

public sealed record AuditLine(
    string Id, DateTime AtUtc, string Actor, string Action, string SubjectKind, string SubjectId, string? TenantId,
    string Detail);

internal sealed class ListAuditHandler(PlatformDb db) : IQueryHandler<ListAudit, Result<Page<AuditLine>>>
{
    private const int Size = 100;

    public async ValueTask<Result<Page<AuditLine>>> Handle(ListAudit query, CancellationToken cancellationToken)
    {
        var rows = db.Set<AuditRow>().AsNoTracking();
        if (query.Action is { Length: > 0 } action) rows = rows.Where(a => a.Action.StartsWith(action));
        if (query.SubjectId is { Length: > 0 } subject) rows = rows.Where(a => a.SubjectId == subject);
        if (query.Actor is { Length: > 0 } actor) rows = rows.Where(a => a.Actor == actor);
        if (query.After is { Length: > 0 } after) rows = rows.Where(a => string.Compare(a.Id, after) < 0);
        var page = await rows.OrderByDescending(a => a.Id).Take(Size + 1)
            .Select(a => new AuditLine(
                a.Id, a.AtUtc, a.Actor, a.Action, a.SubjectKind, a.SubjectId, a.TenantId, a.Detail))
            .ToListAsync(cancellationToken);
        return Page.Of(page, Size, a => a.Id);
    }
}

using System.Linq.Expressions;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>Who did what, the newest first.</summary>
/// <param name="Action">The beginning of the action: <c>seller.</c>, <c>team.role</c>.</param>
/// <param name="SubjectId">One thing's id.</param>
/// <param name="Actor">Who did it: a person's mail address or id, <c>system</c> for the platform itself.</param>
/// <param name="From">The first day, in UTC.</param>
/// <param name="Until">The last day, in UTC.</param>
/// <param name="After">The <c>Next</c> of the page before.</param>
/// <param name="Seller">Whose shop it was about: its slug or id.</param>
[Admin(AdminPermissions.Audit)]
public sealed record ListAudit(
    string? Action = null, string? SubjectId = null, string? Actor = null, DateOnly? From = null, DateOnly? Until = null,
    string? After = null, string? Seller = null) : IQuery<Result<Page<AuditLine>>>;

/// <param name="ActorName">The person's name, where it was one.</param>
public sealed record AuditLine(
    string Id, DateTime AtUtc, string Actor, string? ActorName, string Action, string SubjectKind, string SubjectId,
    string? TenantId, string Detail);

internal sealed class ListAuditHandler(PlatformDb db, ILookupNormalizer normalizer)
    : IQueryHandler<ListAudit, Result<Page<AuditLine>>>
{
    private const int Size = 100;

    public async ValueTask<Result<Page<AuditLine>>> Handle(ListAudit query, CancellationToken cancellationToken)
    {
        var rows = await AuditReading.FindAsync(db, normalizer, query, cancellationToken);
        if (query.After is { Length: > 0 } after) rows = rows.Where(a => string.Compare(a.Id, after) < 0);
        var page = await rows.OrderByDescending(a => a.Id).Take(Size + 1).Select(AuditReading.Line(db)).ToListAsync(cancellationToken);
        return Page.Of(page, Size, a => a.Id);
    }
}

internal static class AuditReading
{
    public static async Task<IQueryable<AuditRow>> FindAsync(
        PlatformDb db, ILookupNormalizer normalizer, ListAudit filter, CancellationToken cancellation)
    {
        var rows = db.Set<AuditRow>().AsNoTracking();
        if (filter.Action is { Length: > 0 } action) rows = rows.Where(a => a.Action.StartsWith(action));
        if (filter.SubjectId is { Length: > 0 } subject) rows = rows.Where(a => a.SubjectId == subject);
        if (await ActorIdAsync(db, normalizer, filter.Actor, cancellation) is { } actor) rows = rows.Where(a => a.Actor == actor);
        if (await TenantIdAsync(db, filter.Seller, cancellation) is { } tenant) rows = rows.Where(a => a.TenantId == tenant);
        if (filter.From is { } from) rows = rows.Where(a => a.AtUtc >= Midnight(from));
        if (filter.Until is { } until && until < DateOnly.MaxValue) rows = rows.Where(a => a.AtUtc < Midnight(until.AddDays(1)));
        return rows;
    }

    public static Expression<Func<AuditRow, AuditLine>> Line(PlatformDb db)
    {
        var people = db.People;
        return a => new AuditLine(
            a.Id, a.AtUtc, a.Actor, people.Where(p => p.Id == a.Actor).Select(p => p.Name).FirstOrDefault(), a.Action,
            a.SubjectKind, a.SubjectId, a.TenantId, a.Detail);
    }

    /// <summary>Rows name people by id; an address nobody has stays as it is and finds nothing.</summary>
    private static async Task<string?> ActorIdAsync(
        PlatformDb db, ILookupNormalizer normalizer, string? actor, CancellationToken cancellation)
    {
        if (actor?.Trim() is not { Length: > 0 } who) return null;
        if (!who.Contains('@', StringComparison.Ordinal)) return who;
        var email = normalizer.NormalizeEmail(who);
        return await db.People.Where(p => p.NormalizedEmail == email).Select(p => p.Id).FirstOrDefaultAsync(cancellation) ?? who;
    }

    private static async Task<string?> TenantIdAsync(PlatformDb db, string? seller, CancellationToken cancellation) =>
        seller?.Trim() is not { Length: > 0 } shop ? null
        : await db.SellerProfiles.Where(p => p.Slug == shop).Select(p => p.TenantId).FirstOrDefaultAsync(cancellation) ?? shop;

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}

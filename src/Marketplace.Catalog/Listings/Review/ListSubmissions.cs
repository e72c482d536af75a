using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Review;

/// <summary>The listings that wait to be looked at, who waits longest first, and the rules that hold them.</summary>
/// <param name="After">The cursor of the page before.</param>
[Admin(AdminPermissions.Moderation)]
public sealed record ListSubmissions(string? After = null, int Take = 50) : IQuery<Result<SubmissionQueue>>;

public sealed record SubmissionRow(
    string ListingId, string Title, string SellerName, string SellerSlug, IReadOnlyList<HoldCause> Causes, bool IsFirst, DateTime AtUtc);

public sealed record SubmissionQueue(IReadOnlyList<SubmissionRow> Rows, string? Next, PublicationRules Rules);

/// <summary>When a listing waits.</summary>
/// <param name="FirstListings">A shop is new until it has published so many.</param>
/// <param name="Version">0 before anybody set rules.</param>
public sealed record PublicationRules(ReviewMode Mode, int FirstListings, IReadOnlyList<string> WatchedWords, long Version);

/// <summary>How many wait, and since when the first of them.</summary>
[Admin(AdminPermissions.Moderation)]
public sealed record CountSubmissions : IQuery<Result<WaitingSubmissions>>;

public sealed record WaitingSubmissions(int Count, DateTime? SinceUtc);

internal sealed class ListSubmissionsHandler(PlatformDb db) : IQueryHandler<ListSubmissions, Result<SubmissionQueue>>
{
    public async ValueTask<Result<SubmissionQueue>> Handle(ListSubmissions query, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(query.Take, 1, 200);
        var waiting = db.ListingSubmissions.AsNoTracking().Where(s => s.State == SubmissionState.Waiting);
        if (query.After?.Split('~') is [var ticks, var id] && long.TryParse(ticks, out var t) && t is > 0 and < 3_155_378_975_999_999_999)
        {
            var at = new DateTime(t, DateTimeKind.Utc);
            waiting = waiting.Where(s => s.AtUtc > at || (s.AtUtc == at && s.ListingId.CompareTo(id) > 0));
        }

        var found = await (
            from s in waiting
            join p in db.SellerProfiles on s.TenantId equals p.TenantId
            join l in db.Listings on new { s.TenantId, Id = s.ListingId } equals new { l.TenantId, l.Id }
            orderby s.AtUtc, s.ListingId
            select new { Submission = s, p.Name, p.Slug, l.FirstPublishedAtUtc }).Take(take + 1).ToListAsync(cancellationToken);
        var rows = found.Take(take).Select(f => new SubmissionRow(
            f.Submission.ListingId, f.Submission.Title, f.Name, f.Slug, f.Submission.Causes, f.FirstPublishedAtUtc is null,
            f.Submission.AtUtc)).ToList();
        var rules = await db.ListingRules.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == ListingRules.OnlyId, cancellationToken) ?? new ListingRules();
        return new SubmissionQueue(rows, found.Count > take ? $"{rows[^1].AtUtc.Ticks}~{rows[^1].ListingId}" : null,
            new PublicationRules(rules.Mode, rules.FirstListings, rules.WatchedWords, rules.Version));
    }
}

internal sealed class CountSubmissionsHandler(PlatformDb db) : IQueryHandler<CountSubmissions, Result<WaitingSubmissions>>
{
    public async ValueTask<Result<WaitingSubmissions>> Handle(CountSubmissions query, CancellationToken cancellationToken)
    {
        var found = await db.ListingSubmissions.Where(s => s.State == SubmissionState.Waiting).GroupBy(s => s.State)
            .Select(g => new { Count = g.Count(), Since = g.Min(s => s.AtUtc) }).SingleOrDefaultAsync(cancellationToken);
        return new WaitingSubmissions(found?.Count ?? 0, found?.Since);
    }
}

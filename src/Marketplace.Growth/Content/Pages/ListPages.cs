using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Pages;

/// <summary>The operator's own pages by address, each with its languages; at most 500 of both together.</summary>
[Admin(AdminPermissions.Content)]
public sealed record ListPages : IQuery<Result<PageList>>;

/// <param name="Locales">Those that the marketplace speaks.</param>
/// <param name="Footer">Addresses of the pages in the footer, in their order.</param>
public sealed record PageList(
    IReadOnlyList<PageLine> Pages, IReadOnlyList<string> Locales, IReadOnlyList<string> Footer);

/// <param name="Newest">The number of its newest revision.</param>
/// <param name="Shown">The number of the revision that visitors read; null: a draft.</param>
public sealed record PageLine(string Slug, string Locale, string Title, int Newest, int? Shown, DateTime ChangedAtUtc);

/// <summary>A page to work on: its newest revision, and the history. Error: page.not-found.</summary>
[Admin(AdminPermissions.Content)]
public sealed record GetPageDraft(string Slug, string Locale) : IQuery<Result<PageDraft>>;

/// <param name="Revisions">The newest first, at most 100.</param>
public sealed record PageDraft(
    string Slug, string Locale, int Number, string Title, string Description, string Body, int? Shown,
    IReadOnlyList<PageRevisionLine> Revisions);

/// <param name="By">Who saved it, by name where the person still has one.</param>
public sealed record PageRevisionLine(int Number, string By, DateTime AtUtc);

/// <summary>One revision, and what it changed against the one before. Error: page.not-found.</summary>
[Admin(AdminPermissions.Content)]
public sealed record GetPageRevision(string Slug, string Locale, int Number) : IQuery<Result<PageRevisionView>>;

/// <param name="Newest">The number of the newest revision.</param>
public sealed record PageRevisionView(
    int Number, int Newest, string Title, string? TitleBefore, string Description, string? DescriptionBefore, string By,
    DateTime AtUtc, IReadOnlyList<DiffLine> Lines);

internal sealed class ListPagesHandler(PlatformDb db, ISettings settings, ISender sender)
    : IQueryHandler<ListPages, Result<PageList>>, IQueryHandler<GetPageDraft, Result<PageDraft>>,
    IQueryHandler<GetPageRevision, Result<PageRevisionView>>
{
    private const int MostPages = 500;
    private const int MostRevisions = 100;

    public async ValueTask<Result<PageList>> Handle(ListPages query, CancellationToken cancellationToken)
    {
        var (all, pages) = (db.PageRevisions, db.OwnPages);
        var rows = await all.AsNoTracking()
            .Where(r => !all.Any(o => o.Slug == r.Slug && o.Locale == r.Locale && o.Number > r.Number))
            .OrderBy(r => r.Slug).ThenBy(r => r.Locale).Take(MostPages)
            .Select(r => new PageLine(
                r.Slug, r.Locale, r.Title, r.Number,
                pages.Where(p => p.Slug == r.Slug && p.Locale == r.Locale).Select(p => (int?)p.Number).FirstOrDefault(),
                r.AtUtc))
            .ToListAsync(cancellationToken);
        var footer = await db.HomePages.AsNoTracking().Select(h => h.Footer).SingleOrDefaultAsync(cancellationToken) ?? [];
        return new PageList(rows, (await settings.GetAsync(cancellationToken)).Locales, footer);
    }

    public async ValueTask<Result<PageDraft>> Handle(GetPageDraft query, CancellationToken cancellationToken)
    {
        var all = db.PageRevisions.AsNoTracking().Where(r => r.Slug == query.Slug && r.Locale == query.Locale);
        if (await all.OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken) is not { } newest)
            return PageErrors.NotFound;
        var lines = await all.OrderByDescending(r => r.Number).Take(MostRevisions)
            .Select(r => new PageRevisionLine(r.Number, r.By, r.AtUtc)).ToListAsync(cancellationToken);
        var shown = await db.OwnPages.Where(p => p.Slug == query.Slug && p.Locale == query.Locale)
            .Select(p => (int?)p.Number).SingleOrDefaultAsync(cancellationToken);
        var names = await NamesAsync(lines.Select(l => l.By), cancellationToken);
        return new PageDraft(
            newest.Slug, newest.Locale, newest.Number, newest.Title, newest.Description, newest.Body, shown,
            [.. lines.Select(l => l with { By = names.GetValueOrDefault(l.By, l.By) })]);
    }

    public async ValueTask<Result<PageRevisionView>> Handle(GetPageRevision query, CancellationToken cancellationToken)
    {
        var all = db.PageRevisions.AsNoTracking().Where(r => r.Slug == query.Slug && r.Locale == query.Locale);
        var two = await all.Where(r => r.Number == query.Number || r.Number == query.Number - 1)
            .ToListAsync(cancellationToken);
        if (two.Find(r => r.Number == query.Number) is not { } one) return PageErrors.NotFound;
        var before = two.Find(r => r.Number != query.Number);
        var names = await NamesAsync([one.By], cancellationToken);
        return new PageRevisionView(
            one.Number, await all.MaxAsync(r => r.Number, cancellationToken), one.Title, before?.Title, one.Description,
            before?.Description, names.GetValueOrDefault(one.By, one.By), one.AtUtc,
            LineDiff.Between(before?.Body ?? "", one.Body));
    }

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> ids, CancellationToken cancellation) =>
        (await sender.Send(new GetNames([.. ids.Distinct(StringComparer.Ordinal)]), cancellation)).Required();
}

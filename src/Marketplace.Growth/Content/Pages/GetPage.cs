using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Pages;

/// <summary>
/// A published page in the reader's language, else in a kindred one, else in any that it is written in. Error:
/// page.not-found.
/// </summary>
[Anyone]
public sealed record GetPage(string Slug, string Locale) : IQuery<Result<PageView>>;

public sealed record PageView(string Slug, string Locale, string Title, string Description, string Body, DateTime ChangedAtUtc);

/// <summary>The pages of the footer in their order, in every language that each is written in.</summary>
[Anyone]
public sealed record GetFooter : IQuery<Result<IReadOnlyList<FooterPage>>>;

/// <param name="Titles">By language.</param>
public sealed record FooterPage(string Slug, IReadOnlyDictionary<string, string> Titles);

internal sealed class GetPageHandler(BuyerDb db)
    : IQueryHandler<GetPage, Result<PageView>>, IQueryHandler<GetFooter, Result<IReadOnlyList<FooterPage>>>
{
    public async ValueTask<Result<PageView>> Handle(GetPage query, CancellationToken cancellationToken)
    {
        var pages = await db.OwnPages.AsNoTracking().Where(p => p.Slug == query.Slug)
            .Select(p => new PageView(p.Slug, p.Locale, p.Title, p.Description, p.Body, p.ChangedAtUtc))
            .ToListAsync(cancellationToken);
        return PageLanguage.Best(pages.Select(p => p.Locale), query.Locale) is { } best
            ? pages.Find(p => p.Locale == best)!
            : PageErrors.NotFound;
    }

    public async ValueTask<Result<IReadOnlyList<FooterPage>>> Handle(GetFooter query, CancellationToken cancellationToken)
    {
        var slugs = await db.HomePages.AsNoTracking().Select(h => h.Footer).SingleOrDefaultAsync(cancellationToken) ?? [];
        if (slugs.Count == 0) return Result<IReadOnlyList<FooterPage>>.Success([]);
        var titles = (await db.OwnPages.AsNoTracking().Where(p => slugs.Contains(p.Slug))
            .Select(p => new { p.Slug, p.Locale, p.Title }).ToListAsync(cancellationToken)).ToLookup(p => p.Slug, StringComparer.Ordinal);
        return Result<IReadOnlyList<FooterPage>>.Success(
        [
            .. slugs.Where(titles.Contains).Select(slug => new FooterPage(
                slug, titles[slug].ToDictionary(p => p.Locale, p => p.Title, StringComparer.Ordinal))),
        ]);
    }
}

/// <summary>Chooses among the languages that something is written in.</summary>
public static class PageLanguage
{
    /// <summary>The language itself, a kindred one (nl-BE for nl-NL), else the first by its code; null when there is none.</summary>
    public static string? Best(IEnumerable<string> written, string wanted)
    {
        var all = written.Order(StringComparer.Ordinal).ToList();
        return all.Find(l => l == wanted) ?? all.Find(l => Tongue(l) == Tongue(wanted)) ?? all.FirstOrDefault();
    }

    private static string Tongue(string locale) => locale.Split('-')[0];
}

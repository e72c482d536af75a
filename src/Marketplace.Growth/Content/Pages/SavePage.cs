using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Pages;

/// <summary>
/// Keeps a page as a new revision and, if asked, shows it at <c>/pages/{slug}</c> at once; the address of a page stays.
/// Errors: page.exists, page.reserved, page.no-language, page.changed, page.bad-link, page.bad-picture, page.dead-link.
/// </summary>
/// <param name="BasedOn">The revision that was edited; 0 for a new page or a new language of one.</param>
/// <param name="Description">For search engines; may be empty.</param>
/// <param name="Body">Markdown.</param>
[Admin(AdminPermissions.Content)]
public sealed record SavePage(
    string Slug, string Locale, int BasedOn, string Title, string Description, string Body, bool Publish)
    : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class SavePageValidator : AbstractValidator<SavePage>
{
    public SavePageValidator()
    {
        RuleFor(p => p.Slug).Matches("^[a-z0-9]+(-[a-z0-9]+)*$").MaximumLength(60)
            .WithMessage("An address has lower-case letters, digits and single hyphens, like garden-tools.");
        RuleFor(p => p.Locale).NotEmpty();
        RuleFor(p => p.Title).NotEmpty().MaximumLength(80).WithMessage("Give the page a title, in at most 80 characters.");
        RuleFor(p => p.Description).NotNull().MaximumLength(200).WithMessage("At most 200 characters: search engines show no more.");
        RuleFor(p => p.Body).NotEmpty().MaximumLength(PageRevision.MaximumLength).WithMessage("The text is empty or too long.");
    }
}

internal sealed class SavePageHandler(
    PlatformDb db, ISettings settings, IDatabaseProvider database, AuditTrail audit, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<SavePage, Result<int>>
{
    public async ValueTask<Result<int>> Handle(SavePage command, CancellationToken cancellationToken)
    {
        if (LegalPages.Slugs.Contains(command.Slug)) return PageErrors.Reserved;
        if (!(await settings.GetAsync(cancellationToken)).Locales.Contains(command.Locale)) return PageErrors.NoLanguage;
        var newest = await db.PageRevisions.Where(r => r.Slug == command.Slug && r.Locale == command.Locale)
            .MaxAsync(r => (int?)r.Number, cancellationToken) ?? 0;
        if (newest != command.BasedOn) return command.BasedOn == 0 ? PageErrors.Exists : PageErrors.Changed;
        if (await WrongLinkAsync(command, cancellationToken) is { } wrong) return wrong;

        var revision = new PageRevision
        {
            Slug = command.Slug, Locale = command.Locale, Number = newest + 1, Title = command.Title.Trim(),
            Description = command.Description.Trim(), Body = command.Body, By = caller.Caller.Actor,
            AtUtc = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(revision);
        audit.Note(db, "page.saved", "page", command.Slug, $"{command.Locale}, revision {revision.Number}");
        if (command.Publish) await Publishing.ShowAsync(db, revision, audit, clock, cancellationToken);
        return await db.TrySaveAsync(database, cancellationToken) ? revision.Number : PageErrors.Changed;
    }

    private async Task<Error?> WrongLinkAsync(SavePage command, CancellationToken cancellation)
    {
        const string Pages = "/pages/";
        var links = PageMarkdown.LinksOf(command.Body);
        foreach (var link in links)
        {
            if (!link.IsPicture && !PageMarkdown.IsLink(link.Url)) return PageErrors.BadLink(PlainText.Start(link.Url, 81));
            if (link.IsPicture && !PageMarkdown.IsOwnPicture(link.Url)) return PageErrors.BadPicture(PlainText.Start(link.Url, 81));
        }

        var meant = links.Where(l => l.Url.StartsWith(Pages, StringComparison.Ordinal))
            .Select(l => l.Url[Pages.Length..].Split('#', '?')[0]).Distinct(StringComparer.Ordinal)
            .Where(slug => slug != command.Slug && !LegalPages.Slugs.Contains(slug)).Take(200).ToList();
        if (meant.Count == 0) return null;
        var known = await db.PageRevisions.Where(r => meant.Contains(r.Slug)).Select(r => r.Slug).Distinct()
            .ToListAsync(cancellation);
        return meant.Find(slug => !known.Contains(slug)) is { } dead ? PageErrors.DeadLink(Pages + PlainText.Start(dead, 81)) : null;
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Pages;

/// <summary>Shows a revision of a page to everybody, an older one too. Errors: page.not-found, page.changed.</summary>
[Admin(AdminPermissions.Content)]
public sealed record PublishPage(string Slug, string Locale, int Number) : ICommand<Result>, IPlatformTransaction;

/// <summary>Takes a page away from visitors; its revisions stay. Again is fine. Error: page.not-found.</summary>
[Admin(AdminPermissions.Content)]
public sealed record UnpublishPage(string Slug, string Locale) : ICommand<Result>, IPlatformTransaction;

/// <summary>Makes an old revision the newest one again, as a draft. Errors: page.not-found, page.changed.</summary>
/// <param name="BasedOn">The newest revision that the reader has seen.</param>
[Admin(AdminPermissions.Content)]
public sealed record RestorePage(string Slug, string Locale, int Number, int BasedOn) : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class PublishPageHandler(
    PlatformDb db, IDatabaseProvider database, AuditTrail audit, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<PublishPage, Result>, ICommandHandler<UnpublishPage, Result>, ICommandHandler<RestorePage, Result<int>>
{
    public async ValueTask<Result> Handle(PublishPage command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.Slug, command.Locale, command.Number, cancellationToken) is not { } revision)
            return PageErrors.NotFound;
        await Publishing.ShowAsync(db, revision, audit, clock, cancellationToken);
        return await db.TrySaveAsync(database, cancellationToken) ? Result.Success() : PageErrors.Changed;
    }

    public async ValueTask<Result> Handle(UnpublishPage command, CancellationToken cancellationToken)
    {
        if (!await db.PageRevisions.AnyAsync(r => r.Slug == command.Slug && r.Locale == command.Locale, cancellationToken))
            return PageErrors.NotFound;
        var shown = await db.OwnPages.SingleOrDefaultAsync(
            p => p.Slug == command.Slug && p.Locale == command.Locale, cancellationToken);
        if (shown is null) return Result.Success();
        db.Remove(shown);
        audit.Note(db, "page.unpublished", "page", command.Slug, command.Locale);
        return await db.TrySaveAsync(database, cancellationToken) ? Result.Success() : PageErrors.Changed;
    }

    public async ValueTask<Result<int>> Handle(RestorePage command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.Slug, command.Locale, command.Number, cancellationToken) is not { } old)
            return PageErrors.NotFound;
        var newest = await db.PageRevisions.Where(r => r.Slug == command.Slug && r.Locale == command.Locale)
            .MaxAsync(r => r.Number, cancellationToken);
        if (newest != command.BasedOn) return PageErrors.Changed;
        db.Add(new PageRevision
        {
            Slug = old.Slug, Locale = old.Locale, Number = newest + 1, Title = old.Title, Description = old.Description,
            Body = old.Body, By = caller.Caller.Actor, AtUtc = clock.GetUtcNow().UtcDateTime,
        });
        audit.Note(db, "page.restored", "page", command.Slug, $"{command.Locale}, revision {old.Number} as {newest + 1}");
        return await db.TrySaveAsync(database, cancellationToken) ? newest + 1 : PageErrors.Changed;
    }

    private Task<PageRevision?> FindAsync(string slug, string locale, int number, CancellationToken cancellation) =>
        db.PageRevisions.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Slug == slug && r.Locale == locale && r.Number == number, cancellation);
}

internal static class Publishing
{
    public static async Task ShowAsync(
        PlatformDb db, PageRevision revision, AuditTrail audit, TimeProvider clock, CancellationToken cancellation)
    {
        var shown = await db.OwnPages.SingleOrDefaultAsync(
            p => p.Slug == revision.Slug && p.Locale == revision.Locale, cancellation);
        if (shown is null)
        {
            db.Add(shown = new OwnPage
            {
                Slug = revision.Slug, Locale = revision.Locale, Title = revision.Title, Body = revision.Body,
            });
        }

        (shown.Title, shown.Description, shown.Body) = (revision.Title, revision.Description, revision.Body);
        (shown.Number, shown.ChangedAtUtc) = (revision.Number, clock.GetUtcNow().UtcDateTime);
        audit.Note(db, "page.published", "page", revision.Slug, $"{revision.Locale}, revision {revision.Number}");
    }
}

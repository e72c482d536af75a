using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Taxonomy;

/// <summary>
/// Moves all listings of a category into another one and takes the empty one away; its addresses lead to the other.
/// What listings say by an attribute of its own is kept where the other category has one of the same code and kind.
/// Errors: <c>category.not-found</c>, <c>category.into-itself</c>, <c>category.has-children</c>,
/// <c>category.merge-loses</c>.
/// </summary>
/// <param name="AcceptsLoss">
/// What the other category has no attribute for is not shown any more; the values stay on the listings, unseen.
/// </param>
[Admin(AdminPermissions.Catalog)]
public sealed record MergeCategory(string Id, string IntoId, bool AcceptsLoss = false) : ICommand<Result>, IPlatformTransaction;

internal sealed class MergeCategoryHandler(
    PlatformDb db, ISender sender, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<MergeCategory, Result>
{
    public async ValueTask<Result> Handle(MergeCategory command, CancellationToken cancellationToken)
    {
        if (command.Id == command.IntoId) return TaxonomyErrors.IntoItself;
        var category = await db.Categories.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
        var into = await db.Categories.SingleOrDefaultAsync(c => c.Id == command.IntoId, cancellationToken);
        if (category is null || into is null) return TaxonomyErrors.NoSuchCategory;
        if (await db.Categories.AnyAsync(c => c.ParentId == command.Id, cancellationToken)) return TaxonomyErrors.HasChildren;
        if (!command.AcceptsLoss && await MergeLosses.ReadAsync(db, category.Id, into.Path, cancellationToken) is { Count: > 0 } lost)
            return TaxonomyErrors.MergeLoses(string.Join(", ", lost));

        var moved = await sender.Send(new RecategoriseListings(category.Id, into.Id, into.Path), cancellationToken);
        if (!moved.Ok) return moved;
        await db.CategorySlugs.Where(s => s.CategoryId == category.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.CategoryId, into.Id), cancellationToken);
        await db.AttributeDefinitions.Where(a => a.CategoryId == category.Id).ExecuteDeleteAsync(cancellationToken);
        db.Add(new CategorySlug
        {
            Slug = category.Slug, CategoryId = into.Id, RetiredAtUtc = clock.GetUtcNow().UtcDateTime,
        });
        db.Remove(category);
        audit.Note(db, "category.merged", "category", category.Id, $"{category.Name} into {into.Name}");
        events.Publish(new CategoriesChanged(), CategoriesChanged.Key, clock.GetUtcNow().UtcTicks);
        return Result.Success();
    }
}

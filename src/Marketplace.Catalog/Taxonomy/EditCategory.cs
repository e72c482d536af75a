using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
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
/// Changes a category where it stands; an old address keeps leading to it. Listings take a new tax code with their
/// next publication. Errors: <c>category.not-found</c>, <c>category.changed</c>, <c>category.slug-taken</c>.
/// </summary>
[Admin(AdminPermissions.Catalog)]
public sealed record EditCategory(
    string Id, long Version, string Name, string Slug, string? TaxCode, string Description, int Sort, bool IsHidden)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class EditCategoryValidator : AbstractValidator<EditCategory>
{
    public EditCategoryValidator()
    {
        RuleFor(m => m.Name).NotEmpty().WithMessage("Give the category a name.").MaximumLength(Category.MaximumNameLength);
        RuleFor(m => m.Slug).NotEmpty().Must(s => Catalog.Slug.IsWellFormed(s ?? ""))
            .WithMessage("An address has lower-case letters, digits and single hyphens, like garden-tools.");
        RuleFor(m => m.TaxCode).MaximumLength(40);
        RuleFor(m => m.Description).MaximumLength(1000);
        RuleFor(m => m.Sort).InclusiveBetween(0, 100_000);
    }
}

internal sealed class EditCategoryHandler(PlatformDb db, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<EditCategory, Result>
{
    public async ValueTask<Result> Handle(EditCategory command, CancellationToken cancellationToken)
    {
        if (await db.Categories.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken) is not { } category)
            return TaxonomyErrors.NoSuchCategory;
        if (category.Version != command.Version) return TaxonomyErrors.Changed;
        if (command.Slug != category.Slug)
        {
            if (await Slugs.IsTakenAsync(db, command.Slug, category.Id, cancellationToken)) return TaxonomyErrors.SlugTaken;
            await RetireSlugAsync(category, command.Slug, cancellationToken);
        }

        (category.Name, category.Slug, category.Description) = (command.Name.Trim(), command.Slug, command.Description.Trim());
        category.TaxCode = string.IsNullOrWhiteSpace(command.TaxCode) ? null : command.TaxCode.Trim();
        (category.Sort, category.IsHidden) = (command.Sort, command.IsHidden);
        audit.Note(db, "category.edited", "category", category.Id, category.Name);
        events.Publish(new CategoriesChanged(), CategoriesChanged.Key, clock.GetUtcNow().UtcTicks);
        return Result.Success();
    }

    private async Task RetireSlugAsync(Category category, string next, CancellationToken cancellation)
    {
        // Going back to an earlier address: it is the current one again, not history.
        if (await db.CategorySlugs.SingleOrDefaultAsync(s => s.Slug == next, cancellation) is { } earlier) db.Remove(earlier);
        db.Add(new CategorySlug
        {
            Slug = category.Slug, CategoryId = category.Id, RetiredAtUtc = clock.GetUtcNow().UtcDateTime,
        });
    }
}

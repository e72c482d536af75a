using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Taxonomy;

/// <summary>
/// Adds a category at the end of its siblings; answers its id. Errors: <c>category.no-such-parent</c>,
/// <c>category.too-deep</c>, <c>category.slug-taken</c>.
/// </summary>
/// <param name="Slug">Empty: made from the name.</param>
/// <param name="TaxCode">Null: the parent's.</param>
[Admin(AdminPermissions.Catalog)]
public sealed record CreateCategory(
    string? ParentId, string Name, string? Slug = null, string? TaxCode = null, string Description = "",
    string? PictureRef = null, IReadOnlyDictionary<string, string>? Names = null)
    : ICommand<Result<string>>, IPlatformTransaction;

internal sealed class CreateCategoryValidator : AbstractValidator<CreateCategory>
{
    public CreateCategoryValidator()
    {
        RuleFor(m => m.Name).NotEmpty().WithMessage("Give the category a name.").MaximumLength(Category.MaximumNameLength);
        RuleFor(m => m.Slug).Must(s => string.IsNullOrEmpty(s) || Catalog.Slug.IsWellFormed(s))
            .WithMessage("An address has lower-case letters, digits and single hyphens, like garden-tools.");
        RuleFor(m => m.TaxCode).MaximumLength(40);
        RuleFor(m => m.Description).MaximumLength(1000);
        RuleFor(m => m.PictureRef).MaximumLength(64);
    }
}

internal sealed class CreateCategoryHandler(PlatformDb db, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<CreateCategory, Result<string>>
{
    public async ValueTask<Result<string>> Handle(CreateCategory command, CancellationToken cancellationToken)
    {
        var parent = command.ParentId is null
            ? null : await db.Categories.SingleOrDefaultAsync(c => c.Id == command.ParentId, cancellationToken);
        if (command.ParentId is not null && parent is null) return TaxonomyErrors.NoSuchParent;
        if (parent?.Depth >= Category.MaximumDepth) return TaxonomyErrors.TooDeep;
        var slug = string.IsNullOrEmpty(command.Slug) ? Slug.From(command.Name) : command.Slug;
        if (await Slugs.IsTakenAsync(db, slug, null, cancellationToken)) return TaxonomyErrors.SlugTaken;

        var id = Ids.New(clock);
        var last = await db.Categories.Where(c => c.ParentId == command.ParentId)
            .MaxAsync(c => (int?)c.Sort, cancellationToken) ?? 0;
        db.Add(new Category
        {
            Id = id, ParentId = parent?.Id, Slug = slug, Name = command.Name.Trim(), Description = command.Description.Trim(),
            Path = parent is null ? id : $"{parent.Path}/{id}", Depth = (parent?.Depth ?? 0) + 1, Sort = last + 10,
            TaxCode = string.IsNullOrWhiteSpace(command.TaxCode) ? null : command.TaxCode.Trim(),
            PictureRef = command.PictureRef, Names = new Dictionary<string, string>(command.Names ?? new Dictionary<string, string>()),
        });
        audit.Note(db, "category.created", "category", id, command.Name);
        events.Publish(new CategoriesChanged(), CategoriesChanged.Key, clock.GetUtcNow().UtcTicks);
        return id;
    }
}

internal static class Slugs
{
    /// <summary>An address is never given to another category, so that old links keep their meaning.</summary>
    public static async Task<bool> IsTakenAsync(PlatformDb db, string slug, string? byOtherThan, CancellationToken cancellation) =>
        await db.Categories.AnyAsync(c => c.Slug == slug && c.Id != byOtherThan, cancellation)
        || await db.CategorySlugs.AnyAsync(s => s.Slug == slug && s.CategoryId != byOtherThan, cancellation);
}

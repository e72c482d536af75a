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
/// Puts a category with all below it under another one (null: makes it a root); its listings follow. Errors:
/// <c>category.not-found</c>, <c>category.no-such-parent</c>, <c>category.under-itself</c>, <c>category.too-deep</c>.
/// </summary>
[Admin(AdminPermissions.Catalog)]
public sealed record MoveCategory(string Id, string? ParentId) : ICommand<Result>, IPlatformTransaction;

internal sealed class MoveCategoryHandler(
    PlatformDb db, ISender sender, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<MoveCategory, Result>
{
    public async ValueTask<Result> Handle(MoveCategory command, CancellationToken cancellationToken)
    {
        var branch = await BranchAsync(command.Id, cancellationToken);
        if (branch.FirstOrDefault(c => c.Id == command.Id) is not { } category) return TaxonomyErrors.NoSuchCategory;
        var parent = command.ParentId is null
            ? null : await db.Categories.SingleOrDefaultAsync(c => c.Id == command.ParentId, cancellationToken);
        if (command.ParentId is not null && parent is null) return TaxonomyErrors.NoSuchParent;
        if (parent is not null && branch.Contains(parent)) return TaxonomyErrors.UnderItself;
        var shift = (parent?.Depth ?? 0) + 1 - category.Depth;
        if (branch.Max(c => c.Depth) + shift > Category.MaximumDepth) return TaxonomyErrors.TooDeep;

        var (from, to) = (category.Path, parent is null ? category.Id : $"{parent.Path}/{category.Id}");
        foreach (var member in branch)
        {
            member.Path = to + member.Path[from.Length..];
            member.Depth += shift;
        }

        category.ParentId = parent?.Id;
        var moved = await sender.Send(new RepathListings(from, to), cancellationToken);
        audit.Note(db, "category.moved", "category", category.Id, $"under {parent?.Name ?? "the root"}");
        events.Publish(new CategoriesChanged(), CategoriesChanged.Key, clock.GetUtcNow().UtcTicks);
        return moved;
    }

    private async Task<List<Category>> BranchAsync(string id, CancellationToken cancellation)
    {
        if (await db.Categories.Where(c => c.Id == id).Select(c => c.Path).SingleOrDefaultAsync(cancellation) is not { } path)
            return [];
        var below = path + "/";
        return await db.Categories.Where(c => c.Path == path || c.Path.StartsWith(below)).ToListAsync(cancellation);
    }
}

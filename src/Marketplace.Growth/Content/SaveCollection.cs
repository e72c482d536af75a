using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content;

/// <summary>
/// Makes or replaces a shelf: of listings chosen by hand, or of whatever its category, shop and price choose. While
/// nobody has arranged the home page, the first five by position stand on it. Errors: collection.no-category,
/// collection.no-shop.
/// </summary>
/// <param name="ListingIds">Empty: the rule chooses, and at least one part of it is needed.</param>
/// <param name="PriceCaps">By currency, in minor units: only what costs less is shown; null: whatever it costs.</param>
/// <param name="CategoryId">The rule's category; that and all below it.</param>
/// <param name="Shop">The slug of the rule's shop.</param>
[Admin(AdminPermissions.Content)]
public sealed record SaveCollection(
    string Slug, string Title, string Lead, int Position, IReadOnlyList<string> ListingIds,
    IReadOnlyDictionary<string, long>? PriceCaps = null, string CategoryId = "", string Shop = "")
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SaveCollectionValidator : AbstractValidator<SaveCollection>
{
    public SaveCollectionValidator()
    {
        RuleFor(c => c.Slug).Matches("^[a-z0-9][a-z0-9-]{1,59}$")
            .WithMessage("An address has lower-case letters, digits and single hyphens, like garden-tools.");
        RuleFor(c => c.Title).NotEmpty().MaximumLength(80).WithMessage("Give it a title, in at most 80 characters.");
        RuleFor(c => c.Lead).MaximumLength(200).WithMessage("At most 200 characters.");
        RuleForEach(c => c.PriceCaps).Must(cap => Currency.Find(cap.Key)?.IsWholeQuanta(cap.Value) == true && cap.Value > 0)
            .WithMessage("A price cap is an amount above zero in a currency that this platform can count in.");
        RuleFor(c => c.PriceCaps).NotEmpty().When(c => c.Title.Contains("{price}", StringComparison.Ordinal))
            .WithMessage("A title that names a price needs one for each currency.");
        RuleFor(c => c.ListingIds).Must(ids => ids.Count <= Collection.MostListings).WithMessage("At most 60 listings.");
        RuleFor(c => c.ListingIds).Must((c, ids) => ids.Count > 0 || c.CategoryId != "" || c.Shop != "" || c.PriceCaps is { Count: > 0 })
            .WithMessage("Pick listings, or say by category, shop or price which ones.");
        RuleFor(c => c.ListingIds).Must((c, ids) => ids.Count == 0 || (c.CategoryId == "" && c.Shop == ""))
            .WithMessage("Either pick listings or choose by category and shop, not both.");
    }
}

internal sealed class SaveCollectionHandler(PlatformDb db, IDatabaseProvider database, AuditTrail audit)
    : ICommandHandler<SaveCollection, Result>
{
    public async ValueTask<Result> Handle(SaveCollection command, CancellationToken cancellation)
    {
        if (command.CategoryId != "" && !await db.Categories.AnyAsync(c => c.Id == command.CategoryId, cancellation))
            return HomeErrors.NoCategory;
        var tenantId = command.Shop == "" ? "" : await db.SellerProfiles.Where(p => p.Slug == command.Shop)
            .Select(p => p.TenantId).SingleOrDefaultAsync(cancellation);
        if (tenantId is null) return HomeErrors.NoShop;
        var shelf = await db.Collections.SingleOrDefaultAsync(c => c.Slug == command.Slug, cancellation);
        if (shelf is null) db.Collections.Add(shelf = new Collection { Slug = command.Slug, Title = command.Title });
        (shelf.Title, shelf.Lead, shelf.Position) = (command.Title, command.Lead, command.Position);
        shelf.PriceCaps = new Dictionary<string, long>(command.PriceCaps ?? new Dictionary<string, long>(), StringComparer.Ordinal);
        shelf.ListingIds = [.. command.ListingIds.Distinct(StringComparer.Ordinal)];
        shelf.Rule = new CollectionRule(command.CategoryId, tenantId);
        audit.Note(db, "home.collection-saved", "collection", shelf.Slug, shelf.Title);
        return await db.TrySaveAsync(database, cancellation) ? Result.Success() : HomeErrors.Changed;
    }
}

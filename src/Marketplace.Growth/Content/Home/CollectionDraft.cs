using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Home;

/// <summary>A collection to work on. Error: content.no-collection.</summary>
[Admin(AdminPermissions.Content)]
public sealed record GetCollectionDraft(string Slug) : IQuery<Result<CollectionDraft>>;

/// <param name="Listings">Their addresses, <c>/p/{slug}-{shortId}</c>; empty where a rule chooses.</param>
/// <param name="Shop">The slug of the rule's shop; empty for none.</param>
public sealed record CollectionDraft(
    string Slug, string Title, string Lead, int Position, IReadOnlyList<string> Listings, string CategoryId, string Shop,
    IReadOnlyDictionary<string, long> PriceCaps);

/// <summary>Listings by the addresses of their pages, in that order. Error: collection.no-listing.</summary>
[Admin(AdminPermissions.Content)]
public sealed record PickListings(IReadOnlyList<string> Addresses) : IQuery<Result<IReadOnlyList<string>>>;

/// <summary>Takes a collection away with its page. Errors: content.no-collection, collection.in-use.</summary>
[Admin(AdminPermissions.Content)]
public sealed record RemoveCollection(string Slug) : ICommand<Result>, IPlatformTransaction;

internal sealed class CollectionDraftHandler(PlatformDb db, AuditTrail audit)
    : IQueryHandler<GetCollectionDraft, Result<CollectionDraft>>, IQueryHandler<PickListings, Result<IReadOnlyList<string>>>,
    ICommandHandler<RemoveCollection, Result>
{
    public async ValueTask<Result<CollectionDraft>> Handle(GetCollectionDraft query, CancellationToken cancellationToken)
    {
        var shelf = await db.Collections.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.Slug, cancellationToken);
        if (shelf is null) return ContentErrors.NoCollection;
        var (ids, tenantId) = (shelf.ListingIds, shelf.Rule.TenantId);
        var addresses = await db.PublishedListings.Where(l => ids.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, l => $"/p/{l.Slug}-{l.ShortId}", cancellationToken);
        var shop = tenantId.Length == 0 ? null : await db.SellerProfiles.Where(p => p.TenantId == tenantId).Select(p => p.Slug)
            .SingleOrDefaultAsync(cancellationToken);
        return new CollectionDraft(
            shelf.Slug, shelf.Title, shelf.Lead, shelf.Position, [.. ids.Where(addresses.ContainsKey).Select(id => addresses[id])],
            shelf.Rule.CategoryId, shop ?? "", shelf.PriceCaps);
    }

    public async ValueTask<Result<IReadOnlyList<string>>> Handle(PickListings query, CancellationToken cancellationToken)
    {
        var shorts = query.Addresses.Select(a => a[(a.LastIndexOf('-') + 1)..]).Distinct(StringComparer.Ordinal)
            .Take(Collection.MostListings + 1).ToList();
        var found = await db.PublishedListings.Where(l => shorts.Contains(l.ShortId))
            .ToDictionaryAsync(l => l.ShortId, l => l.Id, StringComparer.Ordinal, cancellationToken);
        return shorts.FindIndex(s => !found.ContainsKey(s)) is var unknown and >= 0
            ? NoListing(PlainText.Start(query.Addresses[unknown], 81))
            : Result<IReadOnlyList<string>>.Success(shorts.ConvertAll(s => found[s]));
    }

    public async ValueTask<Result> Handle(RemoveCollection command, CancellationToken cancellationToken)
    {
        var shelf = await db.Collections.SingleOrDefaultAsync(c => c.Slug == command.Slug, cancellationToken);
        if (shelf is null) return ContentErrors.NoCollection;
        var page = await db.HomePages.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (page?.Navigation.Exists(l => l.Href == "/collections/" + command.Slug) == true) return HomeErrors.InUse;
        db.Remove(shelf);
        audit.Note(db, "home.collection-removed", "collection", command.Slug, shelf.Title);
        return Result.Success();
    }

    private static Error NoListing(string address) => Error.InvalidField(
        "collection.no-listing", "Listings", $"“{address}” is no listing's address.");
}

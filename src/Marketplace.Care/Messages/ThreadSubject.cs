using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>
/// What a new conversation would be about: one of the caller's own parts of an order, a listing, or a shop (the first
/// that is given). A guest may write about an order; for the rest one signs in, so that an answer can be sent. Errors:
/// <c>order.not-found</c>, <c>message.no-shop</c>, <c>access.sign-in</c>.
/// </summary>
[Buyer]
public sealed record FindThreadSubject(string? SellerOrderId, string? ListingId, string? ShopSlug) : IQuery<Result<ThreadSubject>>;

/// <param name="Subject">The order's number or the listing's title; empty for the shop itself.</param>
/// <param name="ThreadId">A conversation about it that goes on.</param>
public sealed record ThreadSubject(
    string TenantId, string SellerName, string SellerSlug, string BuyerName, string Subject, string? SellerOrderId,
    string? OrderId, string? ListingId, string? Slug, string? PictureRef, string? ThreadId);

internal sealed class FindThreadSubjectHandler(BuyerDb db, ISender sender, CallerAccessor caller)
    : IQueryHandler<FindThreadSubject, Result<ThreadSubject>>
{
    public async ValueTask<Result<ThreadSubject>> Handle(FindThreadSubject query, CancellationToken cancellation)
    {
        if (query.SellerOrderId is { Length: > 0 } part) return await OfOrderAsync(part, cancellation);
        if (caller.Caller.PersonId is null) return AccessErrors.SignIn;
        var people = (await sender.Send(new FindBuyers([db.BuyerId]), cancellation)).Required();
        var name = people.TryGetValue(db.BuyerId, out var person) ? person.Name : "";
        return query.ListingId is { Length: > 0 } listing
            ? await OfListingAsync(listing, name, cancellation)
            : await OfShopAsync(query.ShopSlug ?? "", name, cancellation);
    }

    private async Task<Result<ThreadSubject>> OfOrderAsync(string sellerOrderId, CancellationToken cancellation)
    {
        var part = await sender.Send(new GetMyPart(sellerOrderId), cancellation);
        if (!part.Ok) return part.Error;
        var p = part.Value;
        var known = await db.MessageThreads.Where(t => t.BuyerId == db.BuyerId && t.SellerOrderId == p.SellerOrderId)
            .Select(t => t.Id).FirstOrDefaultAsync(cancellation);
        return new ThreadSubject(
            p.TenantId, p.SellerName, p.SellerSlug, p.BuyerName, p.Number, p.SellerOrderId, p.OrderId, null, null, p.PictureRef, known);
    }

    private async Task<Result<ThreadSubject>> OfListingAsync(string listingId, string name, CancellationToken cancellation)
    {
        var found = await db.PublishedListings.AsNoTracking().Where(l => l.Id == listingId && l.IsLive)
            .Join(db.SellerProfiles, l => l.TenantId, p => p.TenantId, (l, p) => new { l, p.Name, p.Slug })
            .Join(db.SellerStandings.Where(s => s.IsOpen), x => x.l.TenantId, s => s.TenantId, (x, s) => x)
            .SingleOrDefaultAsync(cancellation);
        if (found is null) return MessageErrors.NoSuchShop;
        var known = await db.MessageThreads.Where(t => t.BuyerId == db.BuyerId && t.ListingId == listingId)
            .Select(t => t.Id).FirstOrDefaultAsync(cancellation);
        return new ThreadSubject(
            found.l.TenantId, found.Name, found.Slug, name, found.l.Title, null, null, listingId,
            $"{found.l.Slug}-{found.l.ShortId}", found.l.Pictures.Count > 0 ? found.l.Pictures[0].Ref : null, known);
    }

    private async Task<Result<ThreadSubject>> OfShopAsync(string slug, string name, CancellationToken cancellation)
    {
        var shop = await db.SellerProfiles.AsNoTracking().Where(p => p.Slug == slug)
            .Join(db.SellerStandings.Where(s => s.IsOpen), p => p.TenantId, s => s.TenantId, (p, s) => p)
            .SingleOrDefaultAsync(cancellation);
        if (shop is null) return MessageErrors.NoSuchShop;
        var known = await db.MessageThreads
            .Where(t => t.BuyerId == db.BuyerId && t.TenantId == shop.TenantId && t.ListingId == null && t.SellerOrderId == null)
            .Select(t => t.Id).FirstOrDefaultAsync(cancellation);
        return new ThreadSubject(shop.TenantId, shop.Name, shop.Slug, name, "", null, null, null, null, null, known);
    }
}

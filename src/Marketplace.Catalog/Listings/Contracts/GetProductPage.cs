using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>
/// All that a product page shows, in two queries (the tree of categories is held in process). Compare the answer's
/// slug with the address: an old one is redirected. Error: <c>listing.not-shown</c>.
/// </summary>
[Anyone]
public sealed record GetProductPage(string ShortId, Market Market) : IQuery<Result<ProductPage>>;

internal sealed class GetProductPageHandler(BuyerDb db, ISender sender, TimeProvider clock)
    : IQueryHandler<GetProductPage, Result<ProductPage>>
{
    public async ValueTask<Result<ProductPage>> Handle(GetProductPage query, CancellationToken cancellationToken)
    {
        var market = query.Market;
        if (await HeadAsync(query.ShortId, market.Locale.Split('-')[0], cancellationToken) is not { } head)
            return ListingErrors.NotShown;
        var offers = await OffersAsync(head, market.CurrencyCode, cancellationToken);
        var tree = (await sender.Send(new GetCategoryTree(), cancellationToken)).Required();
        return Page(head, offers, tree, market.CurrencyCode, clock.GetUtcNow().UtcDateTime);
    }

    private Task<Head?> HeadAsync(string shortId, string locale, CancellationToken cancellation)
    {
        // Joined by whole keys. "The first of them" would become a window over the whole table.
        var members = db.ProductGroupMembers;
        var heads = from l in db.PublishedListings.AsNoTracking()
                    where l.ShortId == shortId && l.IsLive
                    join p in db.SellerProfiles on l.TenantId equals p.TenantId
                    join s in db.SellerStandings on l.TenantId equals s.TenantId
                    where s.IsOpen
                    join t in db.PublishedTexts on new { l.TenantId, ListingId = l.Id, Locale = locale }
                        equals new { t.TenantId, t.ListingId, t.Locale } into own
                    from t in own.DefaultIfEmpty()
                    join f in db.PublishedTexts on new { l.TenantId, ListingId = l.Id, Locale = ListingDraft.FirstLocale }
                        equals new { f.TenantId, f.ListingId, f.Locale } into first
                    from f in first.DefaultIfEmpty()
                    join r in db.ListingRatings on l.Id equals r.ListingId into rated
                    from r in rated.DefaultIfEmpty()
                    join k in db.ListingTalks on l.Id equals k.ListingId into talked
                    from k in talked.DefaultIfEmpty()
                    select new Head(
                        l, p, s, t ?? f, r, k,
                        members.Where(m => m.ListingId == l.Id).Select(m => m.GroupId).FirstOrDefault());
        return heads.SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The listing's own offers, and those of its product group at other open sellers.</summary>
    private Task<List<Row>> OffersAsync(Head head, string currency, CancellationToken cancellation)
    {
        var stocks = db.OfferStocks;
        var rows = from o in Alike(head.Listing.Id, head.GroupId)
                   where o.IsLive
                   join l in db.PublishedListings on new { o.TenantId, Id = o.ListingId } equals new { l.TenantId, l.Id }
                   join p in db.SellerProfiles on o.TenantId equals p.TenantId
                   join s in db.SellerStandings on o.TenantId equals s.TenantId
                   join x in db.OfferPrices on new { o.TenantId, OfferId = o.Id, CurrencyCode = currency }
                       equals new { x.TenantId, x.OfferId, x.CurrencyCode } into priced
                   from x in priced.DefaultIfEmpty()
                   where l.IsLive && s.IsOpen
                   orderby o.Position, o.Id
                   select new Row(
                       o, l.Slug, l.ShortId, l.Title, p.Slug, p.Name, s.RatingHundredths, s.RatingCount,
                       x,
                       stocks.Where(x => x.TenantId == o.TenantId && x.OfferId == o.Id).Sum(x => x.OnHand - x.Reserved));
        return rows.ToListAsync(cancellation);
    }

    /// <summary>Two shapes, not one with an "or" between: that would read every offer there is.</summary>
    private IQueryable<Offer> Alike(string listingId, string? groupId) => groupId is null
        ? db.Offers.AsNoTracking().Where(o => o.ListingId == listingId)
        : from m in db.ProductGroupMembers.AsNoTracking()
          where m.GroupId == groupId
          join o in db.Offers on m.ListingId equals o.ListingId
          select o;

    private static ProductPage Page(Head head, List<Row> rows, CategoryTree tree, string currency, DateTime now)
    {
        var (l, text) = (head.Listing, head.Text);
        return new ProductPage(
            l.Id, l.TenantId, l.RevisionId, l.ShortId, l.Slug, text?.Title ?? l.Title, text?.DescriptionHtml ?? "",
            text?.DescriptionText ?? "", text?.SeoTitle ?? "", text?.SeoDescription ?? "", l.Brand,
            tree.PathTo(l.CategoryId), Facts(l, tree), l.Pictures, l.Options,
            [.. rows.Where(r => r.Offer.ListingId == l.Id).Select(r => Variant(r, now))], Seller(head.Profile, head.Standing),
            Others(l, rows, now), currency, head.Rating?.RatingHundredths ?? 0, head.Rating?.RatingCount ?? 0,
            head.Rating?.Stars ?? [], head.Talk, l.PublishedAtUtc);
    }

    private static List<ProductFact> Facts(PublishedListing listing, CategoryTree tree) =>
        [.. tree.AttributesOf(listing.CategoryId).Where(a => listing.Attributes.ContainsKey(a.Code))
            .Select(a => new ProductFact(a.Code, a.Name, string.Join(", ", listing.Attributes[a.Code].Select(a.LabelOf))))];

    private static ProductVariant Variant(Row row, DateTime now) => new(
        row.Offer.Id, row.Offer.Sku, row.Offer.Gtin, row.Offer.OptionValues, row.Offer.OptionsText, row.Price?.MinorAt(now),
        row.Price?.WasMinorAt(now), row.Price?.LowestMinorAt(now), row.Available, row.Offer.PictureRef, row.Offer.WeightGrams);

    private static ProductSeller Seller(SellerProfile p, SellerStanding s) => new(
        p.TenantId, p.Slug, p.Name, p.Tagline, p.City, p.Country, p.SinceUtc, p.BrandColour, p.LogoRef, p.ReturnsPolicy,
        p.ShippingPolicy, p.ReturnWindowDays, s.RatingHundredths, s.RatingCount, s.OrdersShipped);

    /// <summary>The cheapest that each other seller can deliver, by price.</summary>
    private static List<OtherOffer> Others(PublishedListing listing, List<Row> rows, DateTime now) =>
        [.. rows.Where(r => r.Offer.TenantId != listing.TenantId && r.Price is not null && r.Available > 0)
            .GroupBy(r => r.Offer.TenantId, StringComparer.Ordinal).Select(g => g.MinBy(r => r.Price!.MinorAt(now))!)
            .OrderBy(r => r.Price!.MinorAt(now)).Take(10)
            .Select(r => new OtherOffer(
                r.Offer.ListingId, r.Offer.Id, r.Slug, r.ShortId, r.Title, r.SellerSlug, r.SellerName, r.RatingHundredths,
                r.RatingCount, r.Price!.MinorAt(now), r.Available))];

    private sealed record Head(
        PublishedListing Listing, SellerProfile Profile, SellerStanding Standing, PublishedText? Text, ListingRating? Rating,
        ListingTalk? Talk, string? GroupId);

    private sealed record Row(
        Offer Offer, string Slug, string ShortId, string Title, string SellerSlug, string SellerName, int RatingHundredths,
        int RatingCount, OfferPrice? Price, int Available);
}

using FluentValidation;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Search;

/// <summary>
/// Open shops that have something to sell, by the number of their orders shipped, their rating or name.
/// </summary>
[Anyone]
public sealed record ListSellersDirectory(
    string Text = "", string? Country = null, SellersSort Sort = SellersSort.Popular, int Page = 1, int PageSize = 24)
    : IQuery<Result<SellersPage>>;

public enum SellersSort
{
    Popular,
    Rating,
    Name,
    Newest,
}

public sealed record SellersPage(IReadOnlyList<SellerCard> Sellers, int Total, int Page, int PageSize);

public sealed record SellerCard(
    string TenantId, string Slug, string Name, string Tagline, string City, string Country, string BrandColour,
    string? LogoRef, string? BannerRef, int RatingHundredths, int RatingCount, int OrdersShipped, int Listings);

internal sealed class ListSellersDirectoryValidator : AbstractValidator<ListSellersDirectory>
{
    public ListSellersDirectoryValidator()
    {
        RuleFor(q => q.Text).NotNull().MaximumLength(SearchLimits.MaxTextLength);
        RuleFor(q => q.PageSize).InclusiveBetween(1, SearchLimits.MaxPageSize);
        RuleFor(q => q.Page).Must((q, page) => page >= 1 && (long)page * q.PageSize <= SearchLimits.MaxDepth);
    }
}

internal sealed class ListSellersDirectoryHandler(BuyerDb db)
    : IQueryHandler<ListSellersDirectory, Result<SellersPage>>
{
    public async ValueTask<Result<SellersPage>> Handle(ListSellersDirectory query, CancellationToken cancellation)
    {
        var cards = Cards(query);
        var total = await cards.CountAsync(cancellation);
        var page = await Sorted(cards, query.Sort)
            .Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToListAsync(cancellation);
        return new SellersPage([.. page.Select(r => new SellerCard(
            r.Profile.TenantId, r.Profile.Slug, r.Profile.Name, r.Profile.Tagline, r.Profile.City, r.Profile.Country,
            r.Profile.BrandColour, r.Profile.LogoRef, r.Profile.BannerRef, r.Standing.RatingHundredths,
            r.Standing.RatingCount, r.Standing.OrdersShipped, r.Listings))], total, query.Page, query.PageSize);
    }

    private IQueryable<Row> Cards(ListSellersDirectory query)
    {
        var text = query.Text.Trim().ToLowerInvariant();
        // Extension properties cannot stand inside an expression.
        var published = db.PublishedListings;
        return
            from profile in db.SellerProfiles.AsNoTracking()
            join standing in db.SellerStandings on profile.TenantId equals standing.TenantId
            where standing.IsOpen && published.Any(l => l.TenantId == profile.TenantId && l.IsLive)
                && (query.Country == null || profile.Country == query.Country)
                && (text == "" || profile.Name.ToLower().Contains(text) || profile.City.ToLower().Contains(text))
            select new Row
            {
                Profile = profile, Standing = standing,
                Listings = published.Count(l => l.TenantId == profile.TenantId && l.IsLive),
            };
    }

    private static IQueryable<Row> Sorted(IQueryable<Row> cards, SellersSort sort) => sort switch
    {
        SellersSort.Popular => cards.OrderByDescending(c => c.Standing.OrdersShipped)
            .ThenByDescending(c => c.Listings).ThenBy(c => c.Profile.TenantId),
        SellersSort.Rating => cards.OrderByDescending(c => c.Standing.RatingHundredths)
            .ThenByDescending(c => c.Standing.RatingCount).ThenBy(c => c.Profile.TenantId),
        SellersSort.Name => cards.OrderBy(c => c.Profile.Name).ThenBy(c => c.Profile.TenantId),
        SellersSort.Newest => cards.OrderByDescending(c => c.Profile.SinceUtc).ThenBy(c => c.Profile.TenantId),
    };

    private sealed class Row
    {
        public required SellerProfile Profile { get; init; }
        public required SellerStanding Standing { get; init; }
        public required int Listings { get; init; }
    }
}

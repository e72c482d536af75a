using System.Security.Cryptography;
using System.Text;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>An open shop as buyers see it. Error: seller.not-found, for shops that are not open too.</summary>
[Anyone]
public sealed record GetSellerPublic(string Slug) : IQuery<Result<PublicSeller>>;

/// <param name="BrandCssHash">Part of the style sheet's address: another colour, another address.</param>
public sealed record PublicSeller(
    string TenantId, string Slug, string Name, string Tagline, string About, string City, string Country,
    DateTime SinceUtc, string BrandColour, string BrandCssHash, string? LogoRef, string? BannerRef,
    string ReturnsPolicy, string ShippingPolicy, int ReturnWindowDays, TraderIdentity Trader, DateTime? CertifiedAtUtc,
    int RatingHundredths, int RatingCount, int OrdersShipped);

/// <summary>
/// The style sheet of a shop's colours, for the hash that its pages name. Errors: seller.not-found, also for a hash
/// that is no longer right.
/// </summary>
[Anyone]
public sealed record GetBrandCss(string Slug, string Hash) : IQuery<Result<string>>;

internal sealed class GetSellerPublicHandler(BuyerDb db) : IQueryHandler<GetSellerPublic, Result<PublicSeller>>
{
    public async ValueTask<Result<PublicSeller>> Handle(GetSellerPublic query, CancellationToken cancellationToken)
    {
        var found = await db.SellerProfiles.AsNoTracking().Where(p => p.Slug == query.Slug)
            .Join(db.SellerStandings.Where(s => s.IsOpen), p => p.TenantId, s => s.TenantId, (p, s) => new { p, s })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return SellerErrors.NotFound;
        var (profile, standing) = (found.p, found.s);
        return new PublicSeller(
            profile.TenantId, profile.Slug, profile.Name, profile.Tagline, profile.About, profile.City, profile.Country,
            profile.SinceUtc, profile.BrandColour, BrandCss.Hash(profile.BrandColour), profile.LogoRef,
            profile.BannerRef, profile.ReturnsPolicy, profile.ShippingPolicy, profile.ReturnWindowDays,
            profile.Trader.ForBuyers(), profile.CertifiedAtUtc, standing.RatingHundredths, standing.RatingCount, standing.OrdersShipped);
    }
}

internal sealed class GetBrandCssHandler(BuyerDb db) : IQueryHandler<GetBrandCss, Result<string>>
{
    public async ValueTask<Result<string>> Handle(GetBrandCss query, CancellationToken cancellationToken)
    {
        var colour = await db.SellerProfiles.AsNoTracking().Where(p => p.Slug == query.Slug)
            .Select(p => p.BrandColour).SingleOrDefaultAsync(cancellationToken);
        return colour is not null && BrandCss.Hash(colour) == query.Hash
            ? BrandColour.StyleSheet(colour)
            : SellerErrors.NotFound;
    }
}

internal static class BrandCss
{
    public static string Hash(string colour) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(BrandColour.StyleSheet(colour))))[..12];
}

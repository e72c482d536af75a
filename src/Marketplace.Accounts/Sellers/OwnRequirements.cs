using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>A tagline and some lines about the shop: enough for a page that a buyer trusts.</summary>
internal sealed class ProfileRequirement(PlatformDb db) : ISellerRequirement
{
    public string Key => SellerRequirements.Profile;

    public Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation) => db.SellerProfiles.AnyAsync(
        p => p.TenantId == tenantId && p.Tagline != "" && p.About != "" && p.City != "", cancellation);
}

internal sealed class AddressRequirement(PlatformDb db) : ISellerRequirement
{
    public string Key => SellerRequirements.Address;

    public Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation) => db.SellerProfiles.AnyAsync(
        p => p.TenantId == tenantId && p.Trader.LegalName != "" && p.Trader.Line1 != "" && p.Trader.City != ""
            && p.Trader.Postcode != "" && p.Trader.Country != "" && p.Trader.Email != "" && p.Trader.Phone != "",
        cancellation);
}

/// <summary>The newest version of the seller terms; met while there is none.</summary>
internal sealed class TermsRequirement(PlatformDb db) : ISellerRequirement
{
    public string Key => SellerRequirements.Terms;

    public async Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation)
    {
        var acceptances = db.TermsAcceptances;
        var newest = await db.Set<LegalText>().Where(t => t.Kind == LegalTextKind.SellerTerms)
            .OrderByDescending(t => t.TextVersion)
            .Select(t => (bool?)acceptances.Any(a => a.TenantId == tenantId && a.TermsVersion == t.TextVersion))
            .FirstOrDefaultAsync(cancellation);
        return newest ?? true;
    }
}

using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>A seller's profile, read once for all that one message asks about it.</summary>
internal sealed class ProfileReader(PlatformDb db)
{
    private SellerProfile? _read;

    public async Task<SellerProfile?> FindAsync(string tenantId, CancellationToken cancellation) => _read?.TenantId == tenantId
        ? _read
        : _read = await db.SellerProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.TenantId == tenantId, cancellation);
}

/// <summary>A tagline and some lines about the shop: enough for a page that a buyer trusts.</summary>
internal sealed class ProfileRequirement(ProfileReader profiles) : ISellerRequirement
{
    public string Key => SellerRequirements.Profile;

    public async Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation) =>
        await profiles.FindAsync(tenantId, cancellation) is { Tagline: not "", About: not "", City: not "" };
}

/// <summary>The gate of DSA art. 30: who the trader is, and its word that its goods are lawful.</summary>
internal sealed class AddressRequirement(ProfileReader profiles) : ISellerRequirement
{
    public string Key => SellerRequirements.Address;

    public async Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation) =>
        await profiles.FindAsync(tenantId, cancellation) is { IsTraceable: true };
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

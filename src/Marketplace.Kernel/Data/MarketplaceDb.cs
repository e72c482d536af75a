using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Kernel.Data;

/// <summary>
/// One model, three pairs of eyes. It has no DbSets: each context project registers its maps
/// (<see cref="ModelParts"/>) and adds extension properties (<c>db.Listings</c>). Filters and the save guard are
/// applied here and nowhere else.
/// </summary>
public abstract class MarketplaceDb : DbContext
{
    private readonly ModelParts _parts;

    protected MarketplaceDb(DbContextOptions options, ModelParts parts, Sight sight) : base(options) =>
        (_parts, Sight) = (parts, sight);

    public Sight Sight { get; }

    /// <summary>Read by the query filters at each query, so it must be a member and never a captured value.</summary>
    public string TenantId => Sight.TenantId ?? throw new MissingOwnerException("seller");

    public string BuyerId => Sight.BuyerId ?? throw new MissingOwnerException("buyer");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in _parts.Assemblies) modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        ModelConventions.Apply(modelBuilder);
        OwnershipFilters.Apply(modelBuilder, this);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        SaveGuard.Check(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        SaveGuard.Check(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

/// <summary>The assemblies whose entity maps make up the model.</summary>
public sealed record ModelParts(IReadOnlyList<System.Reflection.Assembly> Assemblies);

/// <summary>A seller's eyes: own Tenant and Shared rows, everything Published.</summary>
public sealed class SellerDb(DbContextOptions<SellerDb> options, ModelParts parts, CallerAccessor caller)
    : MarketplaceDb(options, parts, new Sight(Eyes.Seller, caller.Caller.TenantId, null));

/// <summary>A buyer's eyes: own Shared rows, everything Published; without a buyer Published only.</summary>
public sealed class BuyerDb(DbContextOptions<BuyerDb> options, ModelParts parts, CallerAccessor caller)
    : MarketplaceDb(options, parts, new Sight(Eyes.Buyer, null, caller.Caller.BuyerId));

/// <summary>The platform's eyes: no filter. For checkout, money, webhooks, jobs, seeding and admins.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options, ModelParts parts)
    : MarketplaceDb(options, parts, new Sight(Eyes.Platform, null, null));

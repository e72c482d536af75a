using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Marketplace.Kernel.Data;

/// <summary>A row that its context may not write.</summary>
public sealed class ForeignRowException(string entity, string role)
    : InvalidOperationException($"A {role} may not write this {entity}.");

/// <summary>
/// Refuses rows of somebody else before they reach the database, which refuses them again (triggers, row-level
/// security). Raises the version of changed aggregates.
/// </summary>
internal static class SaveGuard
{
    public static void Check(MarketplaceDb db)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry.Metadata.IsOwned()) continue;
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned }) RaiseVersion(entry, versioned);
            if (db.Sight.Eyes == Eyes.Platform) continue;
            if (!MayWrite(db.Sight, OwnershipOf.Class(entry.Metadata.ClrType), entry))
                throw new ForeignRowException(entry.Metadata.ClrType.Name, db.Sight.Role);
        }
    }

    private static void RaiseVersion(EntityEntry entry, IVersioned versioned)
    {
        if (entry.Property(nameof(IVersioned.Version)).IsModified) return;
        versioned.Version++;
    }

    private static bool MayWrite(Sight sight, Ownership ownership, EntityEntry entry) => (sight.Eyes, ownership) switch
    {
        (Eyes.Seller, Ownership.Tenant or Ownership.Shared or Ownership.PublishedBySeller) =>
            Owns(entry, "TenantId", sight.TenantId),
        (Eyes.Seller, Ownership.Journal) => entry.State == EntityState.Added && Owns(entry, "TenantId", sight.TenantId),
        (Eyes.Buyer, Ownership.Shared or Ownership.PublishedByBuyer) => Owns(entry, "BuyerId", sight.BuyerId),
        (Eyes.Buyer, Ownership.Journal) => entry.State == EntityState.Added && Owns(entry, "BuyerId", sight.BuyerId),
        _ => false,
    };

    private static bool Owns(EntityEntry entry, string column, string? owner)
    {
        if (owner is null) return false;
        var property = entry.Property(column);
        if (!string.Equals(property.CurrentValue as string, owner, StringComparison.Ordinal)) return false;
        return entry.State == EntityState.Added
            || string.Equals(property.OriginalValue as string, owner, StringComparison.Ordinal);
    }
}

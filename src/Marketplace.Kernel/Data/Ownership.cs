using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Kernel.Data;

/// <summary>
/// Whose row is it? Every entity declares exactly one class (a model test refuses one without). Filters, save guard,
/// SQLite triggers and row-level security are all made from it.
/// </summary>
public enum Ownership
{
    /// <summary>The seller's alone.</summary>
    Tenant,
    /// <summary>That seller's and that buyer's.</summary>
    Shared,
    /// <summary>Everyone reads; a seller writes rows with its own TenantId.</summary>
    PublishedBySeller,
    /// <summary>Everyone reads; a buyer writes rows with its own BuyerId.</summary>
    PublishedByBuyer,
    /// <summary>Everyone reads; the platform writes.</summary>
    Published,
    /// <summary>The platform's alone.</summary>
    Platform,
    /// <summary>The platform's, but a seller or buyer may insert rows in its own name and read those.</summary>
    Journal,
}

public interface ITenantRow
{
    string TenantId { get; }
}

public interface ISharedRow
{
    string TenantId { get; }
    string BuyerId { get; }
}

public interface IPublishedBySeller
{
    string TenantId { get; }
}

public interface IPublishedByBuyer
{
    string BuyerId { get; }
}

public interface IPublishedRow;

public interface IPlatformRow;

public interface IJournalRow
{
    string? TenantId { get; }
    string? BuyerId { get; }
}

/// <summary>Rows that are written once: the database refuses UPDATE and DELETE from everybody.</summary>
public interface IAppendOnly;

/// <summary>An aggregate whose concurrency token the application itself raises with each change.</summary>
public interface IVersioned
{
    long Version { get; set; }
}

public static class OwnershipOf
{
    /// <summary>Every entity that has a table of its own, and so an owner: what filters, guards and checks go through.</summary>
    public static IEnumerable<IEntityType> Tables(IModel model) =>
        model.GetEntityTypes().Where(e => !e.IsOwned() && e.BaseType is null && e.GetTableName() is not null);

    private static readonly (Type Marker, Ownership Class)[] Markers =
    [
        (typeof(ITenantRow), Ownership.Tenant),
        (typeof(ISharedRow), Ownership.Shared),
        (typeof(IPublishedBySeller), Ownership.PublishedBySeller),
        (typeof(IPublishedByBuyer), Ownership.PublishedByBuyer),
        (typeof(IPublishedRow), Ownership.Published),
        (typeof(IPlatformRow), Ownership.Platform),
        (typeof(IJournalRow), Ownership.Journal),
    ];

    public static Ownership Class(Type entity)
    {
        var found = Markers.Where(m => m.Marker.IsAssignableFrom(entity)).ToList();
        return found.Count == 1
            ? found[0].Class
            : throw new InvalidOperationException($"{entity.Name} must declare one class of ownership, not {found.Count}.");
    }

    public static bool HasTenant(this Ownership ownership) => ownership is Ownership.Tenant or Ownership.Shared
        or Ownership.PublishedBySeller or Ownership.Journal;

    public static bool HasBuyer(this Ownership ownership) =>
        ownership is Ownership.Shared or Ownership.PublishedByBuyer or Ownership.Journal;
}

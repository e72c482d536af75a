using System.Linq.Expressions;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>
/// When what search shows of a listing last changed; every index follows these rows by its own cursor over
/// (ChangedAtUtc, ListingId). Narrow, since it is written often.
/// </summary>
public sealed class ListingChange : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string ListingId { get; init; }
    /// <summary>By the database's clock, which all nodes share.</summary>
    public DateTime ChangedAtUtc { get; init; } = DateTime.UnixEpoch;
    /// <summary>The document's external version: a repeat or a straggler is recognised.</summary>
    public long IndexVersion { get; init; }
}

internal sealed class ListingChangeMap : IEntityTypeConfiguration<ListingChange>
{
    public void Configure(EntityTypeBuilder<ListingChange> entity)
    {
        entity.ToTable("ListingChanges");
        entity.HasKey(c => new { c.TenantId, c.ListingId });
        entity.HasIndex(c => new { c.ChangedAtUtc, c.ListingId });
    }
}

public static class ListingChanges
{
    /// <summary>
    /// Marks listings as changed, in the running transaction, by the database's clock. Rows are touched in the order of
    /// their key, so that two transactions never wait for each other.
    /// </summary>
    public static async Task BumpAsync(
        MarketplaceDb db, IEnumerable<(string TenantId, string ListingId)> listings, CancellationToken cancellation)
    {
        foreach (var (tenantId, listingId) in listings.Distinct().Order())
        {
            await db.Set<ListingChange>().Where(c => c.TenantId == tenantId && c.ListingId == listingId).BumpAsync(cancellation);
        }
    }

    /// <summary>The same for every listing that buyers see and that meets a condition, in one statement.</summary>
    internal static Task<int> BumpWhereAsync(
        MarketplaceDb db, Expression<Func<PublishedListing, bool>> which, CancellationToken cancellation)
    {
        var listings = db.Set<PublishedListing>().Where(which).Select(l => l.Id);
        return db.Set<ListingChange>().Where(c => listings.Contains(c.ListingId)).BumpAsync(cancellation);
    }

    /// <summary>
    /// The same for these rows. EF turns <c>DateTime.UtcNow</c> inside the expression into the database's own clock on
    /// every provider; it is never read here.
    /// </summary>
    internal static Task<int> BumpAsync(this IQueryable<ListingChange> rows, CancellationToken cancellation) =>
        rows.ExecuteUpdateAsync(
            s => s.SetProperty(c => c.ChangedAtUtc, c => DateTime.UtcNow).SetProperty(c => c.IndexVersion, c => c.IndexVersion + 1),
            cancellation);
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Care.Health.Model;

/// <summary>What a shop's last weeks came to, as it was measured last; and which marks it missed then, since when.</summary>
internal sealed class SellerHealth : IPlatformRow, IVersioned
{
    public required string TenantId { get; init; }
    public required DateTime MeasuredAtUtc { get; set; }
    public int Promised { get; set; }
    public int Late { get; set; }
    public int Placed { get; set; }
    public int Cancelled { get; set; }
    public int Shipped { get; set; }
    public int Refunded { get; set; }
    /// <summary>Null where too little was asked to say.</summary>
    public int? ReplyMinutes { get; set; }
    public int Ratings { get; set; }
    public int RatingHundredths { get; set; }

    /// <summary>Missed when it was measured, in the order of the metrics.</summary>
    public List<HealthMetric> Missed { get; set; } = [];
    public int MissedCount { get; set; }
    /// <summary>Null where nothing is missed.</summary>
    public DateTime? MissedSinceUtc { get; set; }
    /// <summary>Staff has looked at what is missed; another one asks for a look again.</summary>
    public DateTime? SeenAtUtc { get; set; }
    public long Version { get; set; }
}

/// <summary>The marks that a shop has to keep: one row, which staff edits.</summary>
internal sealed class HealthRules : IPlatformRow, IVersioned
{
    public const string OnlyId = "health";

    public string Id { get; init; } = OnlyId;
    public int LateBps { get; set; }
    public int CancelledBps { get; set; }
    public int RefundedBps { get; set; }
    public int ReplyHours { get; set; }
    public int RatingHundredths { get; set; }
    /// <summary>Of fewer orders, or reviews, nothing is said.</summary>
    public int Fewest { get; set; }
    public long Version { get; set; }

    public HealthMarks Marks => new(LateBps, CancelledBps, RefundedBps, ReplyHours, RatingHundredths, Fewest, Version);
}

internal static class HealthSets
{
    extension(PlatformDb db)
    {
        public DbSet<SellerHealth> SellerHealths => db.Set<SellerHealth>();
        public DbSet<HealthRules> HealthRules => db.Set<HealthRules>();
    }

    /// <summary>As staff set them, else the usual ones.</summary>
    public static async Task<HealthMarks> ReadMarksAsync(this PlatformDb db, CancellationToken cancellation) =>
        (await db.Set<HealthRules>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == Model.HealthRules.OnlyId, cancellation))?.Marks
            ?? HealthMarks.Usual;
}

internal sealed class SellerHealthMap : IEntityTypeConfiguration<SellerHealth>
{
    public void Configure(EntityTypeBuilder<SellerHealth> entity)
    {
        entity.ToTable("SellerHealths");
        entity.HasKey(h => h.TenantId);
        entity.Property(h => h.Missed).AsJson();
        entity.HasIndex(h => h.MissedSinceUtc);
    }
}

internal sealed class HealthRulesMap : IEntityTypeConfiguration<HealthRules>
{
    public void Configure(EntityTypeBuilder<HealthRules> entity)
    {
        entity.ToTable("HealthRules");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Id).Ascii(12);
        entity.Ignore(r => r.Marks);
    }
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Kernel.Invariants;

/// <summary>What came of the last check of one invariant, for the admin's list.</summary>
public sealed class InvariantCheck : IPlatformRow
{
    public const int MostFound = 4000;

    public required string Name { get; init; }
    public DateTime CheckedAtUtc { get; set; }
    public int TookMilliseconds { get; set; }
    public int Breaches { get; set; }
    /// <summary>The breaches, one a line, as far as they fit.</summary>
    public string Found { get; set; } = "";
    /// <summary>Since which check it does not hold; null while it does.</summary>
    public DateTime? BrokenSinceUtc { get; set; }
}

internal sealed class InvariantCheckMap : IEntityTypeConfiguration<InvariantCheck>
{
    public void Configure(EntityTypeBuilder<InvariantCheck> entity)
    {
        entity.ToTable("InvariantChecks");
        entity.HasKey(c => c.Name);
        entity.Property(c => c.Name).Ascii(80);
        entity.Property(c => c.Found).HasMaxLength(InvariantCheck.MostFound);
    }
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Payments.Model;

/// <summary>Up to when a list at Stripe has been read to its end.</summary>
public sealed class ImportCursor : IPlatformRow
{
    public required string Name { get; init; }
    public required DateTime ReadUntilUtc { get; set; }
}

internal sealed class ImportCursorMap : IEntityTypeConfiguration<ImportCursor>
{
    public void Configure(EntityTypeBuilder<ImportCursor> entity)
    {
        entity.ToTable("ImportCursors");
        entity.HasKey(c => c.Name);
        entity.Property(c => c.Name).Ascii(64);
    }
}

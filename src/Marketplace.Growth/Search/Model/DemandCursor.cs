using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Growth.Search.Model;

/// <summary>Up to which order sales have stopped to count as demand: one row.</summary>
internal sealed class DemandCursor : IPlatformRow
{
    public const string OnlyId = "demand";

    public string Id { get; init; } = OnlyId;

    public required string OrderId { get; set; }
}

internal sealed class DemandCursorMap : IEntityTypeConfiguration<DemandCursor>
{
    public void Configure(EntityTypeBuilder<DemandCursor> entity)
    {
        entity.ToTable("DemandCursors");
        entity.HasKey(c => c.Id);
        entity.Property(c => c.OrderId).Ascii(26);
    }
}

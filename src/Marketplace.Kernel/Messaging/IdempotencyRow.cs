using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Kernel.Messaging;

/// <summary>An answer kept under its key: readable by its owner, deleted by a job after its time.</summary>
public sealed class IdempotencyRow : IJournalRow
{
    public required string Owner { get; init; }
    public required string Key { get; init; }
    public required string Message { get; init; }
    public required string BodyHash { get; init; }
    public required string Answer { get; init; }
    public required DateTime AtUtc { get; init; }
    public string? TenantId { get; init; }
    public string? BuyerId { get; init; }
}

internal sealed class IdempotencyRowMap : IEntityTypeConfiguration<IdempotencyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> entity)
    {
        entity.ToTable("IdempotencyKeys");
        entity.HasKey(r => new { r.Owner, r.Key });
        entity.Property(r => r.Owner).Ascii(64);
        entity.Property(r => r.Key).Ascii(200);
        entity.Property(r => r.Message).Ascii(100);
        entity.Property(r => r.BodyHash).Ascii(64);
        entity.HasIndex(r => r.AtUtc);
    }
}

/// <summary>Carries the row-to-be from the idempotency step into the transaction that its answer ends.</summary>
public sealed class IdempotencyMark
{
    internal Func<object, IdempotencyRow>? Prepare { get; set; }
}

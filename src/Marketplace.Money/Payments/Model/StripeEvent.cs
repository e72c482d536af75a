using Marketplace.Kernel.Data;
using Marketplace.Money.Payments.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Payments.Model;

/// <summary>The webhook inbox: stored as it came, acknowledged, processed later by fetching the object anew.</summary>
public sealed class StripeEvent : IPlatformRow
{
    public required string Id { get; init; }
    /// <summary>The connected account it came for; empty for the platform's own.</summary>
    public required string Account { get; init; }
    public required string Type { get; init; }
    public required string ObjectId { get; init; }
    /// <summary>A digest of the object as the event told it.</summary>
    public required string ObjectState { get; init; }
    public string? OrderId { get; init; }
    public string? RefundId { get; init; }
    public required string ApiVersion { get; init; }
    public required string Raw { get; init; }
    public required DateTime ReceivedAtUtc { get; init; }
    public StripeEventState State { get; set; }
    public DateTime DueAtUtc { get; set; }
    public DateTime? LeasedUntilUtc { get; set; }
    public string? LeaseId { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }
    public DateTime? DoneAtUtc { get; set; }
}

internal sealed class StripeEventMap : IEntityTypeConfiguration<StripeEvent>
{
    public void Configure(EntityTypeBuilder<StripeEvent> entity)
    {
        entity.ToTable("StripeEvents");
        entity.HasKey(e => new { e.Account, e.Id });
        entity.Property(e => e.Id).Ascii(64);
        entity.Property(e => e.Account).Ascii(64);
        entity.Property(e => e.Type).Ascii(100);
        entity.Property(e => e.ObjectId).Ascii(100);
        entity.Property(e => e.ObjectState).Ascii(64);
        entity.Property(e => e.ApiVersion).Ascii(40);
        entity.Property(e => e.OrderId).Ascii(100);
        entity.Property(e => e.RefundId).Ascii(100);
        entity.Property(e => e.LastError).HasMaxLength(1000);
        entity.HasIndex(e => new { e.State, e.DueAtUtc });
        entity.HasIndex(e => new { e.ObjectId, e.Type });
        entity.HasIndex(e => e.ReceivedAtUtc);
    }
}

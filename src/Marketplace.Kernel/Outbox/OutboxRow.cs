using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Kernel.Outbox;

/// <summary>
/// An event waiting for its consumers, written in the transaction of what happened. Order: a message waits for
/// earlier ones of its <see cref="OrderingKey"/> (by <see cref="OrderingVersion"/>, then <see cref="Position"/>).
/// </summary>
public sealed class OutboxRow : IJournalRow
{
    public required string Id { get; init; }
    public required string EventName { get; init; }
    public required string Payload { get; init; }
    public required string OrderingKey { get; init; }
    public required long OrderingVersion { get; init; }
    public required int Position { get; init; }
    public required DateTime AtUtc { get; init; }
    public string? TenantId { get; init; }
    public string? BuyerId { get; init; }
    public OutboxState State { get; init; }
    public int Attempts { get; init; }
    public DateTime? LeasedUntilUtc { get; init; }
    public string? LeaseId { get; init; }
    public DateTime? DoneAtUtc { get; init; }
    public DateTime DueAtUtc { get; init; }
    public string? LastError { get; init; }
}

public enum OutboxState
{
    Waiting,
    Done,
    /// <summary>Gave up after many attempts: an admin looks at it and replays it.</summary>
    Dead,
}

/// <summary>A consumer's command that has taken effect; saved with that effect.</summary>
public sealed class InboxRow : IPlatformRow
{
    public required string Consumer { get; init; }
    public required string MessageId { get; init; }
    public required int Part { get; init; }
    public required DateTime AtUtc { get; init; }
}

internal sealed class OutboxRowMap : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> entity)
    {
        entity.ToTable("Outbox");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.EventName).Ascii(100);
        entity.Property(r => r.OrderingKey).Ascii(100);
        entity.Property(r => r.LastError).HasMaxLength(1000);
        entity.HasIndex(r => new { r.State, r.DueAtUtc });
        entity.HasIndex(r => new { r.OrderingKey, r.State, r.OrderingVersion, r.Position });
    }
}

internal sealed class InboxRowMap : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> entity)
    {
        entity.ToTable("Inbox");
        entity.HasKey(r => new { r.MessageId, r.Consumer, r.Part });
        entity.Property(r => r.Consumer).Ascii(100);
        entity.HasIndex(r => r.AtUtc);
    }
}

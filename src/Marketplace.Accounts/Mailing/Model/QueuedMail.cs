using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Mailing.Model;

/// <summary>A mail on its way, kept after it went, so that nobody needs to guess whether one was sent.</summary>
internal sealed class QueuedMail : IJournalRow
{
    public required string Id { get; init; }
    public required string Key { get; init; }
    public required string Recipient { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }
    public required bool IsSecret { get; init; }
    public string? TenantId { get; init; }
    public string? BuyerId { get; init; }
    /// <summary>Where its reader stops mails of its kind; null for what is always told.</summary>
    public string? StopUrl { get; init; }
    public required DateTime AtUtc { get; init; }
    public required DateTime DueAtUtc { get; init; }
    public QueuedMailState State { get; init; }
    public int Attempts { get; init; }
    public string? LeaseId { get; init; }
    public DateTime? LeasedUntilUtc { get; init; }
    public DateTime? SentAtUtc { get; init; }
    public string? LastError { get; init; }
}

internal enum QueuedMailState
{
    Waiting,
    Sent,
    /// <summary>Gave up after many attempts; an admin sends it again.</summary>
    Dead,
}

internal sealed class QueuedMailMap : IEntityTypeConfiguration<QueuedMail>
{
    public void Configure(EntityTypeBuilder<QueuedMail> entity)
    {
        entity.ToTable("Mails");
        entity.HasKey(m => m.Id);
        entity.Property(m => m.Key).Ascii(200);
        entity.Property(m => m.Recipient).HasMaxLength(MailAddress.MaximumLength);
        entity.Property(m => m.Subject).HasMaxLength(200);
        entity.Property(m => m.Text).HasMaxLength(100_000);
        entity.Property(m => m.Html).HasMaxLength(200_000);
        entity.Property(m => m.StopUrl).HasMaxLength(1000);
        entity.Property(m => m.LastError).HasMaxLength(1000);
        entity.HasIndex(m => m.Key).IsUnique();
        entity.HasIndex(m => new { m.State, m.DueAtUtc });
        entity.HasIndex(m => m.Recipient);
        entity.HasIndex(m => m.BuyerId);
    }
}

internal static class MailSets
{
    extension(PlatformDb db)
    {
        public DbSet<QueuedMail> Mails => db.Set<QueuedMail>();
        public DbSet<MailChoice> MailChoices => db.Set<MailChoice>();
    }
}

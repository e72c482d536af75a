using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Care.Messages.Model;

internal sealed class MessageThreadMap : IEntityTypeConfiguration<MessageThread>
{
    public void Configure(EntityTypeBuilder<MessageThread> entity)
    {
        entity.ToTable("MessageThreads");
        entity.HasTenantKey();
        entity.Property(t => t.Subject).HasMaxLength(150);
        entity.Property(t => t.Slug).Ascii(140);
        entity.Property(t => t.PictureRef).Ascii(64);
        entity.Property(t => t.BuyerName).HasMaxLength(100);
        entity.Property(t => t.SellerName).HasMaxLength(80);
        entity.Property(t => t.SellerSlug).Ascii(40);
        entity.Property(t => t.Snippet).HasMaxLength(130);
        entity.HasIndex(t => new { t.BuyerId, t.LastAtUtc });
        entity.HasIndex(t => new { t.TenantId, t.LastAtUtc });
        entity.HasIndex(t => new { t.TenantId, t.WaitingSinceUtc });
        entity.HasIndex(t => t.OrderId);
    }
}

internal sealed class ThreadMessageMap : IEntityTypeConfiguration<ThreadMessage>
{
    public void Configure(EntityTypeBuilder<ThreadMessage> entity)
    {
        entity.ToTable("ThreadMessages");
        entity.HasTenantKey();
        entity.Property(m => m.Text).HasMaxLength(5000);
        entity.HasOne<MessageThread>().WithMany().HasForeignKey(m => new { m.TenantId, m.ThreadId });
        entity.HasIndex(m => new { m.BuyerId, m.AtUtc });
        entity.HasIndex(m => new { m.TenantId, m.AtUtc });
    }
}

internal sealed class MessageAttachmentMap : IEntityTypeConfiguration<MessageAttachment>
{
    public void Configure(EntityTypeBuilder<MessageAttachment> entity)
    {
        entity.ToTable("MessageAttachments");
        entity.HasTenantKey();
        entity.Property(a => a.FileName).HasMaxLength(120);
        entity.HasOne<MessageThread>().WithMany().HasForeignKey(a => new { a.TenantId, a.ThreadId });
        entity.HasIndex(a => a.BuyerId);
    }
}

internal sealed class SavedReplyMap : IEntityTypeConfiguration<SavedReply>
{
    public void Configure(EntityTypeBuilder<SavedReply> entity)
    {
        entity.ToTable("SavedReplies");
        entity.HasTenantKey();
        entity.Property(r => r.Title).HasMaxLength(80);
        entity.Property(r => r.Text).HasMaxLength(2000);
    }
}

internal sealed class AutoReplyMap : IEntityTypeConfiguration<AutoReply>
{
    public void Configure(EntityTypeBuilder<AutoReply> entity)
    {
        entity.ToTable("AutoReplies");
        entity.HasTenantKey();
        entity.Property(r => r.Text).HasMaxLength(1000);
    }
}

internal sealed class ThreadReportMap : IEntityTypeConfiguration<ThreadReport>
{
    public void Configure(EntityTypeBuilder<ThreadReport> entity)
    {
        entity.ToTable("ThreadReports");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Actor).Ascii(64);
        entity.Property(r => r.Words).HasMaxLength(500);
        entity.HasIndex(r => new { r.DecidedAtUtc, r.AtUtc });
        entity.HasIndex(r => new { r.TenantId, r.ThreadId });
    }
}

internal sealed class SellerResponseMap : IEntityTypeConfiguration<SellerResponse>
{
    public void Configure(EntityTypeBuilder<SellerResponse> entity)
    {
        entity.ToTable("SellerResponses");
        entity.HasKey(r => r.TenantId);
    }
}

internal static class MessageSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<MessageThread> MessageThreads => db.Set<MessageThread>();
        public DbSet<ThreadMessage> ThreadMessages => db.Set<ThreadMessage>();
        public DbSet<MessageAttachment> MessageAttachments => db.Set<MessageAttachment>();
        public DbSet<SavedReply> SavedReplies => db.Set<SavedReply>();
        public DbSet<AutoReply> AutoReplies => db.Set<AutoReply>();
        public DbSet<ThreadReport> ThreadReports => db.Set<ThreadReport>();
        public DbSet<SellerResponse> SellerResponses => db.Set<SellerResponse>();
    }
}

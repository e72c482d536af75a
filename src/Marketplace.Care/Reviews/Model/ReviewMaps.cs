using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Care.Reviews.Model;

internal sealed class DeliveredLineMap : IEntityTypeConfiguration<DeliveredLine>
{
    public void Configure(EntityTypeBuilder<DeliveredLine> entity)
    {
        entity.ToTable("DeliveredLines");
        entity.HasTenantKey();
        entity.Property(l => l.Slug).Ascii(140);
        entity.Property(l => l.Title).HasMaxLength(150);
        entity.Property(l => l.Options).HasMaxLength(200);
        entity.Property(l => l.PictureRef).Ascii(64);
        entity.HasIndex(l => new { l.BuyerId, l.DeliveredAtUtc });
        entity.HasIndex(l => new { l.RequestedAtUtc, l.DeliveredAtUtc });
        entity.HasIndex(l => l.OrderId);
    }
}

internal sealed class ReviewMap : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> entity)
    {
        entity.ToTable("Reviews");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Slug).Ascii(140);
        entity.Property(r => r.ListingTitle).HasMaxLength(150);
        entity.Property(r => r.Options).HasMaxLength(200);
        entity.Property(r => r.Author).HasMaxLength(60);
        entity.Property(r => r.Title).HasMaxLength(100);
        entity.Property(r => r.Text).HasMaxLength(3000);
        entity.Property(r => r.Photos).AsJson();
        entity.HasIndex(r => r.OrderLineId).IsUnique();
        entity.HasIndex(r => new { r.BuyerId, r.WrittenAtUtc });
        entity.HasIndex(r => new { r.ListingId, r.WrittenAtUtc });
        entity.HasIndex(r => new { r.TenantId, r.WrittenAtUtc });
    }
}

internal sealed class ReviewRevisionMap : IEntityTypeConfiguration<ReviewRevision>
{
    public void Configure(EntityTypeBuilder<ReviewRevision> entity)
    {
        entity.ToTable("ReviewRevisions");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Title).HasMaxLength(100);
        entity.Property(r => r.Text).HasMaxLength(3000);
        entity.Property(r => r.Photos).AsJson();
        entity.HasIndex(r => r.ReviewId);
        entity.HasIndex(r => r.TenantId);
        entity.HasIndex(r => r.BuyerId);
    }
}

internal sealed class ReviewReplyMap : IEntityTypeConfiguration<ReviewReply>
{
    public void Configure(EntityTypeBuilder<ReviewReply> entity)
    {
        entity.ToTable("ReviewReplies");
        entity.HasKey(r => new { r.TenantId, r.ReviewId });
        entity.Property(r => r.Text).HasMaxLength(2000);
        entity.HasIndex(r => r.ReviewId);
    }
}

internal sealed class ReviewStandingMap : IEntityTypeConfiguration<ReviewStanding>
{
    public void Configure(EntityTypeBuilder<ReviewStanding> entity)
    {
        entity.ToTable("ReviewStandings");
        entity.HasKey(s => s.ReviewId);
        entity.Property(s => s.HiddenReason).HasMaxLength(500);
    }
}

internal sealed class HelpfulVoteMap : IEntityTypeConfiguration<HelpfulVote>
{
    public void Configure(EntityTypeBuilder<HelpfulVote> entity)
    {
        entity.ToTable("HelpfulVotes");
        entity.HasKey(v => new { v.ReviewId, v.PersonId });
    }
}

internal sealed class ReviewReportMap : IEntityTypeConfiguration<ReviewReport>
{
    public void Configure(EntityTypeBuilder<ReviewReport> entity)
    {
        entity.ToTable("ReviewReports");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Words).HasMaxLength(500);
        entity.HasIndex(r => new { r.ReviewId, r.PersonId }).IsUnique();
        entity.HasIndex(r => new { r.DecidedAtUtc, r.AtUtc });
        entity.HasIndex(r => new { r.PersonId, r.AtUtc });
    }
}

internal sealed class NoReviewRequestsMap : IEntityTypeConfiguration<NoReviewRequests>
{
    public void Configure(EntityTypeBuilder<NoReviewRequests> entity)
    {
        entity.ToTable("NoReviewRequests");
        entity.HasKey(n => n.BuyerId);
    }
}

internal static class ReviewSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<DeliveredLine> DeliveredLines => db.Set<DeliveredLine>();
        public DbSet<Review> Reviews => db.Set<Review>();
        public DbSet<ReviewRevision> ReviewRevisions => db.Set<ReviewRevision>();
        public DbSet<ReviewReply> ReviewReplies => db.Set<ReviewReply>();
        public DbSet<ReviewStanding> ReviewStandings => db.Set<ReviewStanding>();
        public DbSet<HelpfulVote> HelpfulVotes => db.Set<HelpfulVote>();
        public DbSet<ReviewReport> ReviewReports => db.Set<ReviewReport>();
        public DbSet<NoReviewRequests> NoReviewRequests => db.Set<NoReviewRequests>();
    }
}

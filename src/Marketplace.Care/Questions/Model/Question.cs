using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Care.Questions.Model;

internal enum QuestionState
{
    Open,
    Answered,
    /// <summary>The shop does not answer it: it stays between the two.</summary>
    Dismissed,
}

/// <summary>What a buyer asks about a listing; only the two see it until the shop answers.</summary>
internal sealed class Question : ISharedRow, IVersioned
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string ListingId { get; init; }
    /// <summary>The end of the listing's address when it was asked.</summary>
    public required string Slug { get; init; }
    public required string ListingTitle { get; init; }
    public string? PictureRef { get; init; }
    public required string Author { get; init; }
    public required string Text { get; init; }
    public required DateTime AskedAtUtc { get; init; }
    public QuestionState State { get; private set; }
    public DateTime? ClosedAtUtc { get; private set; }
    public long Version { get; set; }

    public bool Answer(DateTime nowUtc) => Close(QuestionState.Answered, nowUtc);

    public bool Dismiss(DateTime nowUtc) => Close(QuestionState.Dismissed, nowUtc);

    private bool Close(QuestionState state, DateTime nowUtc)
    {
        if (State != QuestionState.Open) return false;
        (State, ClosedAtUtc) = (state, nowUtc);
        return true;
    }
}

/// <summary>A question with its answer, for everybody.</summary>
internal sealed class PublishedAnswer : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string QuestionId { get; init; }
    public required string ListingId { get; init; }
    public required string Question { get; init; }
    public required string Author { get; init; }
    public required DateTime AskedAtUtc { get; init; }
    public required string Answer { get; set; }
    public required DateTime AnsweredAtUtc { get; init; }
}

internal sealed class QuestionMap : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> entity)
    {
        entity.ToTable("Questions");
        entity.HasTenantKey();
        entity.Property(q => q.Slug).Ascii(140);
        entity.Property(q => q.ListingTitle).HasMaxLength(150);
        entity.Property(q => q.PictureRef).Ascii(64);
        entity.Property(q => q.Author).HasMaxLength(60);
        entity.Property(q => q.Text).HasMaxLength(1000);
        entity.HasIndex(q => new { q.BuyerId, q.AskedAtUtc });
        entity.HasIndex(q => new { q.TenantId, q.State, q.AskedAtUtc });
    }
}

internal sealed class PublishedAnswerMap : IEntityTypeConfiguration<PublishedAnswer>
{
    public void Configure(EntityTypeBuilder<PublishedAnswer> entity)
    {
        entity.ToTable("PublishedAnswers");
        entity.HasKey(a => new { a.TenantId, a.QuestionId });
        entity.Property(a => a.Question).HasMaxLength(1000);
        entity.Property(a => a.Author).HasMaxLength(60);
        entity.Property(a => a.Answer).HasMaxLength(2000);
        entity.HasIndex(a => new { a.ListingId, a.AnsweredAtUtc });
    }
}

internal static class QuestionSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<Question> Questions => db.Set<Question>();
        public DbSet<PublishedAnswer> PublishedAnswers => db.Set<PublishedAnswer>();
    }
}

using Marketplace.Accounts.Sellers.Review;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Sellers.Model;

/// <summary>A line of the talk about an application: a word of either side, a decision, a step that was done anew.</summary>
internal sealed class ReviewNote : ITenantRow, IAppendOnly
{
    public const int MaximumLength = 2000;

    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required DateTime AtUtc { get; init; }
    public required string Actor { get; init; }
    public required bool ByPlatform { get; init; }
    public required ReviewNoteKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>The points of the checklist that it is about; of a request, those that it opens again.</summary>
    public required IReadOnlyList<string> Steps { get; init; }
}

internal sealed class ReviewNoteMap : IEntityTypeConfiguration<ReviewNote>
{
    public void Configure(EntityTypeBuilder<ReviewNote> entity)
    {
        entity.ToTable("ReviewNotes");
        entity.HasTenantKey();
        entity.Property(n => n.Actor).Ascii(64);
        entity.Property(n => n.Text).HasMaxLength(ReviewNote.MaximumLength);
        entity.Property(n => n.Steps).AsJson().HasMaxLength(400);
    }
}

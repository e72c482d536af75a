using Marketplace.Catalog.Listings.Review;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Model;

/// <summary>
/// What a seller last sent to be looked at, one a listing; what was decided before stands in the audit log.
/// </summary>
public sealed class ListingSubmission : ITenantRow, IVersioned
{
    public const int MaximumReasonLength = 1000;

    public required string TenantId { get; init; }
    public required string ListingId { get; init; }
    public required string Title { get; set; }
    public SubmissionState State { get; set; }
    /// <summary>The listing's version that was sent: what was edited since is not part of it.</summary>
    public long ListingVersion { get; set; }
    /// <summary>A <see cref="RevisionSnapshot"/> as JSON; null where nothing was sent, only taken down.</summary>
    public string? Snapshot { get; set; }
    public List<HoldCause> Causes { get; set; } = [];
    /// <summary>Taken off sale by the marketplace, and not approved since.</summary>
    public bool IsTakenDown { get; set; }
    public required DateTime AtUtc { get; set; }
    public DateTime? DecidedAtUtc { get; set; }
    /// <summary>What the seller reads of a refusal.</summary>
    public string Reason { get; set; } = "";
    public long Version { get; set; }
}

internal sealed class ListingSubmissionMap : IEntityTypeConfiguration<ListingSubmission>
{
    public void Configure(EntityTypeBuilder<ListingSubmission> entity)
    {
        entity.ToTable("ListingSubmissions");
        entity.HasKey(s => new { s.TenantId, s.ListingId });
        entity.Property(s => s.Title).HasMaxLength(Listing.MaximumTitleLength);
        entity.Property(s => s.Reason).HasMaxLength(ListingSubmission.MaximumReasonLength);
        entity.Property(s => s.Causes).AsJson();
        entity.HasIndex(s => new { s.State, s.AtUtc });
        entity.HasIndex(s => s.ListingId);
        entity.HasOne<Listing>().WithMany().HasForeignKey(s => new { s.TenantId, s.ListingId });
    }
}

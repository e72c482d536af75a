using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Exchange.Model;

/// <summary>What the file says of one listing: its plan, what came of it, and what was there before.</summary>
public sealed class ImportItem : ITenantRow
{
    public required string TenantId { get; init; }
    public required string RunId { get; init; }
    /// <summary>From 1, in the order of the work: what is new, what changes, the rest.</summary>
    public required int Number { get; init; }
    public required int Line { get; init; }
    public required string Title { get; init; }
    public required string Sku { get; init; }
    public required ImportOutcome Outcome { get; init; }
    public ImportStep Step { get; set; }
    /// <summary>The listing's id; of a new one it is chosen with the plan, so that a repeat makes no second one.</summary>
    public string? ListingId { get; init; }
    /// <summary>The version that the plan was made for.</summary>
    public long? SeenVersion { get; init; }
    public ImportPlanned? Planned { get; init; }
    public List<FieldChange> Changes { get; init; } = [];
    public List<RowProblem> Problems { get; set; } = [];
    public bool HasProblems { get; set; }
    /// <summary>The listing's rows as they were, to be put back; null for one that was new.</summary>
    public string? Before { get; set; }
    /// <summary>Of the rows as the import left them: whoever changes them later is seen by it.</summary>
    public string? AfterHash { get; set; }
}

/// <param name="Publish">Whether buyers are to see it.</param>
/// <param name="Pause">Published and hidden at once: it was paused where it came from.</param>
/// <param name="Sources">Addresses or file names of pictures, by the mark that stands for each in the draft.</param>
public sealed record ImportPlanned(ListingDraft Draft, bool Publish, bool Pause, IReadOnlyList<string> Sources);

/// <summary>A picture that some import named, and what it became: asked for once, whatever the number of imports.</summary>
public sealed class FetchedPicture : ITenantRow
{
    public required string TenantId { get; init; }
    /// <summary>SHA-256 of the address; of a file from a ZIP, of the run and the name.</summary>
    public required string Key { get; init; }
    public string? PictureRef { get; set; }
    /// <summary>Why there is none.</summary>
    public string? Problem { get; set; }
    public required string RunId { get; set; }
}

internal sealed class ImportItemMap : IEntityTypeConfiguration<ImportItem>
{
    public void Configure(EntityTypeBuilder<ImportItem> entity)
    {
        entity.ToTable("ImportItems");
        entity.HasKey(i => new { i.TenantId, i.RunId, i.Number });
        entity.Property(i => i.Title).HasMaxLength(150);
        entity.Property(i => i.Sku).HasMaxLength(64);
        entity.Property(i => i.Planned!).AsJson();
        entity.Property(i => i.Changes).AsJson();
        entity.Property(i => i.Problems).AsJson();
        entity.Property(i => i.AfterHash).Ascii(64);
        entity.HasIndex(i => new { i.TenantId, i.RunId, i.Outcome, i.Line });
        entity.HasOne<ImportRun>().WithMany().HasForeignKey(i => new { i.TenantId, i.RunId });
    }
}

internal sealed class FetchedPictureMap : IEntityTypeConfiguration<FetchedPicture>
{
    public void Configure(EntityTypeBuilder<FetchedPicture> entity)
    {
        entity.ToTable("ImportPictures");
        entity.HasKey(p => new { p.TenantId, p.Key });
        entity.Property(p => p.Key).Ascii(64);
        entity.Property(p => p.PictureRef).Ascii(64);
        entity.Property(p => p.Problem).HasMaxLength(300);
    }
}

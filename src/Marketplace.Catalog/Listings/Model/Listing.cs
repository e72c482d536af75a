using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Model;

/// <summary>What a seller offers, as the seller works on it. Buyers see the projection of its last publication.</summary>
public sealed class Listing : ITenantRow, IVersioned
{
    public const int MaximumPictures = 12;
    public const int MaximumOptions = 3;
    public const int MaximumVariants = 100;
    public const int MaximumTitleLength = 150;

    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string ShortId { get; init; }
    public ListingState State { get; private set; }
    /// <summary>The title in the first language, for lists and search; texts are <see cref="ListingText"/> rows.</summary>
    public required string Title { get; set; }
    public string Brand { get; set; } = "";
    public string? CategoryId { get; set; }
    public List<ListingPicture> Pictures { get; set; } = [];
    public Dictionary<string, List<string>> Attributes { get; set; } = [];
    public List<ListingOption> Options { get; set; } = [];
    /// <summary>What buyers see now, or saw last.</summary>
    public string? RevisionId { get; private set; }
    public int Revisions { get; private set; }
    /// <summary>Edited since its last publication.</summary>
    public bool HasChanges { get; private set; }
    public required DateTime CreatedAtUtc { get; init; }
    public required DateTime ChangedAtUtc { get; set; }
    public DateTime? PublishedAtUtc { get; private set; }
    public DateTime? FirstPublishedAtUtc { get; private set; }
    /// <summary>When it shall be published by itself; null: only by hand.</summary>
    public DateTime? PublishAtUtc { get; set; }
    public long Version { get; set; }

    /// <summary>Raises the version itself: texts and variants are rows of their own, and a save of them alone counts.</summary>
    public void Edited(DateTime now)
    {
        Version++;
        ChangedAtUtc = now;
        HasChanges = RevisionId is not null;
    }

    public void Publish(string revisionId, DateTime now)
    {
        (State, RevisionId, HasChanges, Revisions) = (ListingState.Published, revisionId, false, Revisions + 1);
        PublishAtUtc = null;
        (PublishedAtUtc, FirstPublishedAtUtc, ChangedAtUtc) = (now, FirstPublishedAtUtc ?? now, now);
    }

    /// <summary>False when the state does not allow it.</summary>
    public bool TryPause(DateTime now) => TryMove(ListingState.Published, ListingState.Paused, now);

    public bool TryResume(DateTime now) => TryMove(ListingState.Paused, ListingState.Published, now);

    public bool TryArchive(DateTime now)
    {
        if (State == ListingState.Archived) return false;
        (State, ChangedAtUtc, PublishAtUtc) = (ListingState.Archived, now, null);
        return true;
    }

    /// <summary>Back from the archive as a draft: it must pass the checks again before buyers see it.</summary>
    public bool TryRestore(DateTime now) => TryMove(ListingState.Archived, ListingState.Draft, now);

    private bool TryMove(ListingState from, ListingState to, DateTime now)
    {
        if (State != from) return false;
        (State, ChangedAtUtc) = (to, now);
        return true;
    }
}

internal sealed class ListingMap : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> entity)
    {
        entity.ToTable("Listings");
        entity.HasTenantKey();
        entity.Property(l => l.ShortId).Ascii(12);
        entity.Property(l => l.Title).HasMaxLength(Listing.MaximumTitleLength);
        entity.Property(l => l.Brand).HasMaxLength(80);
        entity.Property(l => l.Pictures).AsJson();
        entity.Property(l => l.Attributes).AsJson();
        entity.Property(l => l.Options).AsJson();
        entity.HasIndex(l => l.PublishAtUtc);
        // The platform's staff open a listing by its id alone.
        entity.HasIndex(l => l.Id);
        entity.HasIndex(l => new { l.TenantId, l.State, l.ChangedAtUtc });
        entity.HasIndex(l => new { l.TenantId, l.ChangedAtUtc });
    }
}

/// <summary>A listing's words in one locale, as the seller typed them.</summary>
public sealed class ListingText : ITenantRow
{
    public required string TenantId { get; init; }
    public required string ListingId { get; init; }
    public required string Locale { get; init; }
    public required string Title { get; set; }
    /// <summary>Paragraphs with simple marks (see <c>Description</c>).</summary>
    public string Description { get; set; } = "";
    public string SeoTitle { get; set; } = "";
    public string SeoDescription { get; set; } = "";
}

internal sealed class ListingTextMap : IEntityTypeConfiguration<ListingText>
{
    public void Configure(EntityTypeBuilder<ListingText> entity)
    {
        entity.ToTable("ListingTexts");
        entity.HasKey(t => new { t.TenantId, t.ListingId, t.Locale });
        entity.Property(t => t.Locale).Ascii(12);
        entity.Property(t => t.Title).HasMaxLength(Listing.MaximumTitleLength);
        entity.Property(t => t.SeoTitle).HasMaxLength(70);
        entity.Property(t => t.SeoDescription).HasMaxLength(170);
        entity.HasOne<Listing>().WithMany().HasForeignKey(t => new { t.TenantId, t.ListingId });
    }
}

using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Exchange.Model;

/// <summary>
/// One file's way into the catalogue. Its items are worked through in their order; the cursor moves in the transaction
/// of what it counts, so that after a crash the next batch begins exactly where the last one ended.
/// </summary>
public sealed class ImportRun : ITenantRow, IVersioned
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string FileName { get; init; }
    public required string Path { get; init; }
    /// <summary>A ZIP of pictures that came with the file.</summary>
    public string? PicturesPath { get; init; }
    public ImportKind Kind { get; init; }
    /// <summary>"UTF-8", "Windows-1252", "XLSX" …, as shown.</summary>
    public string Encoding { get; init; } = "";
    /// <summary>The same titles again are mapped as they were the last time.</summary>
    public required string HeaderHash { get; init; }
    public List<ImportColumn> Columns { get; set; } = [];
    public required ImportOptions Options { get; set; }
    public ImportState State { get; private set; }
    public required string StartedBy { get; init; }
    public required DateTime AtUtc { get; init; }
    public DateTime? EndedAtUtc { get; private set; }
    /// <summary>How many items of the present step are done.</summary>
    public int Cursor { get; set; }
    public int Items { get; private set; }
    public int Rows { get; private set; }
    public string? Failure { get; private set; }
    public long Version { get; set; }

    public void Check(List<ImportColumn> columns, ImportOptions options)
    {
        (Columns, Options, State) = (columns, options, ImportState.Checking);
        (Cursor, Items, Rows, Failure) = (0, 0, 0, null);
    }

    public void Begin(ImportState step) => (State, Cursor) = (step, 0);

    public void Checked(int items, int rows) => (Items, Rows, Cursor, State) = (items, rows, 0, ImportState.Ready);

    public void Fail(string why, DateTime now) => (Failure, State, EndedAtUtc) = (why, ImportState.Failed, now);

    public void End(ImportState state, DateTime now) => (State, EndedAtUtc) = (state, now);
}

internal sealed class ImportRunMap : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> entity)
    {
        entity.ToTable("ImportRuns");
        entity.HasTenantKey();
        entity.Property(r => r.FileName).HasMaxLength(120);
        entity.Property(r => r.Path).Ascii(200);
        entity.Property(r => r.PicturesPath).Ascii(200);
        entity.Property(r => r.Encoding).Ascii(40);
        entity.Property(r => r.HeaderHash).Ascii(64);
        entity.Property(r => r.StartedBy).Ascii(64);
        entity.Property(r => r.Columns).AsJson();
        entity.Property(r => r.Options).AsJson();
        entity.HasIndex(r => new { r.TenantId, r.HeaderHash });
        // The worker asks for runs of all sellers that have something to do.
        entity.HasIndex(r => new { r.State, r.Id });
    }
}

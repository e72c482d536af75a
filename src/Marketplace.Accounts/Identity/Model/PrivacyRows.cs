using Marketplace.Accounts.Identity.Privacy;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>A copy of all that is kept of a person, made by a job and there for some days.</summary>
internal sealed class DataExport : IPlatformRow
{
    public required string Id { get; init; }
    public required string PersonId { get; init; }
    public required DateTime RequestedAtUtc { get; init; }
    public DataExportState State { get; set; }
    public DateTime? ReadyAtUtc { get; set; }
    public DateTime? UntilUtc { get; set; }

    public string Path => $"p/exports/{Id}.zip";
}

internal sealed class AccountDeletion : IPlatformRow
{
    public required string PersonId { get; init; }
    public required DateTime RequestedAtUtc { get; init; }
    public required DateTime DueAtUtc { get; set; }
    public DateTime? DoneAtUtc { get; set; }
}

internal static class PrivacySets
{
    extension(PlatformDb db)
    {
        public DbSet<DataExport> DataExports => db.Set<DataExport>();
        public DbSet<AccountDeletion> AccountDeletions => db.Set<AccountDeletion>();
    }
}

internal sealed class DataExportMap : IEntityTypeConfiguration<DataExport>
{
    public void Configure(EntityTypeBuilder<DataExport> entity)
    {
        entity.ToTable("DataExports");
        entity.HasKey(e => e.Id);
        entity.Ignore(e => e.Path);
        entity.HasIndex(e => new { e.PersonId, e.RequestedAtUtc });
        entity.HasIndex(e => new { e.State, e.UntilUtc });
    }
}

internal sealed class AccountDeletionMap : IEntityTypeConfiguration<AccountDeletion>
{
    public void Configure(EntityTypeBuilder<AccountDeletion> entity)
    {
        entity.ToTable("AccountDeletions");
        entity.HasKey(d => d.PersonId);
        entity.HasIndex(d => new { d.DoneAtUtc, d.DueAtUtc });
    }
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Kernel.Jobs;

/// <summary>The last run of each job, for the admin's list and the health page.</summary>
public sealed class JobRun : IPlatformRow
{
    public required string Name { get; init; }
    public DateTime StartedAtUtc { get; set; }
    public DateTime? EndedAtUtc { get; set; }
    public bool Failed { get; set; }
    public string Outcome { get; set; } = "";
    public long Runs { get; set; }
    public long Failures { get; set; }

    /// <summary>Kept when later runs succeed: what fails now and then would never be seen in the last run.</summary>
    public DateTime? LastFailureAtUtc { get; set; }
    public string? LastFailure { get; set; }
}

internal sealed class JobRunMap : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> entity)
    {
        entity.ToTable("JobRuns");
        entity.HasKey(r => r.Name);
        entity.Property(r => r.Name).Ascii(80);
        entity.Property(r => r.Outcome).HasMaxLength(1000);
        entity.Property(r => r.LastFailure).HasMaxLength(1000);
    }
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>
/// One browser that is signed in. The cookie holds the id alone; every request reads this row, so that ending it works
/// at the next click. It is worth nothing once the person's security stamp is another one.
/// </summary>
internal sealed class PersonSession : IPlatformRow
{
    public required string Id { get; init; }
    public required string PersonId { get; init; }
    public required string Stamp { get; set; }

    /// <summary>Browser and system, as people say them: Firefox · Linux.</summary>
    public required string Device { get; init; }

    /// <summary>The beginning of the address, enough to tell home from abroad.</summary>
    public required string Network { get; init; }

    public required DateTime StartedAtUtc { get; init; }
    public required DateTime SeenAtUtc { get; set; }

    /// <summary>When it was last shown that it is really them.</summary>
    public required DateTime ProvedAtUtc { get; set; }

    /// <summary>A code, a passkey or a recovery code was asked for and given.</summary>
    public required bool SecondFactor { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    /// <summary>The shop that staff look at as its seller would, read-only, until the time is up.</summary>
    public string? ViewTenantId { get; set; }

    public DateTime? ViewUntilUtc { get; set; }
}

internal sealed class PersonSessionMap : IEntityTypeConfiguration<PersonSession>
{
    public void Configure(EntityTypeBuilder<PersonSession> entity)
    {
        entity.ToTable("Sessions");
        entity.HasKey(s => s.Id);
        entity.Property(s => s.Stamp).Ascii(64);
        entity.Property(s => s.Device).HasMaxLength(80);
        entity.Property(s => s.Network).Ascii(50);
        entity.HasIndex(s => new { s.PersonId, s.SeenAtUtc });
        entity.HasIndex(s => s.SeenAtUtc);
        entity.HasIndex(s => s.ViewUntilUtc);
        entity.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

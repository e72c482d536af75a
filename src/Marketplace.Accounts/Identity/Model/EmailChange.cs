using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>
/// A person's wish to have another mail address, until the link that went there is opened. Only the link's hash is kept.
/// </summary>
internal sealed class EmailChange : IPlatformRow
{
    public required string Hash { get; init; }
    public required string PersonId { get; init; }
    public required string NewEmail { get; init; }

    /// <summary>As it was: whoever changes the password or is shut out takes the wish with it.</summary>
    public required string SecurityStamp { get; init; }

    public required DateTime UntilUtc { get; init; }

    /// <summary>When it was used, or a later wish took its place.</summary>
    public DateTime? EndedAtUtc { get; init; }
}

internal sealed class EmailChangeMap : IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<EmailChange> entity)
    {
        entity.ToTable("EmailChanges");
        entity.HasKey(c => c.Hash);
        entity.Property(c => c.Hash).Ascii(64);
        entity.Property(c => c.NewEmail).HasMaxLength(256);
        entity.Property(c => c.SecurityStamp).Ascii(64);
        entity.HasIndex(c => new { c.PersonId, c.UntilUtc });
        entity.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>One of ten codes for the day the telephone is lost. 78 bits of chance, hence a plain hash will do.</summary>
internal sealed class RecoveryCode : IPlatformRow
{
    public required string PersonId { get; init; }
    public required string Hash { get; init; }
    public DateTime? UsedAtUtc { get; init; }
}

internal sealed class RecoveryCodeMap : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> entity)
    {
        entity.ToTable("RecoveryCodes");
        entity.HasKey(c => new { c.PersonId, c.Hash });
        entity.Property(c => c.Hash).Ascii(64);
        entity.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}

/// <summary>A passkey's question that was answered: the same answer again is refused.</summary>
internal sealed class SpentQuestion : IPlatformRow
{
    public required string Hash { get; init; }
    public required DateTime AtUtc { get; init; }
}

internal sealed class SpentQuestionMap : IEntityTypeConfiguration<SpentQuestion>
{
    public void Configure(EntityTypeBuilder<SpentQuestion> entity)
    {
        entity.ToTable("SpentQuestions");
        entity.HasKey(q => q.Hash);
        entity.Property(q => q.Hash).Ascii(64);
        entity.HasIndex(q => q.AtUtc);
    }
}

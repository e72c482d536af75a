using System.Security.Cryptography;
using System.Text;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>
/// A link in a mail that works once and not for long. Only the hash is kept: whoever reads the table cannot use it.
/// </summary>
internal sealed class OneTimeToken : IPlatformRow
{
    public required string Hash { get; init; }
    public required TokenPurpose Purpose { get; init; }
    public required string PersonId { get; init; }
    public required DateTime UntilUtc { get; init; }
    public DateTime? UsedAtUtc { get; init; }

    /// <summary>The new mail address that the link shows to be theirs.</summary>
    public string? Email { get; init; }

    /// <summary>256 bits of chance, safe in an address.</summary>
    public static string NewSecret() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal enum TokenPurpose
{
    ResetPassword,
    ConfirmEmail,
    ChangeEmail,
}

internal sealed class OneTimeTokenMap : IEntityTypeConfiguration<OneTimeToken>
{
    public void Configure(EntityTypeBuilder<OneTimeToken> entity)
    {
        entity.ToTable("OneTimeTokens");
        entity.HasKey(t => t.Hash);
        entity.Property(t => t.Hash).Ascii(64);
        entity.Property(t => t.Email).HasMaxLength(256);
        entity.HasIndex(t => new { t.PersonId, t.Purpose });
        entity.HasIndex(t => t.UntilUtc);
        entity.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
    }
}

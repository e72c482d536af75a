using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>
/// A program's way into one shop. Only its hash is kept: whoever reads the table cannot use it. The prefix finds it and
/// names it to people.
/// </summary>
internal sealed class ApiKey : IPlatformRow
{
    /// <summary>The <see cref="TenantId"/> of a key of staff: it opens the console, and no shop.</summary>
    public const string OfStaff = "";

    public required string Id { get; init; }
    public required string TenantId { get; init; }
    public required string Name { get; init; }
    public required string Prefix { get; init; }
    public required string Hash { get; init; }
    public required List<string> Scopes { get; init; }
    /// <summary>The key may never do more than this person may.</summary>
    public required string MadeById { get; init; }
    public required DateTime AtUtc { get; init; }
    public DateTime? UntilUtc { get; init; }
    public DateTime? LastUsedAtUtc { get; init; }
    public DateTime? RevokedAtUtc { get; init; }
}

internal sealed class ApiKeyMap : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> entity)
    {
        entity.ToTable("ApiKeys");
        entity.HasKey(k => k.Id);
        entity.Property(k => k.Name).HasMaxLength(60);
        entity.Property(k => k.Prefix).Ascii(16);
        entity.Property(k => k.Hash).Ascii(64);
        entity.Property(k => k.Scopes).AsJson().HasMaxLength(200);
        entity.HasIndex(k => k.Prefix).IsUnique();
        entity.HasIndex(k => new { k.TenantId, k.RevokedAtUtc });
        entity.HasOne<Person>().WithMany().HasForeignKey(k => k.MadeById);
    }
}

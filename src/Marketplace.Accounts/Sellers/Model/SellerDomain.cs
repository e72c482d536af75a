using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Sellers.Model;

/// <summary>
/// A host name that a seller says is its own. Several may claim one name; it works only for who proves it
/// (<see cref="ProvenDomain"/>) by the token in a DNS TXT record.
/// </summary>
internal sealed class SellerDomain : ITenantRow
{
    public required string TenantId { get; init; }
    public required string Host { get; init; }
    public required string ProofToken { get; init; }
    public required DateTime AtUtc { get; init; }

    /// <summary>The record's name: <c>_marketplace-proof.shop.example</c>.</summary>
    public static string RecordName(string host) => "_marketplace-proof." + host;
}

/// <summary>A host name and whose it is; the key keeps it from two sellers.</summary>
internal sealed class ProvenDomain : IPlatformRow
{
    public required string Host { get; init; }
    public required string TenantId { get; init; }
    public required DateTime ProvenAtUtc { get; init; }
}

internal sealed class SellerDomainMap : IEntityTypeConfiguration<SellerDomain>
{
    public void Configure(EntityTypeBuilder<SellerDomain> entity)
    {
        entity.ToTable("SellerDomains");
        entity.HasKey(d => new { d.TenantId, d.Host });
        entity.Property(d => d.Host).Ascii(253);
        entity.Property(d => d.ProofToken).Ascii(64);
    }
}

internal sealed class ProvenDomainMap : IEntityTypeConfiguration<ProvenDomain>
{
    public void Configure(EntityTypeBuilder<ProvenDomain> entity)
    {
        entity.ToTable("ProvenDomains");
        entity.HasKey(d => d.Host);
        entity.Property(d => d.Host).Ascii(253);
        entity.HasIndex(d => d.TenantId);
    }
}

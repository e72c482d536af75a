using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Sellers.Model;

/// <summary>Which version of the seller terms was accepted, by whom and when: evidence, written once.</summary>
internal sealed class TermsAcceptance : ITenantRow, IAppendOnly
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required int TermsVersion { get; init; }
    public required string PersonId { get; init; }
    public required DateTime AtUtc { get; init; }
}

internal sealed class TermsAcceptanceMap : IEntityTypeConfiguration<TermsAcceptance>
{
    public void Configure(EntityTypeBuilder<TermsAcceptance> entity)
    {
        entity.ToTable("TermsAcceptances");
        entity.HasTenantKey();
        entity.HasIndex(t => new { t.TenantId, t.TermsVersion }).IsUnique();
    }
}

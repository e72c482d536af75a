using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>A person's place in one seller's team; a person may have several.</summary>
internal sealed class Membership : IPlatformRow
{
    public required string TenantId { get; init; }
    public required string PersonId { get; init; }
    public required SellerRole Role { get; set; }
    public required DateTime SinceUtc { get; init; }
}

internal sealed class MembershipMap : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> entity)
    {
        entity.ToTable("Memberships");
        entity.HasKey(m => new { m.TenantId, m.PersonId });
        entity.HasIndex(m => m.PersonId);
        entity.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

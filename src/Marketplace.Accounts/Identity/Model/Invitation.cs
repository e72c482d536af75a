using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>A place offered to a mail address; whoever signs in and holds the mail's link takes it, once.</summary>
internal sealed class Invitation : IPlatformRow
{
    public required string Id { get; init; }
    public required string TenantId { get; init; }
    public required string Email { get; init; }
    public required SellerRole Role { get; init; }
    public required string TokenHash { get; init; }
    public required string InvitedById { get; init; }
    public required DateTime AtUtc { get; init; }
    public required DateTime UntilUtc { get; init; }
    public DateTime? EndedAtUtc { get; init; }
    public string? AcceptedById { get; init; }
}

internal sealed class InvitationMap : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> entity)
    {
        entity.ToTable("Invitations");
        entity.HasKey(i => i.Id);
        entity.Property(i => i.Email).HasMaxLength(256);
        entity.Property(i => i.TokenHash).Ascii(64);
        entity.HasIndex(i => i.TokenHash).IsUnique();
        entity.HasIndex(i => new { i.TenantId, i.EndedAtUtc });
    }
}

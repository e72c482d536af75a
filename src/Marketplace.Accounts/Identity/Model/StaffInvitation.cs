using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>A place on the platform's staff, offered to one mail address and taken by its account alone.</summary>
internal sealed class StaffInvitation : IPlatformRow
{
    public required string Id { get; init; }
    public required string Email { get; init; }
    public required AdminRole Role { get; init; }
    public required string TokenHash { get; init; }
    public required string InvitedById { get; init; }
    public required DateTime AtUtc { get; init; }
    public required DateTime UntilUtc { get; init; }
    public DateTime? EndedAtUtc { get; init; }
    public string? AcceptedById { get; init; }
}

internal sealed class StaffInvitationMap : IEntityTypeConfiguration<StaffInvitation>
{
    public void Configure(EntityTypeBuilder<StaffInvitation> entity)
    {
        entity.ToTable("StaffInvitations");
        entity.HasKey(i => i.Id);
        entity.Property(i => i.Email).HasMaxLength(256);
        entity.Property(i => i.TokenHash).Ascii(64);
        entity.Property(i => i.InvitedById).Ascii(64);
        entity.HasIndex(i => i.TokenHash).IsUnique();
        entity.HasIndex(i => i.EndedAtUtc);
    }
}

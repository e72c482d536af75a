using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Hooks.Model;

/// <summary>
/// An address of a seller's program that is told of what happens. Its secret signs what is sent, so it must be read
/// again: it lies here sealed.
/// </summary>
internal sealed class HookEndpoint : ITenantRow
{
    public const int LongestUrl = 500;

    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string Url { get; set; }
    public required List<string> Events { get; set; }
    public required string SealedSecret { get; set; }

    /// <summary>The secret before: both sign until then, so that a receiver can change over.</summary>
    public string? OldSealedSecret { get; set; }
    public DateTime? OldSecretUntilUtc { get; set; }
    public HookState State { get; set; }
    public required DateTime AtUtc { get; init; }
    public DateTime? DeliveredAtUtc { get; init; }

    /// <summary>The first failure since the last success.</summary>
    public DateTime? FailingSinceUtc { get; set; }
}

internal sealed class HookEndpointMap : IEntityTypeConfiguration<HookEndpoint>
{
    public void Configure(EntityTypeBuilder<HookEndpoint> entity)
    {
        entity.ToTable("HookEndpoints");
        entity.HasTenantKey();
        entity.Property(e => e.Url).HasMaxLength(HookEndpoint.LongestUrl);
        entity.Property(e => e.Events).AsJson().HasMaxLength(1000);
        entity.Property(e => e.SealedSecret).Ascii(1000);
        entity.Property(e => e.OldSealedSecret).Ascii(1000);
    }
}

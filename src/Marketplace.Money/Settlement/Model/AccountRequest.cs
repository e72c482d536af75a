using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Settlement.Model;

/// <summary>
/// What a seller's account was first asked for with: whoever asks again under the same key must say the same, even when
/// another member of the team, with another mail address, asks.
/// </summary>
internal sealed class AccountRequest : IPlatformRow
{
    public required string TenantId { get; init; }

    /// <summary>Part of the key; counts what was refused, since a key remembers a refusal as well.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>Empty after a refusal: the next one who asks says it anew.</summary>
    public required string Parameters { get; set; }
}

internal sealed class AccountRequestMap : IEntityTypeConfiguration<AccountRequest>
{
    public void Configure(EntityTypeBuilder<AccountRequest> entity)
    {
        entity.ToTable("PayoutAccountRequests");
        entity.HasKey(r => r.TenantId);
        entity.Property(r => r.Parameters).HasMaxLength(2000);
    }
}

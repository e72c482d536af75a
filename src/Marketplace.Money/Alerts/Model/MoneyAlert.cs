using Marketplace.Kernel.Data;
using Marketplace.Money.Alerts.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Alerts.Model;

/// <summary>Something about the money that a person must look at; open until it is settled or somebody closes it.</summary>
public sealed class MoneyAlert : IPlatformRow
{
    public required AlertKind Kind { get; init; }
    public required string Reference { get; init; }
    public required string Detail { get; set; }
    public string? TenantId { get; init; }
    public string? OrderId { get; init; }
    public long? AmountMinor { get; set; }
    public string? CurrencyCode { get; init; }
    public required DateTime RaisedAtUtc { get; set; }
    public DateTime? ClosedAtUtc { get; set; }
    public string? ClosedBy { get; set; }
}

internal sealed class MoneyAlertMap : IEntityTypeConfiguration<MoneyAlert>
{
    public void Configure(EntityTypeBuilder<MoneyAlert> entity)
    {
        entity.ToTable("MoneyAlerts");
        entity.HasKey(a => new { a.Kind, a.Reference });
        entity.Property(a => a.Reference).Ascii(120);
        entity.Property(a => a.Detail).HasMaxLength(300);
        entity.Property(a => a.OrderId).Ascii(100);
        entity.Property(a => a.CurrencyCode).Ascii(3);
        entity.Property(a => a.ClosedBy).Ascii(64);
        entity.HasIndex(a => new { a.ClosedAtUtc, a.RaisedAtUtc });
        entity.HasIndex(a => new { a.TenantId, a.ClosedAtUtc });
    }
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Commissions.Model;

/// <summary>
/// A share of the platform. Rules are tried in their order; the first that fits a line decides. The platform's default
/// fits every line and stands last.
/// </summary>
public sealed class CommissionRule : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required int Position { get; set; }
    public required string Name { get; set; }
    /// <summary>Only this seller's lines; null for all.</summary>
    public string? TenantId { get; set; }
    /// <summary>Only lines in this category or below it; null for all.</summary>
    public string? CategoryId { get; set; }
    public required int RateBps { get; set; }
    public long Version { get; set; }

    public bool IsDefault => TenantId is null && CategoryId is null;

    public bool Fits(string tenantId, IReadOnlyList<string> categoryPath) =>
        (TenantId is null || TenantId == tenantId) && (CategoryId is null || categoryPath.Contains(CategoryId));
}

internal sealed class CommissionRuleMap : IEntityTypeConfiguration<CommissionRule>
{
    public void Configure(EntityTypeBuilder<CommissionRule> entity)
    {
        entity.ToTable("CommissionRules", t => t.HasCheckConstraint(
            "CK_CommissionRules_RateBps", "\"RateBps\" >= 0 AND \"RateBps\" <= 10000"));
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Name).HasMaxLength(80);
        entity.Ignore(r => r.IsDefault);
        entity.HasIndex(r => r.Position);
    }
}

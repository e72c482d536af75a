using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Sellers.Model;

/// <summary>
/// A way to sell here that shops choose. There is no fee for it: what differs is the commission and how much may be on
/// sale. A shop keeps the conditions that it chose, whatever becomes of the plan.
/// </summary>
internal sealed class SellerPlan : IPublishedRow, IVersioned
{
    public required string Id { get; init; }
    public required int Position { get; init; }
    public required string Name { get; set; }

    /// <summary>Added to the commission of the rules, in hundredths of a percent; negative makes it less.</summary>
    public required int CommissionDeltaBps { get; set; }

    /// <summary>How many listings may be on sale at once; null for any number.</summary>
    public required int? MaximumListings { get; set; }

    /// <summary>Whether shops may choose it from now on.</summary>
    public required bool IsOffered { get; set; }

    public long Version { get; set; }
}

internal sealed class SellerPlanMap : IEntityTypeConfiguration<SellerPlan>
{
    public void Configure(EntityTypeBuilder<SellerPlan> entity)
    {
        entity.ToTable("SellerPlans");
        entity.HasKey(p => p.Id);
        entity.Property(p => p.Name).HasMaxLength(40);
    }
}

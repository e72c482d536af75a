using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>What buyers think of a listing; the platform writes it, a row of its own beside the seller's projection.</summary>
public sealed class ListingRating : IPublishedRow
{
    public required string ListingId { get; init; }
    public required string TenantId { get; init; }
    /// <summary>Mean of stars times 100.</summary>
    public int RatingHundredths { get; set; }
    public int RatingCount { get; set; }
    /// <summary>How many gave one star, two, … five; empty where nobody has counted.</summary>
    public List<int> Stars { get; set; } = [];
}

internal sealed class ListingRatingMap : IEntityTypeConfiguration<ListingRating>
{
    public void Configure(EntityTypeBuilder<ListingRating> entity)
    {
        entity.ToTable("ListingRatings");
        entity.HasKey(r => r.ListingId);
        entity.Property(r => r.Stars).AsJson().HasMaxLength(100);
    }
}

/// <summary>
/// Sets what the reviews of a listing come to; search is told when that has changed. Error: <c>listing.not-found</c>.
/// </summary>
/// <param name="Stars">How many gave one star, two, … five.</param>
[Internal]
public sealed record SetListingRating(string ListingId, int RatingHundredths, int RatingCount, IReadOnlyList<int>? Stars = null)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SetListingRatingHandler(PlatformDb db) : ICommandHandler<SetListingRating, Result>
{
    public async ValueTask<Result> Handle(SetListingRating command, CancellationToken cancellationToken)
    {
        var tenantId = await db.ListingChanges.Where(c => c.ListingId == command.ListingId)
            .Select(c => c.TenantId).SingleOrDefaultAsync(cancellationToken);
        if (tenantId is null) return ListingErrors.NotFound;
        var row = await db.ListingRatings.SingleOrDefaultAsync(r => r.ListingId == command.ListingId, cancellationToken);
        if (row is null) db.Add(row = new ListingRating { ListingId = command.ListingId, TenantId = tenantId });
        row.Stars = [.. command.Stars ?? []];
        if ((row.RatingHundredths, row.RatingCount) == (command.RatingHundredths, command.RatingCount)) return Result.Success();
        (row.RatingHundredths, row.RatingCount) = (command.RatingHundredths, command.RatingCount);
        await ListingChanges.BumpAsync(db, [(tenantId, command.ListingId)], cancellationToken);
        return Result.Success();
    }
}

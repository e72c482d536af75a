using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// Has the listing published at an instant, as it is saved then; or, without one, no longer. What is missing is said
/// now, not at the instant. Errors: those of <see cref="PublishListing"/>.
/// </summary>
/// <param name="AtUtc">Within a year; null takes the plan back.</param>
[Seller(SellerPermissions.Listings)]
public sealed record SchedulePublication(string ListingId, DateTime? AtUtc) : ICommand<Result>, ISellerTransaction;

internal sealed class SchedulePublicationValidator : AbstractValidator<SchedulePublication>
{
    public SchedulePublicationValidator(TimeProvider clock) => RuleFor(m => m.AtUtc)
        .Must(at => at is null || at > clock.GetUtcNow().UtcDateTime).WithMessage("Choose a moment that is still to come.")
        .Must(at => at is null || at < clock.GetUtcNow().UtcDateTime.AddDays(366)).WithMessage("Choose a moment within a year.");
}

internal sealed class SchedulePublicationHandler(SellerDb db) : ICommandHandler<SchedulePublication, Result>
{
    public async ValueTask<Result> Handle(SchedulePublication command, CancellationToken cancellationToken)
    {
        var copy = await WorkingCopy.ReadAsync(db, command.ListingId, cancellationToken);
        if (copy is null) return ListingErrors.NotFound;
        if (copy.Listing.State == ListingState.Archived) return ListingErrors.WrongState("published; restore it first");
        if (command.AtUtc is not null && copy.Problems() is { Count: > 0 } problems) return ListingErrors.NotReady(problems);
        copy.Listing.PublishAtUtc = command.AtUtc;
        return Result.Success();
    }
}

/// <summary>All of a listing that a publication shows.</summary>
internal sealed record WorkingCopy(
    Listing Listing, IReadOnlyList<ListingText> Texts, IReadOnlyList<ListingVariant> Variants,
    IReadOnlyList<OfferPrice> Prices, CategoryTree Tree)
{
    public static async Task<WorkingCopy?> ReadAsync(SellerDb db, string listingId, CancellationToken cancellation)
    {
        if (await db.Listings.SingleOrDefaultAsync(l => l.Id == listingId, cancellation) is not { } listing) return null;
        var texts = await db.ListingTexts.Where(t => t.ListingId == listing.Id).ToListAsync(cancellation);
        var variants = await db.ListingVariants.Where(v => v.ListingId == listing.Id).OrderBy(v => v.Position).ToListAsync(cancellation);
        var offers = variants.Select(v => v.Id).ToList();
        var prices = await db.OfferPrices.AsNoTracking()
            .Where(p => p.TenantId == listing.TenantId && offers.Contains(p.OfferId)).ToListAsync(cancellation);
        return new WorkingCopy(listing, texts, variants, prices, await CategoryTreeReader.ReadAsync(db, cancellation));
    }

    public Dictionary<string, string[]> Problems() => Readiness.Problems(Listing, Texts, Variants, Prices, Tree);
}

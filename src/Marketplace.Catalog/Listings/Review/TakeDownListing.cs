using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Review;

/// <summary>
/// Takes a listing off sale with a reason that its owners read; it comes back only once it was looked at again. Errors:
/// <c>listing.not-found</c>, <c>listing.not-on-sale</c>, <c>listing.changed</c>.
/// </summary>
[Admin(AdminPermissions.Moderation)]
public sealed record TakeDownListing(string ListingId, string Reason) : ICommand<Result>, IPlatformTransaction;

internal sealed class TakeDownListingValidator : AbstractValidator<TakeDownListing>
{
    public TakeDownListingValidator() => RuleFor(d => PlainText.Clean(d.Reason))
        .MinimumLength(5).WithMessage("Say why: the seller reads this.")
        .MaximumLength(ListingSubmission.MaximumReasonLength).WithMessage("At most 1000 characters.").OverridePropertyName("Reason");
}

internal sealed class TakeDownListingHandler(
    PlatformDb db, IDatabaseProvider database, ISender sender, AuditTrail audit, EventBuffer events, TimeProvider clock)
    : ICommandHandler<TakeDownListing, Result>
{
    public async ValueTask<Result> Handle(TakeDownListing command, CancellationToken cancellationToken)
    {
        var listing = await db.Listings.SingleOrDefaultAsync(l => l.Id == command.ListingId, cancellationToken);
        if (listing is null) return ListingErrors.NotFound;
        var row = await db.ListingSubmissions
            .SingleOrDefaultAsync(s => s.TenantId == listing.TenantId && s.ListingId == listing.Id, cancellationToken);
        if (row is { IsTakenDown: true } || listing.State != ListingState.Published) return ListingErrors.NotOnSale;
        var (now, reason) = (clock.GetUtcNow().UtcDateTime, PlainText.Clean(command.Reason));
        if (row is null)
        {
            row = new ListingSubmission { TenantId = listing.TenantId, ListingId = listing.Id, Title = listing.Title, AtUtc = now };
            db.Add(row);
        }

        // What waited with it waits no more: it must be sent again, mended.
        (row.State, row.IsTakenDown, row.Snapshot, row.Causes) = (SubmissionState.TakenDown, true, null, []);
        (row.Title, row.AtUtc, row.DecidedAtUtc, row.Reason) = (listing.Title, now, now, reason);
        listing.TryPause(now);
        listing.PublishAtUtc = null;
        await Publication.ShowAsync(db, events, clock, listing, isLive: false, cancellationToken);
        if (!await db.TrySaveAsync(database, cancellationToken)) return ListingErrors.Changed;
        audit.Note(db, "listing.taken-down", "listing", listing.Id, $"{listing.Title}: {reason}", listing.TenantId);
        return await ListingMails.TellAsync(
            db, sender, listing.TenantId, listing.Id, $"listing/taken-down/{listing.Id}/{now.Ticks}",
            ListingMails.TakenDown(listing.Title, reason), cancellationToken);
    }
}

using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Review;

/// <summary>
/// Lets a listing that was sent on sale as it was sent, or sends it back with a reason; its owners are told. What the
/// seller edited since it was sent waits anew. Errors: <c>listing.not-found</c>, <c>listing.not-waiting</c>.
/// </summary>
/// <param name="ListingVersion">The one that was looked at.</param>
[Admin(AdminPermissions.Moderation)]
public sealed record DecideOnListing(string ListingId, long ListingVersion, bool Approve, string Reason = "")
    : ICommand<Result>, IPlatformTransaction;

internal sealed class DecideOnListingValidator : AbstractValidator<DecideOnListing>
{
    public DecideOnListingValidator()
    {
        RuleFor(d => PlainText.Clean(d.Reason)).MaximumLength(ListingSubmission.MaximumReasonLength).OverridePropertyName("Reason")
            .WithMessage("At most 1000 characters.");
        RuleFor(d => PlainText.Clean(d.Reason)).MinimumLength(5).OverridePropertyName("Reason").When(d => !d.Approve)
            .WithMessage("Say what the seller should mend: they read this.");
    }
}

internal sealed class DecideOnListingHandler(
    PlatformDb db, ISender sender, AuditTrail audit, TimeProvider clock) : ICommandHandler<DecideOnListing, Result>
{
    public async ValueTask<Result> Handle(DecideOnListing command, CancellationToken cancellationToken)
    {
        var found = await db.ListingSubmissions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.ListingId == command.ListingId, cancellationToken);
        if (found is null) return ListingErrors.NotFound;
        var (now, reason) = (clock.GetUtcNow().UtcDateTime, PlainText.Clean(command.Reason));
        var state = command.Approve ? SubmissionState.Approved : SubmissionState.Rejected;
        // Of two who decide at once, or a seller who sends it anew meanwhile, the first counts.
        var decided = await db.ListingSubmissions
            .Where(s => s.TenantId == found.TenantId && s.ListingId == found.ListingId
                && s.State == SubmissionState.Waiting && s.ListingVersion == command.ListingVersion)
            .ExecuteUpdateAsync(
                s => s.SetProperty(r => r.State, state).SetProperty(r => r.DecidedAtUtc, now).SetProperty(r => r.Reason, reason)
                    .SetProperty(r => r.IsTakenDown, r => r.IsTakenDown && !command.Approve)
                    .SetProperty(r => r.Version, r => r.Version + 1),
                cancellationToken);
        if (decided == 0) return ListingErrors.NotWaiting;

        audit.Note(
            db, command.Approve ? "listing.approved" : "listing.rejected", "listing", found.ListingId, $"{found.Title}: {reason}",
            found.TenantId);
        if (command.Approve) await PlanAsync(found, now, cancellationToken);
        return await ListingMails.TellAsync(
            db, sender, found.TenantId, found.ListingId, $"listing/decided/{found.ListingId}/{now.Ticks}",
            command.Approve ? ListingMails.Approved(found.Title, reason) : ListingMails.Rejected(found.Title, reason), cancellationToken);
    }

    /// <summary>
    /// It is published by itself at once, as its shop would: what is missing by then its owners are told, and what they
    /// edited since waits anew. A later moment of their own choice stands.
    /// </summary>
    private Task<int> PlanAsync(ListingSubmission found, DateTime now, CancellationToken cancellation) => db.Listings
        .Where(l => l.TenantId == found.TenantId && l.Id == found.ListingId && l.PublishAtUtc == null)
        .ExecuteUpdateAsync(s => s.SetProperty(l => l.PublishAtUtc, now), cancellation);
}

/// <summary>What owners read of the marketplace's decisions on their listings.</summary>
internal static class ListingMails
{
    public static MailText Approved(string title, string note) => new(
        $"On sale now: {title}", "We have looked at it",
        [$"“{title}” goes on sale now.", .. note.Length > 0 ? [note] : Array.Empty<string>()]);

    public static MailText Rejected(string title, string reason) => new(
        $"Please mend: {title}", "It cannot go on sale like this",
        [
            $"We have looked at “{title}”. Buyers do not see what you sent, because:", reason,
            "Mend it and publish it again; we look at it anew.",
        ]);

    public static MailText TakenDown(string title, string reason) => new(
        $"Taken off sale: {title}", "Buyers do not see it any more",
        [
            $"We took “{title}” off sale, because:", reason,
            "Orders that were placed stay as they are. If you mend it, publish it again and we look at it; if you think we are "
            + "wrong, write so in the talk with us on your page “Open your shop”.",
        ]);

    public static async Task<Result> TellAsync(
        PlatformDb db, ISender sender, string tenantId, string listingId, string key, MailText mail, CancellationToken cancellation)
    {
        var shop = await db.SellerProfiles.Where(p => p.TenantId == tenantId).Select(p => p.Slug).SingleAsync(cancellation);
        var open = new MailLink("Open the listing", $"/seller/{shop}/listings/{listingId}");
        return await sender.Send(new MailOwners(tenantId, key, mail with { Action = open }), cancellation);
    }
}

using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>The moment that a seller chose for a listing's publication has come.</summary>
[EventName("catalog.publication-due.v1")]
public sealed record PublicationDue(string TenantId, string ListingId, string Title) : IEvent;

/// <summary>Something was missing at that moment: the listing was not published.</summary>
[EventName("catalog.publication-missed.v1")]
public sealed record PublicationMissed(string TenantId, string ListingId, string Title, string Reason, long Version) : IEvent;

/// <summary>Hands the listings whose moment has come to the seller's own publication, a hundred at a time.</summary>
[Internal]
public sealed record FindDueListings : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class FindDueListingsHandler(PlatformDb db, EventBuffer events, TimeProvider clock)
    : ICommandHandler<FindDueListings, Result<int>>
{
    public const int Batch = 100;

    public async ValueTask<Result<int>> Handle(FindDueListings command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Listings.Where(l => l.PublishAtUtc <= now).OrderBy(l => l.PublishAtUtc).ThenBy(l => l.Id)
            .Take(Batch).ToListAsync(cancellationToken);
        foreach (var listing in due)
        {
            events.Publish(
                new PublicationDue(listing.TenantId, listing.Id, listing.Title), listing.Id, now.Ticks, listing.TenantId);
            listing.PublishAtUtc = null;
        }

        return due.Count;
    }
}

internal sealed class PublishDueListingsJob(ISender sender) : IJob
{
    public string Name => "publish-due-listings";

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        int found, sum = 0;
        do
        {
            found = (await sender.Send(new FindDueListings(), cancellation)).Required();
            sum += found;
        }
        while (found == FindDueListingsHandler.Batch && !cancellation.IsCancellationRequested);
        return $"{sum} listings came to their moment";
    }
}

internal sealed class WhenPublicationIsDue : IConsume<PublicationDue>, IConsume<PublicationMissed>
{
    public IEnumerable<ICommand<Result>> On(PublicationDue happened) => [new PublishScheduled(happened.ListingId)];

    public IEnumerable<ICommand<Result>> On(PublicationMissed happened) => [new TellMissedPublication(happened)];
}

/// <summary>Publishes for the seller; where something is missing by now, its owners are told.</summary>
[Internal]
public sealed record PublishScheduled(string ListingId) : ICommand<Result>, ISellerTransaction;

internal sealed class PublishScheduledHandler(SellerDb db, ISender sender, EventBuffer events, TimeProvider clock)
    : ICommandHandler<PublishScheduled, Result>
{
    public async ValueTask<Result> Handle(PublishScheduled command, CancellationToken cancellationToken)
    {
        var done = await sender.Send(new PublishListing(command.ListingId), cancellationToken);
        if (done.Ok || await db.Listings.AsNoTracking().SingleOrDefaultAsync(l => l.Id == command.ListingId, cancellationToken) is not { } listing)
            return Result.Success();
        var ticks = clock.GetUtcNow().UtcTicks;
        var reason = string.Join(" ", done.Error.Fields?.Values.SelectMany(v => v) ?? [done.Error.Message]);
        events.Publish(new PublicationMissed(listing.TenantId, listing.Id, listing.Title, reason, ticks), listing.Id, ticks);
        return Result.Success();
    }
}

[Internal]
public sealed record TellMissedPublication(PublicationMissed Missed) : ICommand<Result>, IPlatformTransaction;

internal sealed class TellMissedPublicationHandler(ISender sender) : ICommandHandler<TellMissedPublication, Result>
{
    public async ValueTask<Result> Handle(TellMissedPublication command, CancellationToken cancellationToken)
    {
        var missed = command.Missed;
        var seller = (await sender.Send(new GetSellers([missed.TenantId]), cancellationToken)).Required().Single();
        return await sender.Send(new MailOwners(
            missed.TenantId, $"listing/missed/{missed.ListingId}/{missed.Version}",
            new MailText(
                $"Not published: {missed.Title}", "Something was missing",
                [$"You asked us to publish “{missed.Title}” at this moment. It could not be shown to buyers:", missed.Reason],
                new MailLink("Mend it", $"/seller/{seller.Slug}/listings/{missed.ListingId}"))), cancellationToken);
    }
}

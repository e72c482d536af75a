using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Catalog.Listings;

/// <summary>Something was missing at that moment: the listing was not published.</summary>
[EventName("catalog.publication-missed.v1")]
public sealed record PublicationMissed(string TenantId, string ListingId, string Title, string Reason, long Version) : IEvent;

/// <summary>
/// Publishes the listings whose moment has come, each as its seller would, in a scope and a transaction of its own: one
/// that fails stays due and does not stop the others.
/// </summary>
internal sealed class PublishDueListingsJob(PlatformDb db, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public const int Batch = 100;

    public string Name => "publish-due-listings";

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Listings.AsNoTracking().Where(l => l.PublishAtUtc <= now).OrderBy(l => l.PublishAtUtc).ThenBy(l => l.Id)
            .Take(Batch).Select(l => new { l.TenantId, l.Id }).ToListAsync(cancellation);
        var done = 0;
        foreach (var listing in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.SystemFor(listing.TenantId));
            var published = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new PublishScheduled(listing.Id), cancellation);
            if (published.Ok) done++;
        }

        return $"came to the moment of {done} of {due.Count} listings";
    }
}

/// <summary>Publishes at the seller's moment, once; where something is missing by now, its owners are told.</summary>
[Internal]
public sealed record PublishScheduled(string ListingId) : ICommand<Result>, ISellerTransaction;

internal sealed class PublishScheduledHandler(SellerDb db, ISender sender, EventBuffer events, TimeProvider clock)
    : ICommandHandler<PublishScheduled, Result>
{
    public async ValueTask<Result> Handle(PublishScheduled command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The seller may have taken the plan back, or another node may have been faster.
        if (await db.Listings.SingleOrDefaultAsync(l => l.Id == command.ListingId && l.PublishAtUtc <= now.UtcDateTime, cancellationToken)
            is not { } listing) return Result.Success();
        listing.PublishAtUtc = null;
        var done = await sender.Send(new PublishListing(command.ListingId), cancellationToken);
        if (done.Ok) return Result.Success();
        var reason = string.Join(" ", done.Error.Fields?.Values.SelectMany(v => v) ?? [done.Error.Message]);
        events.Publish(new PublicationMissed(listing.TenantId, listing.Id, listing.Title, reason, now.UtcTicks), listing.Id, now.UtcTicks);
        return Result.Success();
    }
}

internal sealed class WhenPublicationIsMissed : IConsume<PublicationMissed>
{
    public IEnumerable<ICommand<Result>> On(PublicationMissed happened) => [new TellMissedPublication(happened)];
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

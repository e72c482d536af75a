using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>A seller opened, was suspended or came back: its documents and its groups' buy boxes follow.</summary>
[Internal]
public sealed record RefreshSellerListings(string TenantId) : ICommand<Result>, IPlatformTransaction;

internal sealed class RefreshSellerListingsHandler(PlatformDb db, EventBuffer events, TimeProvider clock)
    : ICommandHandler<RefreshSellerListings, Result>
{
    public async ValueTask<Result> Handle(RefreshSellerListings command, CancellationToken cancellationToken)
    {
        await SellerListingChanges.BumpAsync(db, command.TenantId, cancellationToken);
        var gtins = await db.PublishedListings.Where(l => l.TenantId == command.TenantId && l.GroupGtin != null)
            .Select(l => l.GroupGtin!).Distinct().ToListAsync(cancellationToken);
        foreach (var gtin in gtins)
            events.Publish(new ProductGroupTouched(gtin), ProductGroupTouched.KeyOf(gtin), clock.GetUtcNow().UtcTicks);
        return Result.Success();
    }
}

internal sealed class RefreshListingsOfChangedSeller
    : IConsume<SellerApproved>, IConsume<SellerSuspended>, IConsume<SellerReopened>, IConsume<SellerProfileChanged>
{
    public IEnumerable<ICommand<Result>> On(SellerApproved happened) => [new RefreshSellerListings(happened.TenantId)];

    public IEnumerable<ICommand<Result>> On(SellerSuspended happened) => [new RefreshSellerListings(happened.TenantId)];

    public IEnumerable<ICommand<Result>> On(SellerReopened happened) => [new RefreshSellerListings(happened.TenantId)];

    public IEnumerable<ICommand<Result>> On(SellerProfileChanged happened) => [new RefreshSellerListings(happened.TenantId)];
}

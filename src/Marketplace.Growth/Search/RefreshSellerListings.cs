using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Growth.Search;

/// <summary>
/// Marks a seller's listings as changed: what their documents say of the seller (name, where it ships to) is no
/// longer right. Whoever changes that sends this.
/// </summary>
[Internal]
public sealed record RefreshSellerListings(string TenantId) : ICommand<Result>, IPlatformTransaction;

internal sealed class RefreshSellerListingsHandler(PlatformDb db) : ICommandHandler<RefreshSellerListings, Result>
{
    public async ValueTask<Result> Handle(RefreshSellerListings command, CancellationToken cancellation)
    {
        await SellerListingChanges.BumpAsync(db, command.TenantId, cancellation);
        return Result.Success();
    }
}

internal sealed class RefreshListingsOfSeller : IConsume<SellerProfileChanged>
{
    public IEnumerable<ICommand<Result>> On(SellerProfileChanged happened) =>
        [new RefreshSellerListings(happened.TenantId)];
}

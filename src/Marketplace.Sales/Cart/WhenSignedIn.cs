using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Saved;
using Mediator;

namespace Marketplace.Sales.Cart;

/// <summary>A guest who signs in takes basket, saved things and orders along, before the next page shows them.</summary>
internal sealed class WhenSignedIn : IWhenSignedIn
{
    public IEnumerable<ICommand<Result>> On(SignedIn signedIn) =>
        signedIn.GuestBuyerId is { } guest
            ? [new MergeCarts(guest, signedIn.BuyerId), new MergeSaved(guest, signedIn.BuyerId)]
            : [];
}

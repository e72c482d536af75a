using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;

namespace Marketplace.Catalog.Listings;

/// <summary>What a shop's webhooks hear of its listings: shown, shown anew with changed contents, or hidden.</summary>
internal sealed class HooksAboutListings : IConsume<ListingShown>
{
    public IEnumerable<ICommand<Result>> On(ListingShown happened) =>
    [
        QueueHook.Of(
            happened.TenantId, happened.IsLive ? HookEvents.ListingPublished : HookEvents.ListingHidden, null,
            new { ListingId = Ids.Public("lst", happened.ListingId), happened.Title }),
    ];
}

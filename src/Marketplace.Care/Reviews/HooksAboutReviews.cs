using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Care.Reviews.Contracts;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;

namespace Marketplace.Care.Reviews;

/// <summary>A shop's webhooks hear that a review was written; what it says stands on the page.</summary>
internal sealed class HooksAboutReviews : IConsume<ReviewWritten>
{
    public IEnumerable<ICommand<Result>> On(ReviewWritten happened) =>
    [
        QueueHook.Of(
            happened.TenantId, HookEvents.ReviewReceived, null, new { ReviewId = Ids.Public("rev", happened.ReviewId) }),
    ];
}

using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;

namespace Marketplace.Care.Messages;

/// <summary>A shop's webhooks hear that a buyer has written, not what: letters stay in the inbox.</summary>
internal sealed class HooksAboutMessages : IConsume<MessageSent>
{
    public IEnumerable<ICommand<Result>> On(MessageSent happened) => happened.By != MessageSide.Buyer
        ? []
        :
        [
            QueueHook.Of(
                happened.TenantId, HookEvents.MessageReceived, null,
                new { ThreadId = Ids.Public("thr", happened.ThreadId), MessageId = Ids.Public("mes", happened.MessageId) }),
        ];
}

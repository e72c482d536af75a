using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Care.Questions.Contracts;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;

namespace Marketplace.Care.Questions;

/// <summary>A shop's webhooks hear that somebody asks about a listing.</summary>
internal sealed class HooksAboutQuestions : IConsume<QuestionAsked>
{
    public IEnumerable<ICommand<Result>> On(QuestionAsked happened) =>
    [
        QueueHook.Of(
            happened.TenantId, HookEvents.QuestionReceived, null, new { QuestionId = Ids.Public("qst", happened.QuestionId) }),
    ];
}

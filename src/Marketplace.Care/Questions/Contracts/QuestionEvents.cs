using Marketplace.Kernel.Outbox;

namespace Marketplace.Care.Questions.Contracts;

[EventName("care.question-asked.v1")]
public sealed record QuestionAsked(string QuestionId, string TenantId, string BuyerId) : IEvent;

[EventName("care.question-answered.v1")]
public sealed record QuestionAnswered(string QuestionId, string ListingId, string TenantId, string BuyerId) : IEvent;

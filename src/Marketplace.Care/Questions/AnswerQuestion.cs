using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Questions.Contracts;
using Marketplace.Care.Questions.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Questions;

/// <summary>
/// The shop answers; question and answer are public from now on. Errors: <c>question.not-found</c>, <c>question.closed</c>.
/// </summary>
[Seller(SellerPermissions.Reviews)]
public sealed record AnswerQuestion(string QuestionId, string Answer) : ICommand<Result>, ISellerTransaction;

/// <summary>The shop does not answer a question (insults, advertising, asked before). The same errors.</summary>
[Seller(SellerPermissions.Reviews)]
public sealed record DismissQuestion(string QuestionId) : ICommand<Result>, ISellerTransaction;

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionValidator() => RuleFor(q => PlainText.Clean(q.Answer)).Length(2, 2000).OverridePropertyName("Answer")
        .WithMessage("Write an answer of at most 2,000 characters.");
}

internal sealed class AnswerQuestionHandler(SellerDb db, EventBuffer events, TimeProvider clock)
    : ICommandHandler<AnswerQuestion, Result>, ICommandHandler<DismissQuestion, Result>
{
    public async ValueTask<Result> Handle(AnswerQuestion command, CancellationToken cancellation)
    {
        var question = await TakeAsync(command.QuestionId, cancellation);
        if (question is null) return QuestionErrors.NotFound;
        var now = clock.GetUtcNow().UtcDateTime;
        if (!question.Answer(now)) return QuestionErrors.Closed;
        db.Add(new PublishedAnswer
        {
            TenantId = db.TenantId, QuestionId = question.Id, ListingId = question.ListingId, Question = question.Text,
            Author = question.Author, AskedAtUtc = question.AskedAtUtc, Answer = PlainText.Clean(command.Answer), AnsweredAtUtc = now,
        });
        events.Publish(
            new QuestionAnswered(question.Id, question.ListingId, db.TenantId, question.BuyerId), "question/" + question.Id,
            question.Version + 1, buyerId: question.BuyerId);
        return Result.Success();
    }

    public async ValueTask<Result> Handle(DismissQuestion command, CancellationToken cancellation)
    {
        var question = await TakeAsync(command.QuestionId, cancellation);
        if (question is null) return QuestionErrors.NotFound;
        return question.Dismiss(clock.GetUtcNow().UtcDateTime) ? Result.Success() : QuestionErrors.Closed;
    }

    /// <summary>Raising the version first: of two colleagues who answer at once the second learns of the first.</summary>
    private async Task<Question?> TakeAsync(string id, CancellationToken cancellation)
    {
        var own = db.Questions.Where(q => q.TenantId == db.TenantId && q.Id == id);
        return await own.ExecuteUpdateAsync(s => s.SetProperty(q => q.Version, q => q.Version + 1), cancellation) == 0
            ? null : await own.SingleAsync(cancellation);
    }
}

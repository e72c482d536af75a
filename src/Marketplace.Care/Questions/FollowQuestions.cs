using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Questions.Contracts;
using Marketplace.Care.Questions.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Questions;

/// <summary>Puts a listing's newest answers on its page.</summary>
[Internal]
public sealed record RefreshQuestions(string ListingId, string TenantId) : ICommand<Result>, IPlatformTransaction;

/// <summary>Mails the shop's owners that somebody asks, or the buyer that the shop has answered; once each.</summary>
[Internal]
public sealed record TellAboutQuestion(string QuestionId, string TenantId) : ICommand<Result>, IPlatformTransaction;

internal sealed class RefreshQuestionsHandler(PlatformDb db, ISender sender) : ICommandHandler<RefreshQuestions, Result>
{
    public async ValueTask<Result> Handle(RefreshQuestions command, CancellationToken cancellation)
    {
        var all = db.PublishedAnswers.AsNoTracking().Where(a => a.ListingId == command.ListingId);
        var newest = await all.OrderByDescending(a => a.AnsweredAtUtc).ThenBy(a => a.QuestionId).Take(ListingTalk.MostQuestions)
            .Select(a => new ShownQuestion(a.QuestionId, a.Question, a.Author, a.AskedAtUtc, a.Answer, a.AnsweredAtUtc))
            .ToListAsync(cancellation);
        return await sender.Send(
            new SetShownQuestions(command.ListingId, command.TenantId, newest, await all.CountAsync(cancellation)), cancellation);
    }
}

internal sealed class TellAboutQuestionHandler(PlatformDb db, ISender sender) : ICommandHandler<TellAboutQuestion, Result>
{
    public async ValueTask<Result> Handle(TellAboutQuestion command, CancellationToken cancellation)
    {
        var question = await db.Questions.AsNoTracking()
            .SingleOrDefaultAsync(q => q.TenantId == command.TenantId && q.Id == command.QuestionId, cancellation);
        if (question is null) return QuestionErrors.NotFound;
        var shop = await db.SellerProfiles.Where(p => p.TenantId == question.TenantId).Select(p => new { p.Name, p.Slug })
            .SingleOrDefaultAsync(cancellation);
        if (shop is null) return Result.Success();
        var answer = await db.PublishedAnswers.Where(a => a.TenantId == question.TenantId && a.QuestionId == question.Id)
            .Select(a => a.Answer).SingleOrDefaultAsync(cancellation);
        return answer is null
            ? await sender.Send(
                new MailOwners(question.TenantId, $"question/{question.Id}", Asked(question, shop.Slug)), cancellation)
            : await TellBuyerAsync(question, shop.Name, answer, cancellation);
    }

    private static MailText Asked(Question question, string slug) => new(
        $"A question about {question.ListingTitle}", $"{question.Author} asks",
        [.. PlainText.Lines(question.Text), "Your answer is shown on the listing's page, for everybody who wonders the same."],
        new MailLink("Answer it", $"/seller/{slug}/reviews/questions"));

    private async Task<Result> TellBuyerAsync(Question question, string shop, string answer, CancellationToken cancellation)
    {
        var people = (await sender.Send(new FindBuyers([question.BuyerId]), cancellation)).Required();
        if (!people.TryGetValue(question.BuyerId, out var buyer)) return Result.Success();
        var text = new MailText(
            $"{shop} answers your question", $"About {question.ListingTitle}",
            [$"You asked: {PlainText.Start(question.Text, 300)}", .. PlainText.Lines(answer)],
            new MailLink("Open the page", $"/p/{question.Slug}/questions"));
        return await sender.Send(
            new QueueMail(
                $"question-answered/{question.Id}", buyer.Email, text, BuyerId: question.BuyerId, Topic: MailTopic.Answers),
            cancellation);
    }
}

internal sealed class FollowQuestions : IConsume<QuestionAsked>, IConsume<QuestionAnswered>
{
    public IEnumerable<ICommand<Result>> On(QuestionAsked happened) => [new TellAboutQuestion(happened.QuestionId, happened.TenantId)];

    public IEnumerable<ICommand<Result>> On(QuestionAnswered happened) =>
        [new RefreshQuestions(happened.ListingId, happened.TenantId), new TellAboutQuestion(happened.QuestionId, happened.TenantId)];
}

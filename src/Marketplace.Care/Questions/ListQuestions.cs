using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Questions.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Questions;

/// <summary>A listing's answered questions, the newest answer first, twenty a page.</summary>
[Anyone]
public sealed record ListAnsweredQuestions(string ListingId, int Page = 1) : IQuery<Result<AnsweredPage>>;

public sealed record AnsweredPage(IReadOnlyList<AnsweredQuestion> Questions, int Total, int Page, int Pages);

public sealed record AnsweredQuestion(
    string QuestionId, string Question, string Author, DateTime AskedAtUtc, string Answer, DateTime AnsweredAtUtc);

/// <summary>The seller's questions that nobody has answered, the longest waiting first; at most 100.</summary>
[Seller(SellerPermissions.Reviews)]
public sealed record ListOpenQuestions : IQuery<Result<IReadOnlyList<OpenQuestion>>>;

public sealed record OpenQuestion(
    string QuestionId, string ListingId, string Slug, string ListingTitle, string? PictureRef, string Author, string Text,
    DateTime AskedAtUtc);

/// <summary>How many questions wait, and since when.</summary>
[Seller(SellerPermissions.Reviews)]
public sealed record GetQuestionDuties : IQuery<Result<QuestionDuties>>;

public sealed record QuestionDuties(int Open, DateTime? SinceUtc);

internal sealed class ListAnsweredQuestionsHandler(BuyerDb db) : IQueryHandler<ListAnsweredQuestions, Result<AnsweredPage>>
{
    private const int PageSize = 20;

    public async ValueTask<Result<AnsweredPage>> Handle(ListAnsweredQuestions query, CancellationToken cancellation)
    {
        var page = Math.Clamp(query.Page, 1, 500);
        var all = db.PublishedAnswers.AsNoTracking().Where(a => a.ListingId == query.ListingId);
        var total = await all.CountAsync(cancellation);
        var rows = await all.OrderByDescending(a => a.AnsweredAtUtc).ThenBy(a => a.QuestionId)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(a => new AnsweredQuestion(a.QuestionId, a.Question, a.Author, a.AskedAtUtc, a.Answer, a.AnsweredAtUtc))
            .ToListAsync(cancellation);
        return new AnsweredPage(rows, total, page, (total + PageSize - 1) / PageSize);
    }
}

internal sealed class ListOpenQuestionsHandler(SellerDb db)
    : IQueryHandler<ListOpenQuestions, Result<IReadOnlyList<OpenQuestion>>>, IQueryHandler<GetQuestionDuties, Result<QuestionDuties>>
{
    private const int Most = 100;

    public async ValueTask<Result<IReadOnlyList<OpenQuestion>>> Handle(ListOpenQuestions query, CancellationToken cancellation) =>
        await Open().OrderBy(q => q.AskedAtUtc).ThenBy(q => q.Id).Take(Most)
            .Select(q => new OpenQuestion(
                q.Id, q.ListingId, q.Slug, q.ListingTitle, q.PictureRef, q.Author, q.Text, q.AskedAtUtc))
            .ToListAsync(cancellation);

    public async ValueTask<Result<QuestionDuties>> Handle(GetQuestionDuties query, CancellationToken cancellation) =>
        await Open().GroupBy(q => q.TenantId).Select(g => new QuestionDuties(g.Count(), g.Min(q => (DateTime?)q.AskedAtUtc)))
            .SingleOrDefaultAsync(cancellation) ?? new QuestionDuties(0, null);

    private IQueryable<Question> Open() =>
        db.Questions.AsNoTracking().Where(q => q.TenantId == db.TenantId && q.State == QuestionState.Open);
}

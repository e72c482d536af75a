using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Questions.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Questions;

/// <summary>What a person asked about listings.</summary>
internal sealed class QuestionsData(PlatformDb db) : IPersonalData
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var buyer = subject.BuyerId;
        return
        [
            DataSheet.Of("Questions", ["Questions"], await db.Set<Question>().AsNoTracking()
                .Where(q => q.BuyerId == buyer).OrderBy(row => row.Id).Take(DataSheet.Most)
                .Select(q => new { q.ListingTitle, q.Author, q.Text, q.AskedAtUtc, q.State })
                .ToListAsync(cancellation)),
        ];
    }
}

/// <summary>
/// A deleted person's answered questions stay without their name, since they help others; the others go. A repeat changes
/// nothing.
/// </summary>
[Internal]
public sealed record ForgetAsker(string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ForgetAskerHandler(PlatformDb db, ISender sender) : ICommandHandler<ForgetAsker, Result>
{
    public async ValueTask<Result> Handle(ForgetAsker command, CancellationToken cancellation)
    {
        var questions = db.Questions.Where(q => q.BuyerId == command.BuyerId);
        await questions.Where(q => q.State != QuestionState.Answered).ExecuteDeleteAsync(cancellation);
        await questions.ExecuteUpdateAsync(s => s.SetProperty(q => q.Author, Erased.Name), cancellation);
        var asked = await questions.Select(q => q.Id).ToListAsync(cancellation);
        var published = db.PublishedAnswers.Where(a => asked.Contains(a.QuestionId));
        await published.ExecuteUpdateAsync(s => s.SetProperty(a => a.Author, Erased.Name), cancellation);
        var listings = await published.Select(a => new { a.ListingId, a.TenantId }).Distinct().ToListAsync(cancellation);
        foreach (var listing in listings)
        {
            // Its page names the author.
            var drawn = await sender.Send(new RefreshQuestions(listing.ListingId, listing.TenantId), cancellation);
            if (!drawn.Ok) return drawn;
        }

        return Result.Success();
    }
}

internal sealed class ForgetAskers : IConsume<PersonDeleted>
{
    public IEnumerable<ICommand<Result>> On(PersonDeleted happened) => [new ForgetAsker(happened.BuyerId)];
}

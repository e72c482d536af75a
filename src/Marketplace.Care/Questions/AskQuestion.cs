using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Settings.Contracts;
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

/// <summary>
/// A signed-in person asks about a listing; everybody sees it once the shop has answered. Errors:
/// <c>question.no-listing</c>, <c>question.too-many</c>, <c>feature.off</c>.
/// </summary>
[Person]
public sealed record AskQuestion(string ListingId, string Text) : ICommand<Result>, IBuyerTransaction;

internal sealed class AskQuestionValidator : AbstractValidator<AskQuestion>
{
    public AskQuestionValidator() => RuleFor(q => PlainText.Clean(q.Text)).Length(8, 1000).OverridePropertyName("Text")
        .WithMessage("Ask in 8 to 1,000 characters.");
}

internal sealed class AskQuestionHandler(
    BuyerDb db, ISender sender, IFeatures features, EventBuffer events, TimeProvider clock)
    : ICommandHandler<AskQuestion, Result>
{
    private const int MostADay = 10;

    public async ValueTask<Result> Handle(AskQuestion command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-1);
        if (await db.Questions.CountAsync(q => q.BuyerId == db.BuyerId && q.AskedAtUtc > since, cancellation) >= MostADay)
            return QuestionErrors.TooMany;
        var listing = await db.PublishedListings.AsNoTracking().Where(l => l.Id == command.ListingId && l.IsLive)
            .Join(db.SellerStandings.Where(s => s.IsOpen), l => l.TenantId, s => s.TenantId, (l, s) => l)
            .SingleOrDefaultAsync(cancellation);
        if (listing is null) return QuestionErrors.NoSuchListing;
        if (!await features.IsOnAsync(Feature.Questions, listing.TenantId, db.BuyerId, cancellation)) return FeatureErrors.Off;
        var text = PlainText.Clean(command.Text);
        // Sent twice by a double click: once is enough.
        if (await db.Questions.AnyAsync(
            q => q.BuyerId == db.BuyerId && q.ListingId == listing.Id && q.Text == text && q.State == QuestionState.Open, cancellation))
            return Result.Success();
        var people = (await sender.Send(new FindBuyers([db.BuyerId]), cancellation)).Required();
        var question = new Question
        {
            TenantId = listing.TenantId, Id = Ids.New(clock), BuyerId = db.BuyerId, ListingId = listing.Id,
            Slug = $"{listing.Slug}-{listing.ShortId}", ListingTitle = listing.Title,
            PictureRef = listing.Pictures.Count > 0 ? listing.Pictures[0].Ref : null,
            Author = people.TryGetValue(db.BuyerId, out var person) ? PlainText.PublicName(person.Name) : "",
            Text = text, AskedAtUtc = now,
        };
        db.Add(question);
        events.Publish(
            new QuestionAsked(question.Id, question.TenantId, question.BuyerId), "question/" + question.Id, 0, question.TenantId);
        return Result.Success();
    }
}

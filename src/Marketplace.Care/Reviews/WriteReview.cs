using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Reviews.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Care.Reviews;

/// <summary>
/// Writes, or within its time changes, the review of a purchase that has arrived; the former words are kept. Photos are
/// decoded before any transaction. Errors: <c>review.no-purchase</c>, <c>review.window-over</c>, <c>review.edit-over</c>,
/// <c>review.too-many-photos</c> and those of pictures.
/// </summary>
/// <param name="Kept">Photos that the review has already and keeps.</param>
/// <param name="Added">Bytes of new ones.</param>
[Person]
public sealed record WriteReview(
    string OrderLineId, int Stars, string Title, string Text, IReadOnlyList<string> Kept, IReadOnlyList<byte[]> Added)
    : ICommand<Result<string>>;

/// <summary>The same, once the photos are kept.</summary>
[Internal]
public sealed record SaveReview(
    string OrderLineId, int Stars, string Title, string Text, IReadOnlyList<string> Kept, IReadOnlyList<string> Added)
    : ICommand<Result<string>>, IBuyerTransaction;

internal sealed class WriteReviewValidator : AbstractValidator<WriteReview>
{
    public WriteReviewValidator()
    {
        RuleFor(r => r.Stars).InclusiveBetween(1, 5).WithMessage("Choose one to five stars.");
        RuleFor(r => PlainText.Line(r.Title)).MaximumLength(100).OverridePropertyName("Title")
            .WithMessage("A title has at most 100 characters.");
        RuleFor(r => PlainText.Clean(r.Text)).Length(10, 3000).OverridePropertyName("Text")
            .WithMessage("Say in 10 to 3,000 characters what others should know.");
    }
}

internal sealed class WriteReviewHandler(ISender sender) : ICommandHandler<WriteReview, Result<string>>
{
    public const int MostPhotos = 5;

    public async ValueTask<Result<string>> Handle(WriteReview command, CancellationToken cancellation)
    {
        if (command.Kept.Count + command.Added.Count > MostPhotos) return ReviewErrors.TooManyPhotos;
        List<string> added = [];
        foreach (var photo in command.Added)
        {
            var kept = await sender.Send(new KeepPicture(photo), cancellation);
            if (!kept.Ok) return kept.Error with { Fields = new Dictionary<string, string[]> { ["Photos"] = [kept.Error.Message] } };
            added.Add(kept.Value);
        }

        return await sender.Send(
            new SaveReview(
                command.OrderLineId, command.Stars, PlainText.Line(command.Title), PlainText.Clean(command.Text), command.Kept, added),
            cancellation);
    }
}

internal sealed class SaveReviewHandler(
    BuyerDb db, ISender sender, IOptions<ReviewOptions> options, EventBuffer events, TimeProvider clock)
    : ICommandHandler<SaveReview, Result<string>>
{
    public async ValueTask<Result<string>> Handle(SaveReview command, CancellationToken cancellation)
    {
        // Raising the line's version first: of two tabs the second waits, and then changes what the first has written.
        var lines = db.DeliveredLines.Where(l => l.Id == command.OrderLineId);
        if (await lines.ExecuteUpdateAsync(s => s.SetProperty(l => l.Version, l => l.Version + 1), cancellation) == 0)
            return ReviewErrors.NoSuchLine;
        var line = await lines.SingleAsync(cancellation);
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.OrderLineId == line.Id && r.BuyerId == db.BuyerId, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (review is null && now > line.DeliveredAtUtc.AddDays(options.Value.WindowDays)) return ReviewErrors.WindowOver;
        if (review is not null && now > review.WrittenAtUtc.AddDays(options.Value.EditDays)) return ReviewErrors.EditOver;
        if (review is null) db.Add(review = await BeginAsync(line, now, cancellation));
        else Keep(review, now);

        (review.Stars, review.Title, review.Text) = (command.Stars, command.Title, command.Text);
        review.Photos = [.. review.Photos.Intersect(command.Kept, StringComparer.Ordinal).Union(command.Added, StringComparer.Ordinal)];
        review.HasPhotos = review.Photos.Count > 0;
        line.ReviewId = review.Id;
        events.Publish(
            new ReviewChanged(review.Id, line.ListingId, line.TenantId), "review/" + review.Id, line.Version, line.TenantId, line.BuyerId);
        return review.Id;
    }

    private async Task<Review> BeginAsync(DeliveredLine line, DateTime now, CancellationToken cancellation)
    {
        var people = (await sender.Send(new FindBuyers([line.BuyerId]), cancellation)).Required();
        var review = new Review
        {
            Id = Ids.New(clock), BuyerId = line.BuyerId, TenantId = line.TenantId, ListingId = line.ListingId, OrderLineId = line.Id,
            Slug = line.Slug, ListingTitle = line.Title, Options = line.Options,
            Author = people.TryGetValue(line.BuyerId, out var person) ? PlainText.PublicName(person.Name) : "",
            Stars = 0, Title = "", Text = "", WrittenAtUtc = now,
        };
        events.Publish(
            new ReviewWritten(review.Id, line.TenantId, line.BuyerId), "review/" + review.Id, line.Version, line.TenantId, line.BuyerId);
        return review;
    }

    private void Keep(Review review, DateTime now)
    {
        db.Add(new ReviewRevision
        {
            Id = Ids.New(clock), ReviewId = review.Id, BuyerId = review.BuyerId, Stars = review.Stars, Title = review.Title,
            Text = review.Text, Photos = [.. review.Photos], UntilUtc = now,
        });
        review.EditedAtUtc = now;
    }
}

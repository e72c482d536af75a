using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>
/// What buyers say of a listing, as far as its page shows it: the first reviews and the first answered questions, whole,
/// so that the page asks no further query. The platform writes it from the rows that are theirs.
/// </summary>
public sealed class ListingTalk : IPublishedRow
{
    public const int MostReviews = 4;
    public const int MostQuestions = 3;

    public required string ListingId { get; init; }
    public required string TenantId { get; init; }
    public List<ShownReview> Reviews { get; set; } = [];
    public List<ShownQuestion> Questions { get; set; } = [];
    /// <summary>All answered ones.</summary>
    public int QuestionCount { get; set; }
}

/// <param name="Options">Which variant was bought.</param>
/// <param name="Photos">Content hashes.</param>
public sealed record ShownReview(
    string Id, int Stars, string Title, string Text, string Author, DateTime AtUtc, bool IsEdited, string Options,
    IReadOnlyList<string> Photos, int HelpfulCount, string? Reply, DateTime? ReplyAtUtc);

public sealed record ShownQuestion(string Id, string Question, string Author, DateTime AskedAtUtc, string Answer, DateTime AnsweredAtUtc);

internal sealed class ListingTalkMap : IEntityTypeConfiguration<ListingTalk>
{
    public void Configure(EntityTypeBuilder<ListingTalk> entity)
    {
        entity.ToTable("ListingTalks");
        entity.HasKey(t => t.ListingId);
        entity.Property(t => t.Reviews).AsJson();
        entity.Property(t => t.Questions).AsJson();
    }
}

/// <summary>Sets the reviews that a listing's page shows.</summary>
[Internal]
public sealed record SetShownReviews(string ListingId, string TenantId, IReadOnlyList<ShownReview> Reviews)
    : ICommand<Result>, IPlatformTransaction;

/// <summary>Sets the answered questions that a listing's page shows.</summary>
[Internal]
public sealed record SetShownQuestions(string ListingId, string TenantId, IReadOnlyList<ShownQuestion> Questions, int Count)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SetShownHandler(PlatformDb db)
    : ICommandHandler<SetShownReviews, Result>, ICommandHandler<SetShownQuestions, Result>
{
    public async ValueTask<Result> Handle(SetShownReviews command, CancellationToken cancellationToken)
    {
        var talk = await TakeAsync(command.ListingId, command.TenantId, cancellationToken);
        talk.Reviews = [.. command.Reviews.Take(ListingTalk.MostReviews)];
        return Result.Success();
    }

    public async ValueTask<Result> Handle(SetShownQuestions command, CancellationToken cancellationToken)
    {
        var talk = await TakeAsync(command.ListingId, command.TenantId, cancellationToken);
        (talk.Questions, talk.QuestionCount) = ([.. command.Questions.Take(ListingTalk.MostQuestions)], command.Count);
        return Result.Success();
    }

    private async Task<ListingTalk> TakeAsync(string listingId, string tenantId, CancellationToken cancellation)
    {
        var talk = await db.ListingTalks.SingleOrDefaultAsync(t => t.ListingId == listingId, cancellation);
        if (talk is null) db.Add(talk = new ListingTalk { ListingId = listingId, TenantId = tenantId });
        return talk;
    }
}

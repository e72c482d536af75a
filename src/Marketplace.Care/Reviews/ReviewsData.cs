using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>What a person wrote about what they bought, and said of others' reviews.</summary>
internal sealed class ReviewsData(PlatformDb db) : IPersonalData
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var (person, buyer) = (subject.PersonId, subject.BuyerId);
        return
        [
            DataSheet.Of("Reviews", ["Reviews"], await db.Set<Review>().AsNoTracking().Where(r => r.BuyerId == buyer)
                .OrderBy(row => row.Id).Take(DataSheet.Most)
                .Select(r => new { r.ListingTitle, r.Stars, r.Title, r.Text, r.Author, r.WrittenAtUtc, r.EditedAtUtc })
                .ToListAsync(cancellation)),
            DataSheet.Of("What reviews said before", ["ReviewRevisions"], await db.Set<ReviewRevision>().AsNoTracking()
                .Where(r => r.BuyerId == buyer).OrderBy(row => row.Id).Take(DataSheet.Most)
                .Select(r => new { r.ReviewId, r.Stars, r.Title, r.Text, r.UntilUtc })
                .ToListAsync(cancellation)),
            DataSheet.Of("What you may review", ["DeliveredLines"], await db.Set<DeliveredLine>().AsNoTracking()
                .Where(l => l.BuyerId == buyer).OrderBy(row => row.Id).Take(DataSheet.Most)
                .Select(l => new { l.Title, l.DeliveredAtUtc, l.RequestedAtUtc })
                .ToListAsync(cancellation)),
            DataSheet.Of("Reviews you found helpful", ["HelpfulVotes"], await db.Set<HelpfulVote>().AsNoTracking()
                .Where(v => v.PersonId == person).Select(v => new { v.ReviewId, v.AtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Reviews you reported", ["ReviewReports"], await db.Set<ReviewReport>().AsNoTracking()
                .Where(r => r.PersonId == person).Select(r => new { r.ReviewId, r.Reason, r.Words, r.AtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("No requests to review", ["NoReviewRequests"], await db.Set<NoReviewRequests>().AsNoTracking()
                .Where(n => n.BuyerId == buyer).Select(n => new { n.SinceUtc }).ToListAsync(cancellation)),
        ];
    }
}

/// <summary>
/// A deleted person's reviews stay without their name, since they help others; their votes go. A repeat changes nothing.
/// </summary>
[Internal]
public sealed record ForgetReviewer(string PersonId, string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ForgetReviewerHandler(PlatformDb db, ISender sender) : ICommandHandler<ForgetReviewer, Result>
{
    public async ValueTask<Result> Handle(ForgetReviewer command, CancellationToken cancellation)
    {
        var (person, buyer) = (command.PersonId, command.BuyerId);
        var reviews = db.Reviews.Where(r => r.BuyerId == buyer);
        await reviews.ExecuteUpdateAsync(s => s.SetProperty(r => r.Author, Erased.Name), cancellation);
        await db.HelpfulVotes.Where(v => v.PersonId == person).ExecuteDeleteAsync(cancellation);
        await db.NoReviewRequests.Where(n => n.BuyerId == buyer).ExecuteDeleteAsync(cancellation);
        var listings = await reviews.Select(r => new { r.ListingId, r.TenantId }).Distinct().ToListAsync(cancellation);
        foreach (var listing in listings)
        {
            // Its page names the author.
            var drawn = await sender.Send(new RefreshReviews(listing.ListingId, listing.TenantId), cancellation);
            if (!drawn.Ok) return drawn;
        }

        return Result.Success();
    }
}

internal sealed class ForgetReviewers : IConsume<PersonDeleted>
{
    public IEnumerable<ICommand<Result>> On(PersonDeleted happened) => [new ForgetReviewer(happened.PersonId, happened.BuyerId)];
}

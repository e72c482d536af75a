using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Reviews.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>
/// Keeps a reported review, or hides it with a reason; this closes all open reports on it, and both sides are told: its
/// author and those who reported it. Errors: <c>review.no-report</c>, <c>review.decided</c>.
/// </summary>
[Admin(AdminPermissions.Moderation)]
public sealed record DecideOnReview(string ReviewId, bool Hide, string Reason) : ICommand<Result>, IPlatformTransaction;

internal sealed class DecideOnReviewValidator : AbstractValidator<DecideOnReview>
{
    public DecideOnReviewValidator()
    {
        RuleFor(d => PlainText.Clean(d.Reason)).MaximumLength(500).OverridePropertyName("Reason").WithMessage("At most 500 characters.");
        RuleFor(d => PlainText.Clean(d.Reason)).MinimumLength(5).OverridePropertyName("Reason").When(d => d.Hide)
            .WithMessage("Say why it is hidden: its author reads this.");
    }
}

internal sealed class DecideOnReviewHandler(
    PlatformDb db, ISender sender, AuditTrail audit, EventBuffer events, TimeProvider clock) : ICommandHandler<DecideOnReview, Result>
{
    public async ValueTask<Result> Handle(DecideOnReview command, CancellationToken cancellation)
    {
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.Id == command.ReviewId, cancellation);
        if (review is null) return ReviewErrors.NoSuchReport;
        var reports = await db.ReviewReports.AsNoTracking().Where(r => r.ReviewId == review.Id && r.DecidedAtUtc == null)
            .ToListAsync(cancellation);
        var (now, reason, ids) = (clock.GetUtcNow().UtcDateTime, PlainText.Clean(command.Reason), reports.ConvertAll(r => r.Id));
        // Of two who decide at once, the second changes nothing and says nothing.
        var decided = await db.ReviewReports.Where(r => ids.Contains(r.Id) && r.DecidedAtUtc == null)
            .ExecuteUpdateAsync(
                s => s.SetProperty(r => r.DecidedAtUtc, now).SetProperty(r => r.IsHidden, command.Hide), cancellation);
        if (decided == 0 || decided < reports.Count) return ReviewErrors.Decided;
        var standing = await VoteHelpfulHandler.StandingAsync(db, review, cancellation);
        (standing.IsHidden, standing.HiddenReason, standing.DecidedAtUtc) = (command.Hide, command.Hide ? reason : "", now);
        audit.Note(
            db, command.Hide ? "review.hidden" : "review.kept", "review", review.Id, $"{review.ListingTitle}: {reason}", review.TenantId);
        events.Publish(
            new ReviewChanged(review.Id, review.ListingId, review.TenantId), "review-decision/" + Ids.New(clock), 1, review.TenantId,
            review.BuyerId);
        return await TellAsync(review, reports, command.Hide, reason, cancellation);
    }

    private async Task<Result> TellAsync(
        Review review, List<ReviewReport> reports, bool hide, string reason, CancellationToken cancellation)
    {
        List<string> ids = [review.BuyerId, .. reports.Select(r => r.ReporterBuyerId)];
        var people = (await sender.Send(new FindBuyers(ids), cancellation)).Required();
        if (hide && people.TryGetValue(review.BuyerId, out var author))
        {
            var told = await sender.Send(
                ReviewMails.Hidden(review, author, reason, reports[0].Id), cancellation);
            if (!told.Ok) return told;
        }

        foreach (var report in reports)
        {
            if (!people.TryGetValue(report.ReporterBuyerId, out var reporter)) continue;
            var told = await sender.Send(ReviewMails.Decided(review, reporter, report.Id, hide, reason), cancellation);
            if (!told.Ok) return told;
        }

        return Result.Success();
    }
}

using FluentValidation;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>
/// A signed-in person, the shop's people too, says why a review should not be there; saying it again changes nothing.
/// Errors: <c>review.not-found</c>, <c>review.too-many-reports</c>.
/// </summary>
[Person]
public sealed record ReportReview(string ReviewId, ReportReason Reason, string Words) : ICommand<Result>, IPlatformTransaction;

internal sealed class ReportReviewValidator : AbstractValidator<ReportReview>
{
    public ReportReviewValidator()
    {
        RuleFor(r => r.Reason).IsInEnum();
        RuleFor(r => PlainText.Clean(r.Words)).MaximumLength(500).OverridePropertyName("Words")
            .WithMessage("At most 500 characters.");
    }
}

internal sealed class ReportReviewHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<ReportReview, Result>
{
    private const int MostADay = 20;

    public async ValueTask<Result> Handle(ReportReview command, CancellationToken cancellation)
    {
        var (personId, now) = (caller.Caller.PersonId!, clock.GetUtcNow().UtcDateTime);
        var row = await ReviewReader.Rows(db, db.Reviews.Where(r => r.Id == command.ReviewId)).SingleOrDefaultAsync(cancellation);
        if (row is null) return ReviewErrors.NotFound;
        if (await db.ReviewReports.AnyAsync(r => r.ReviewId == command.ReviewId && r.PersonId == personId, cancellation))
            return Result.Success();
        var since = now.AddDays(-1);
        if (await db.ReviewReports.CountAsync(r => r.PersonId == personId && r.AtUtc > since, cancellation) >= MostADay)
            return ReviewErrors.TooManyReports;
        db.Add(new ReviewReport
        {
            Id = Ids.New(clock), ReviewId = command.ReviewId, TenantId = row.Review.TenantId, PersonId = personId,
            ReporterBuyerId = caller.Caller.BuyerId!, Reason = command.Reason, Words = PlainText.Clean(command.Words), AtUtc = now,
        });
        return Result.Success();
    }
}

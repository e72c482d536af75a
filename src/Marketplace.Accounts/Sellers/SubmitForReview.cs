using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;

namespace Marketplace.Accounts.Sellers;

/// <summary>
/// Asks the platform to look and open the shop; again after changes, when each point asked for is said to be
/// changed. Errors: seller.checklist-open, seller.wrong-state.
/// </summary>
/// <param name="Words">What the reviewer should know; may be empty.</param>
[Seller(SellerPermissions.Settings)]
public sealed record SubmitForReview(string Words = "") : ICommand<Result>, IPlatformTransaction;

internal sealed class SubmitForReviewValidator : AbstractValidator<SubmitForReview>
{
    public SubmitForReviewValidator() =>
        RuleFor(s => s.Words).NotNull().MaximumLength(1000).WithMessage("At most 1,000 characters.");
}

internal sealed class SubmitForReviewHandler(CallerAccessor caller, SellerMoves moves, ISender sender)
    : ICommandHandler<SubmitForReview, Result>
{
    public async ValueTask<Result> Handle(SubmitForReview command, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        var checklist = (await sender.Send(new ReadChecklist(tenantId), cancellationToken)).Required();
        if (checklist.Where(c => !c.IsDone).Select(c => c.Key).ToList() is { Count: > 0 } open)
            return SellerErrors.ChecklistOpen(open);
        return await moves.MoveAsync(
            tenantId, SellerState.InReview, command.Words, s => new SellerSubmitted(s.Id, s.Name, s.Version + 1), cancellationToken);
    }
}

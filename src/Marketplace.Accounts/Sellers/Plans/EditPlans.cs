using System.Globalization;
using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Plans;

/// <summary>
/// Adds a plan (no id) or changes one, for shops that choose it from now on; who has chosen keeps what it chose.
/// Errors: plan.not-found, plan.too-many.
/// </summary>
/// <param name="CommissionDeltaBps">Added to the commission of the rules, in hundredths of a percent.</param>
/// <param name="MaximumListings">On sale at once; null for any number.</param>
[Admin(AdminPermissions.Commissions)]
public sealed record SavePlan(string? Id, string Name, int CommissionDeltaBps, int? MaximumListings, bool IsOffered)
    : ICommand<Result<string>>, IPlatformTransaction;

internal sealed class SavePlanValidator : AbstractValidator<SavePlan>
{
    public SavePlanValidator()
    {
        RuleFor(p => p.Name).NotEmpty().MaximumLength(40).WithMessage("A name of at most 40 characters.");
        RuleFor(p => p.CommissionDeltaBps).InclusiveBetween(-3000, 3000).WithMessage("Between 30 percent less and 30 percent more.");
        RuleFor(p => p.MaximumListings).InclusiveBetween(1, 1_000_000).WithMessage("At least one listing; empty for any number.");
    }
}

internal static class EditPlans
{
    public const int Maximum = 12;
}

internal sealed class SavePlanHandler(PlatformDb db, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<SavePlan, Result<string>>
{
    private static readonly Error NotFound = Error.NotFound("plan.not-found", "There is no such plan.");

    private static readonly Error TooMany = Error.Refused("plan.too-many", "There are twelve plans; nobody can choose among more.");

    public async ValueTask<Result<string>> Handle(SavePlan command, CancellationToken cancellationToken)
    {
        var plans = await db.SellerPlans.ToListAsync(cancellationToken);
        var plan = plans.Find(p => p.Id == command.Id);
        if (plan is null && command.Id is not null) return NotFound;
        if (plan is null && plans.Count >= EditPlans.Maximum) return TooMany;
        if (plan is null)
        {
            db.SellerPlans.Add(plan = new SellerPlan
            {
                Id = Ids.New(clock), Position = plans.Count + 1, Name = "", CommissionDeltaBps = 0, MaximumListings = null,
                IsOffered = true,
            });
        }

        (plan.Name, plan.CommissionDeltaBps) = (MailAddress.OneLine(command.Name).Trim(), command.CommissionDeltaBps);
        (plan.MaximumListings, plan.IsOffered) = (command.MaximumListings, command.IsOffered);
        var most = plan.MaximumListings?.ToString(CultureInfo.InvariantCulture) ?? "any number of";
        audit.Note(
            db, "plan.saved", "plan", plan.Id,
            $"{plan.Name}: {plan.CommissionDeltaBps} bps, {most} listings, {(plan.IsOffered ? "offered" : "not offered")}");
        return plan.Id;
    }
}

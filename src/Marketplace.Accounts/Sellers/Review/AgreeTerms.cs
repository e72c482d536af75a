using System.Globalization;
using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>
/// What is agreed with one seller instead of the platform's rules, for orders from now on; null takes the rule back.
/// Error: seller.not-found.
/// </summary>
/// <param name="CommissionBps">In hundredths of a percent.</param>
[Admin(AdminPermissions.Commissions)]
public sealed record AgreeTerms(string TenantId, int? CommissionBps, int? HoldDays) : ICommand<Result>, IPlatformTransaction;

internal sealed class AgreeTermsValidator : AbstractValidator<AgreeTerms>
{
    public AgreeTermsValidator()
    {
        RuleFor(a => a.CommissionBps).InclusiveBetween(0, 5000).WithMessage("Between 0 and 50 percent.");
        RuleFor(a => a.HoldDays).InclusiveBetween(0, 60).WithMessage("Between 0 and 60 days.");
    }
}

internal sealed class AgreeTermsHandler(PlatformDb db, AuditTrail audit) : ICommandHandler<AgreeTerms, Result>
{
    public async ValueTask<Result> Handle(AgreeTerms command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.SingleOrDefaultAsync(s => s.Id == command.TenantId, cancellationToken);
        if (seller is null) return SellerErrors.NotFound;
        (seller.CommissionBps, seller.HoldDays) = (command.CommissionBps, command.HoldDays);
        audit.Note(
            db, "seller.terms-agreed", "seller", seller.Id,
            $"commission {Said(command.CommissionBps)}, hold {Said(command.HoldDays)}",
            seller.Id);
        return Result.Success();
    }

    private static string Said(int? agreed) => agreed?.ToString(CultureInfo.InvariantCulture) ?? "by rule";
}

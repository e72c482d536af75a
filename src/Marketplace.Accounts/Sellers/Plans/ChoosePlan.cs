using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Plans;

/// <summary>
/// Takes a plan in its conditions of now: the commission for orders from now on, the number of listings for what is
/// published from now on. Error: plan.not-offered.
/// </summary>
[Seller(SellerPermissions.Settings)]
public sealed record ChoosePlan(string PlanId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ChoosePlanHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<ChoosePlan, Result>
{
    private static readonly Error NotOffered = Error.Refused(
        "plan.not-offered", "This plan is not offered any more. Choose one of those on the page.");

    public async ValueTask<Result> Handle(ChoosePlan command, CancellationToken cancellationToken)
    {
        var plan = await db.SellerPlans.SingleOrDefaultAsync(p => p.Id == command.PlanId && p.IsOffered, cancellationToken);
        if (plan is null) return NotOffered;
        var tenantId = caller.Caller.TenantId!;
        var seller = await db.Sellers.SingleAsync(s => s.Id == tenantId, cancellationToken);
        (seller.PlanId, seller.PlanName, seller.PlanDeltaBps) = (plan.Id, plan.Name, plan.CommissionDeltaBps);
        var standing = await db.SellerStandings.SingleAsync(s => s.TenantId == tenantId, cancellationToken);
        (standing.MaximumListings, standing.ChangedAtUtc) = (plan.MaximumListings, clock.GetUtcNow().UtcDateTime);
        audit.Note(db, "seller.plan-chosen", "seller", tenantId, plan.Name, tenantId);
        return Result.Success();
    }
}

/// <summary>A plan was chosen; no point of the list where the platform offers none.</summary>
internal sealed class PlanRequirement(PlatformDb db) : ISellerRequirement
{
    public string Key => SellerRequirements.Plan;

    private (string TenantId, bool Applies, bool IsMet)? _read;

    public async Task<bool> AppliesAsync(string tenantId, CancellationToken cancellation) =>
        (await ReadAsync(tenantId, cancellation)).Applies;

    public async Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation) =>
        (await ReadAsync(tenantId, cancellation)).IsMet;

    /// <summary>Both answers by one query.</summary>
    private async Task<(string TenantId, bool Applies, bool IsMet)> ReadAsync(string tenantId, CancellationToken cancellation)
    {
        if (_read is { } read && read.TenantId == tenantId) return read;
        var plans = db.SellerPlans;
        var found = await db.Sellers.Where(s => s.Id == tenantId)
            .Select(s => new { Applies = plans.Any(p => p.IsOffered), IsMet = s.PlanId != null }).SingleOrDefaultAsync(cancellation);
        return (_read = (tenantId, found?.Applies == true, found?.IsMet == true)).Value;
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Plans;

/// <summary>The plans that shops may choose now, for everybody to read before they apply.</summary>
[Anyone]
public sealed record ListPlans : IQuery<Result<IReadOnlyList<Plan>>>;

/// <param name="CommissionDeltaBps">Added to the commission of the rules; negative makes it less.</param>
/// <param name="MaximumListings">On sale at once; null for any number.</param>
public sealed record Plan(string Id, string Name, int CommissionDeltaBps, int? MaximumListings);

/// <summary>All plans, those of the past too.</summary>
[Admin(AdminPermissions.Commissions)]
public sealed record ListAllPlans : IQuery<Result<IReadOnlyList<PlanLine>>>;

public sealed record PlanLine(Plan Plan, bool IsOffered);

/// <summary>The plan of the current seller in the conditions that it chose; null while it has none.</summary>
[Seller(SellerPermissions.Member)]
public sealed record GetMyPlan : IQuery<Result<MyPlan>>;

/// <param name="Chosen">Null before a choice.</param>
/// <param name="HasOwnTerms">A commission was agreed with this shop alone: the plan's does not touch it.</param>
public sealed record MyPlan(Plan? Chosen, bool HasOwnTerms);

internal sealed class ListPlansHandler(BuyerDb db) : IQueryHandler<ListPlans, Result<IReadOnlyList<Plan>>>
{
    public async ValueTask<Result<IReadOnlyList<Plan>>> Handle(ListPlans query, CancellationToken cancellationToken) =>
        await db.SellerPlans.AsNoTracking().Where(p => p.IsOffered).OrderBy(p => p.Position).Take(EditPlans.Maximum)
            .Select(p => new Plan(p.Id, p.Name, p.CommissionDeltaBps, p.MaximumListings)).ToListAsync(cancellationToken);
}

internal sealed class ListAllPlansHandler(PlatformDb db) : IQueryHandler<ListAllPlans, Result<IReadOnlyList<PlanLine>>>
{
    public async ValueTask<Result<IReadOnlyList<PlanLine>>> Handle(ListAllPlans query, CancellationToken cancellationToken)
    {
        var plans = await db.SellerPlans.AsNoTracking().OrderBy(p => p.Position).Take(EditPlans.Maximum).ToListAsync(cancellationToken);
        return plans.ConvertAll(p => new PlanLine(
            new Plan(p.Id, p.Name, p.CommissionDeltaBps, p.MaximumListings), p.IsOffered));
    }
}

internal sealed class GetMyPlanHandler(PlatformDb db, CallerAccessor caller) : IQueryHandler<GetMyPlan, Result<MyPlan>>
{
    public async ValueTask<Result<MyPlan>> Handle(GetMyPlan query, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        var seller = await db.Sellers.AsNoTracking().SingleAsync(s => s.Id == tenantId, cancellationToken);
        var limit = await db.SellerStandings.Where(s => s.TenantId == tenantId).Select(s => s.MaximumListings)
            .SingleAsync(cancellationToken);
        return new MyPlan(
            seller.PlanId is { } id ? new Plan(id, seller.PlanName, seller.PlanDeltaBps, limit) : null,
            seller.CommissionBps is not null);
    }
}

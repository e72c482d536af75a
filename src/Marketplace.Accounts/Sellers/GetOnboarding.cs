using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>How far the current seller is on its way to an open shop.</summary>
[Seller(SellerPermissions.Member)]
public sealed record GetOnboarding : IQuery<Result<Onboarding>>;

/// <param name="Reason">The reviewer's words with the last move.</param>
public sealed record Onboarding(
    string TenantId, string Slug, string Name, SellerState State, string Reason, IReadOnlyList<ChecklistLine> Checklist)
{
    public bool IsComplete => Checklist.All(c => c.IsMet);

    public bool MaySubmit => IsComplete && State is SellerState.Applying or SellerState.ChangesRequested;
}

/// <param name="Key">One of <see cref="SellerRequirements"/>.</param>
public sealed record ChecklistLine(string Key, bool IsMet);

/// <summary>The checklist of a seller, in order.</summary>
[Internal]
public sealed record ReadChecklist(string TenantId) : IQuery<Result<IReadOnlyList<ChecklistLine>>>;

internal sealed class GetOnboardingHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : IQueryHandler<GetOnboarding, Result<Onboarding>>
{
    public async ValueTask<Result<Onboarding>> Handle(GetOnboarding query, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        var seller = await db.Sellers.AsNoTracking().SingleAsync(s => s.Id == tenantId, cancellationToken);
        var checklist = (await sender.Send(new ReadChecklist(tenantId), cancellationToken)).Required();
        return new Onboarding(tenantId, seller.Slug, seller.Name, seller.State, seller.StateReason, checklist);
    }
}

internal sealed class ReadChecklistHandler(IEnumerable<ISellerRequirement> requirements)
    : IQueryHandler<ReadChecklist, Result<IReadOnlyList<ChecklistLine>>>
{
    public async ValueTask<Result<IReadOnlyList<ChecklistLine>>> Handle(
        ReadChecklist query, CancellationToken cancellationToken)
    {
        var lines = new List<ChecklistLine>();
        foreach (var requirement in requirements.OrderBy(r => SellerRequirements.Order.ToList().IndexOf(r.Key)))
            lines.Add(new ChecklistLine(requirement.Key, await requirement.IsMetAsync(query.TenantId, cancellationToken)));
        return lines;
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>One seller with everything a reviewer needs. Error: seller.not-found.</summary>
[Admin(AdminPermissions.Sellers)]
public sealed record GetSeller(string TenantId) : IQuery<Result<SellerDetails>>;

/// <param name="PayoutRequirementsJson">What the payment provider still asks for; empty before it was asked.</param>
/// <param name="CommissionBps">Agreed with this seller alone; null means by the platform's rules.</param>
public sealed record SellerDetails(
    SellerLine Line, string StateReason, SellerProfile Profile, IReadOnlyList<ChecklistLine> Checklist,
    IReadOnlyList<Owner> Owners, string? PayoutAccountId, string PayoutRequirementsJson, int? CommissionBps, int? HoldDays,
    IReadOnlyList<SellerNote> History, IReadOnlyList<NoteLine> Talk, string PlanName)
{
    public bool May(SellerState to) => Seller.MayMove(Line.State, to);
}

/// <summary>A line of the audit log about this seller.</summary>
/// <param name="ActorName">The person's name, where it was one.</param>
public sealed record SellerNote(DateTime AtUtc, string Actor, string? ActorName, string Action, string Detail);

internal sealed class GetSellerHandler(PlatformDb db, ProfileReader profiles, ReviewTalk talk, ISender sender)
    : IQueryHandler<GetSeller, Result<SellerDetails>>
{
    public async ValueTask<Result<SellerDetails>> Handle(GetSeller query, CancellationToken cancellationToken)
    {
        var tenantId = query.TenantId;
        var seller = await db.Sellers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == tenantId, cancellationToken);
        if (seller is null) return SellerErrors.NotFound;
        var profile = await profiles.FindAsync(tenantId, cancellationToken)
            ?? throw new InvalidOperationException($"Seller {tenantId} has no profile.");
        var checklist = (await sender.Send(new ReadChecklist(tenantId, seller.State), cancellationToken)).Required();
        var owners = (await sender.Send(new ListOwners(tenantId), cancellationToken)).Required();
        var (history, notes) = (await HistoryAsync(tenantId, cancellationToken), await talk.ReadAsync(tenantId, cancellationToken));
        var names = owners.ToDictionary(o => o.PersonId, o => o.Name, StringComparer.Ordinal);
        List<string> others = [.. history.Select(r => r.Actor).Concat(notes.Select(n => n.Actor)).Distinct()
            .Where(actor => actor != "system" && !names.ContainsKey(actor))];
        if (others.Count > 0)
        {
            foreach (var (id, name) in (await sender.Send(new GetNames(others), cancellationToken)).Required()) names[id] = name;
        }

        return new SellerDetails(
            SellerReading.Line.Compile()(seller), seller.StateReason, profile, checklist, owners, seller.PayoutAccountId,
            seller.PayoutRequirementsJson, seller.CommissionBps, seller.HoldDays,
            [.. history.Select(a => new SellerNote(a.AtUtc, a.Actor, names.GetValueOrDefault(a.Actor), a.Action, a.Detail))],
            [.. notes.Select(n => new NoteLine(
                n.AtUtc, n.ByPlatform, names.GetValueOrDefault(n.Actor), n.Kind, n.Text, n.Steps))],
            seller.PlanName);
    }

    private Task<List<AuditRow>> HistoryAsync(string tenantId, CancellationToken cancellation) =>
        db.Set<AuditRow>().AsNoTracking().Where(a => a.SubjectKind == "seller" && a.SubjectId == tenantId)
            .OrderByDescending(a => a.Id).Take(50).ToListAsync(cancellation);
}

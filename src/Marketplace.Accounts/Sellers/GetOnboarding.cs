using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Sellers.Review;
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
/// <param name="AppealUntilUtc">Until when the seller may object to the last decision; null where it cannot.</param>
/// <param name="Talk">Between the seller and the reviewer, the newest first.</param>
public sealed record Onboarding(
    string TenantId, string Slug, string Name, SellerState State, string Reason, IReadOnlyList<ChecklistLine> Checklist,
    IReadOnlyList<NoteLine> Talk, bool RemindersOff, DateTime? AppealUntilUtc = null)
{
    public bool IsComplete => Checklist.All(c => c.IsDone);

    public bool MaySubmit => IsComplete && State is SellerState.Applying or SellerState.ChangesRequested;
}

/// <param name="Key">One of <see cref="SellerRequirements"/>.</param>
/// <param name="Asked">The reviewer's words, while the reviewer asks for a change here.</param>
public sealed record ChecklistLine(string Key, bool IsMet, string? Asked = null)
{
    public bool IsDone => IsMet && Asked is null;
}

/// <summary>The checklist of a seller, in order.</summary>
/// <param name="State">Where the caller knows it.</param>
[Internal]
public sealed record ReadChecklist(string TenantId, SellerState? State = null) : IQuery<Result<IReadOnlyList<ChecklistLine>>>;

internal sealed class GetOnboardingHandler(
    PlatformDb db, CallerAccessor caller, ReviewTalk talk, ISender sender, TimeProvider clock)
    : IQueryHandler<GetOnboarding, Result<Onboarding>>
{
    public async ValueTask<Result<Onboarding>> Handle(GetOnboarding query, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        var seller = await db.Sellers.AsNoTracking().SingleAsync(s => s.Id == tenantId, cancellationToken);
        var checklist = (await sender.Send(new ReadChecklist(tenantId, seller.State), cancellationToken)).Required();
        var notes = await talk.ReadAsync(tenantId, cancellationToken);
        List<string> authors = [.. notes.Where(n => !n.ByPlatform).Select(n => n.Actor).Distinct()];
        var names = authors.Count == 0
            ? new Dictionary<string, string>()
            : (await sender.Send(new GetNames(authors), cancellationToken)).Required();
        return new Onboarding(
            tenantId, seller.Slug, seller.Name, seller.State, seller.StateReason, checklist,
            [.. notes.Select(n => new NoteLine(
                n.AtUtc, n.ByPlatform, n.ByPlatform ? null : names.GetValueOrDefault(n.Actor), n.Kind, n.Text, n.Steps))],
            seller.RemindersOff,
            seller.State is SellerState.Suspended or SellerState.Rejected && !Appeals.IsMade(notes.ConvertAll(n => n.Kind))
                && clock.GetUtcNow().UtcDateTime <= seller.StateAtUtc + Appeals.Term
                ? seller.StateAtUtc + Appeals.Term : null);
    }
}

internal sealed class ReadChecklistHandler(PlatformDb db, ReviewTalk talk, IEnumerable<ISellerRequirement> requirements)
    : IQueryHandler<ReadChecklist, Result<IReadOnlyList<ChecklistLine>>>
{
    public async ValueTask<Result<IReadOnlyList<ChecklistLine>>> Handle(
        ReadChecklist query, CancellationToken cancellationToken)
    {
        var state = query.State
            ?? await db.Sellers.Where(s => s.Id == query.TenantId).Select(s => s.State).SingleOrDefaultAsync(cancellationToken);
        // Only while changes are asked for does the talk matter here.
        var asked = state == SellerState.ChangesRequested
            ? ReviewTalk.Asked(state, await talk.ReadAsync(query.TenantId, cancellationToken))
            : new Dictionary<string, string>();
        var lines = new List<ChecklistLine>();
        foreach (var requirement in requirements.OrderBy(r => SellerRequirements.Order.ToList().IndexOf(r.Key)))
        {
            if (!await requirement.AppliesAsync(query.TenantId, cancellationToken)) continue;
            var isMet = await requirement.IsMetAsync(query.TenantId, cancellationToken);
            lines.Add(new ChecklistLine(requirement.Key, isMet, asked.GetValueOrDefault(requirement.Key)));
        }

        return lines;
    }
}

using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>Moves a seller from state to state: the file, the standing that everyone reads, audit row and event.</summary>
internal sealed class SellerMoves(
    PlatformDb db, EventBuffer events, AuditTrail audit, SellerStore store, ReviewTalk talk, TimeProvider clock)
{
    public async ValueTask<Result> MoveAsync(
        string tenantId, SellerState to, string reason, Func<Seller, IEvent> happened, CancellationToken cancellation,
        IReadOnlyList<string>? steps = null, bool byAppeal = false)
    {
        var seller = await db.Sellers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == tenantId, cancellation);
        if (seller is null) return SellerErrors.NotFound;
        var (from, now) = (seller.State, clock.GetUtcNow().UtcDateTime);
        // Only an appeal brings back what was refused for good.
        var returns = byAppeal && from == SellerState.Rejected && to == SellerState.ChangesRequested;
        if (!returns && !Seller.MayMove(from, to)) return SellerErrors.WrongState;
        // Whatever way leads here (approval, reopening, a seed): nobody sells unnamed (DSA art. 30).
        if (to == SellerState.Approved && !await IsTraceableAsync(tenantId, cancellation)) return SellerErrors.NotTraceable;
        // Of two who decide at once, the second changes nothing and says nothing.
        var moved = await db.Sellers.Where(s => s.Id == tenantId && s.State == from).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.State, to).SetProperty(x => x.StateReason, reason).SetProperty(x => x.StateAtUtc, now)
                .SetProperty(x => x.Version, x => x.Version + 1), cancellation);
        if (moved == 0) return SellerErrors.WrongState;
        talk.Add(tenantId, KindOf(from, to), reason, byPlatform: to != SellerState.InReview, steps);
        var standing = await db.SellerStandings.SingleAsync(s => s.TenantId == tenantId, cancellation);
        (standing.IsOpen, standing.ChangedAtUtc) = (to == SellerState.Approved, now);
        audit.Note(
            db, "seller." + Word(to), "seller", tenantId, reason.Length == 0 ? $"was {from}" : $"was {from}: {reason}",
            tenantId);
        events.Publish(happened(seller), tenantId, seller.Version + 1, tenantId);
        store.Forget();
        return Result.Success();
    }

    private static ReviewNoteKind KindOf(SellerState from, SellerState to) => to switch
    {
        SellerState.InReview => ReviewNoteKind.Submitted,
        SellerState.ChangesRequested => ReviewNoteKind.ChangesRequested,
        SellerState.Approved => from == SellerState.Suspended ? ReviewNoteKind.Reopened : ReviewNoteKind.Approved,
        SellerState.Rejected => ReviewNoteKind.Rejected,
        SellerState.Suspended => ReviewNoteKind.Suspended,
        SellerState.Applying or SellerState.Closed => ReviewNoteKind.Word,
    };

    private async Task<bool> IsTraceableAsync(string tenantId, CancellationToken cancellation) =>
        (await db.SellerProfiles.AsNoTracking().SingleAsync(p => p.TenantId == tenantId, cancellation)).IsTraceable;

    private static string Word(SellerState state) => state switch
    {
        SellerState.Applying => "applied",
        SellerState.InReview => "submitted",
        SellerState.ChangesRequested => "changes-requested",
        SellerState.Approved => "approved",
        SellerState.Rejected => "rejected",
        SellerState.Suspended => "suspended",
        SellerState.Closed => "closed",
    };
}

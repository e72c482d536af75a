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
    PlatformDb db, EventBuffer events, AuditTrail audit, SellerStore store, TimeProvider clock)
{
    public async ValueTask<Result> MoveAsync(
        string tenantId, SellerState to, string reason, Func<Seller, IEvent> happened, CancellationToken cancellation)
    {
        var seller = await db.Sellers.SingleOrDefaultAsync(s => s.Id == tenantId, cancellation);
        if (seller is null) return SellerErrors.NotFound;
        var (from, now) = (seller.State, clock.GetUtcNow().UtcDateTime);
        if (!seller.Move(to, reason, now)) return SellerErrors.WrongState;
        var standing = await db.SellerStandings.SingleAsync(s => s.TenantId == tenantId, cancellation);
        (standing.IsOpen, standing.ChangedAtUtc) = (to == SellerState.Approved, now);
        audit.Note(
            db, "seller." + Word(to), "seller", tenantId, reason.Length == 0 ? $"was {from}" : $"was {from}: {reason}",
            tenantId);
        events.Publish(happened(seller), tenantId, seller.Version + 1, tenantId);
        store.Forget();
        return Result.Success();
    }

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

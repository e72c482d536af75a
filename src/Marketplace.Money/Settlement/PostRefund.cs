using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>
/// Takes a refund out of a seller's share and books it; until Stripe has confirmed it, the share is not released.
/// Fails with <c>refund.already-transferred</c>, <c>refund.transfer-running</c>, <c>refund.exceeds-share</c>.
/// </summary>
[Internal]
public sealed record PostRefund(string RefundId, string OrderId, string SellerOrderId, RefundBreakdown Parts)
    : ICommand<Result>, IPlatformTransaction;

/// <summary>Books the money of an order that could not be fulfilled as owed, and as on its way back.</summary>
[Internal]
public sealed record PostUnfulfilledRefund(string RefundId, string OrderId, string CurrencyCode, long AmountMinor)
    : ICommand<Result>, IPlatformTransaction;

internal static class RefundErrors
{
    public static readonly Error AlreadyTransferred = Error.Refused(
        "refund.already-transferred", "The seller has received this money already; it must be claimed back first.");

    public static readonly Error TransferRunning = Error.Conflict(
        "refund.transfer-running", "This money is on its way to the seller right now. Try again in a minute.");

    public static readonly Error ExceedsShare = Error.Refused(
        "refund.exceeds-share", "This is more than what is left of this part of the order.");

    public static readonly Error AlreadySold = Error.Conflict(
        "refund.already-sold", "This order was fulfilled: refund its parts instead.");
}

internal sealed class PostRefundHandler(PlatformDb db, LedgerWriter ledger, TimeProvider clock)
    : ICommandHandler<PostRefund, Result>, ICommandHandler<PostUnfulfilledRefund, Result>
{
    public async ValueTask<Result> Handle(PostRefund command, CancellationToken cancellationToken)
    {
        var parts = command.Parts;
        var holding = await db.Holdings.LockAsync(command.SellerOrderId, cancellationToken);
        if (holding is null || holding.OrderId != command.OrderId) return ReleaseClock.NoShare;
        if (holding.State == HoldingState.Transferring) return RefundErrors.TransferRunning;
        if (holding.State == HoldingState.Transferred) return RefundErrors.AlreadyTransferred;
        if (!Fits(holding, parts)) return RefundErrors.ExceedsShare;

        var released = holding.ReleasedAtUtc is not null;
        var account = released
            ? LedgerAccounts.SellerPayable(holding.TenantId) : LedgerAccounts.SellerHeld(holding.TenantId);
        var now = clock.GetUtcNow().UtcDateTime;
        holding.Shrink(parts);
        db.Add(new HoldingFreeze { HoldingId = holding.Id, Reason = Refunds.Freeze(command.RefundId), SinceUtc = now });
        await ledger.PostAsync(
            Journals.Refund(command.RefundId, holding.OrderId, holding.Id, holding.TenantId, holding.CurrencyCode,
                holding.TaxCountry, account, released, parts, now), cancellationToken);
        return Result.Success();
    }

    public async ValueTask<Result> Handle(PostUnfulfilledRefund command, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(JournalKeys.Sale(command.OrderId), cancellationToken) is not null)
            return RefundErrors.AlreadySold;
        var now = clock.GetUtcNow().UtcDateTime;
        await ledger.PostAsync(
            Journals.Unfulfilled(command.OrderId, command.CurrencyCode, command.AmountMinor, now), cancellationToken);
        await ledger.PostAsync(
            Journals.UnfulfilledRefund(command.RefundId, command.OrderId, command.CurrencyCode, command.AmountMinor, now),
            cancellationToken);
        return Result.Success();
    }

    private static bool Fits(Holding holding, RefundBreakdown parts) =>
        parts is { SellerNetMinor: >= 0, CommissionMinor: >= 0, CommissionTaxMinor: >= 0, PlatformTaxMinor: >= 0 }
        && parts.PlatformDiscountMinor >= 0
        && parts.PlatformDiscountMinor <= Math.Min(parts.SellerNetMinor, holding.PlatformDiscountMinor)
        && parts.SellerNetMinor <= holding.DueMinor && parts.CommissionMinor <= holding.CommissionMinor
        && parts.CommissionTaxMinor <= holding.CommissionTaxMinor && parts.PlatformTaxMinor <= holding.PlatformTaxMinor;
}

internal static class Refunds
{
    public static string Freeze(string refundId) => $"refund:{refundId}";
}

internal static class LockedHoldings
{
    /// <summary>
    /// The row as it is now, and nobody else's to change until the transaction ends: release, transfer and refund of
    /// one share stand in line here instead of overwriting each other.
    /// </summary>
    public static async Task<Holding?> LockAsync(
        this DbSet<Holding> holdings, string sellerOrderId, CancellationToken cancellation)
    {
        if (holdings.Local.FirstOrDefault(h => h.Id == sellerOrderId) is { } ours) return ours;
        await holdings.Where(h => h.Id == sellerOrderId)
            .ExecuteUpdateAsync(s => s.SetProperty(h => h.Version, h => h.Version + 1), cancellation);
        return await holdings.SingleOrDefaultAsync(h => h.Id == sellerOrderId, cancellation);
    }
}

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
/// Takes a refund that names no part out of all parts of its order. What was transferred already its seller owes from
/// now on. Of an order that was never fulfilled it goes off the whole. Fails with <c>refund.transfer-running</c>,
/// <c>refund.not-sold-yet</c>.
/// </summary>
[Internal]
public sealed record PostOutsideRefund(
    string RefundId, string OrderId, string CurrencyCode, long AmountMinor, long ReceivedMinor, DateTime PaidAtUtc)
    : ICommand<Result<IReadOnlyList<RefundShare>>>, IPlatformTransaction;

internal sealed class PostOutsideRefundHandler(PlatformDb db, LedgerWriter ledger, TimeProvider clock)
    : ICommandHandler<PostOutsideRefund, Result<IReadOnlyList<RefundShare>>>
{
    private static readonly TimeSpan ToBeSold = TimeSpan.FromHours(1);

    private static readonly Error NotSoldYet = Error.Conflict(
        "refund.not-sold-yet", "This order is being placed right now; its refund is taken in after that.");

    public async ValueTask<Result<IReadOnlyList<RefundShare>>> Handle(
        PostOutsideRefund command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = await db.Holdings.Where(h => h.OrderId == command.OrderId).OrderBy(h => h.Id).Select(h => h.Id)
            .ToListAsync(cancellationToken);
        if (ids.Count == 0) return await UnfulfilledAsync(command, now, cancellationToken);

        List<Holding> holdings = [];
        foreach (var id in ids) holdings.Add((await db.Holdings.LockAsync(id, cancellationToken))!);
        if (holdings.Exists(h => h.State == HoldingState.Transferring)) return RefundErrors.TransferRunning;
        var parts = holdings.ConvertAll(h => new RefundablePart(
            h.Id, h.TenantId, h.NetMinor - h.OwedBackMinor, h.CommissionMinor, h.CommissionTaxMinor, h.PlatformTaxMinor,
            h.PlatformDiscountMinor, h.DueMinor));
        if (parts.Sum(p => p.BuyerMinor) < command.AmountMinor) return RefundErrors.ExceedsShare;

        var shares = OutsideRefundSplit.Split(parts, command.AmountMinor, command.CurrencyCode);
        List<SharedRefund> booked = [];
        foreach (var share in shares)
        {
            var holding = holdings.Single(h => h.Id == share.SellerOrderId);
            booked.Add(new SharedRefund(share, holding.ReleasedAtUtc is not null, holding.TaxCountry));
            holding.Shrink(share.Parts, share.OwedMinor);
            db.Add(new HoldingFreeze { HoldingId = holding.Id, Reason = Refunds.Freeze(command.RefundId), SinceUtc = now });
        }

        await ledger.PostAsync(
            Journals.OutsideRefund(command.RefundId, command.OrderId, command.CurrencyCode, booked, now), cancellationToken);
        return Result<IReadOnlyList<RefundShare>>.Success(shares);
    }

    /// <summary>Money that nobody turned into an order, for instance of one in review.</summary>
    private async Task<Result<IReadOnlyList<RefundShare>>> UnfulfilledAsync(
        PostOutsideRefund command, DateTime now, CancellationToken cancellation)
    {
        var known = await ledger.FindAsync(JournalKeys.Unfulfilled(command.OrderId), cancellation) is not null;
        if (!known && now - command.PaidAtUtc < ToBeSold) return NotSoldYet;
        await ledger.PostAsync(
            Journals.Unfulfilled(command.OrderId, command.CurrencyCode, command.ReceivedMinor, now), cancellation);
        await ledger.PostAsync(
            Journals.UnfulfilledRefund(command.RefundId, command.OrderId, command.CurrencyCode, command.AmountMinor, now),
            cancellation);
        return Result<IReadOnlyList<RefundShare>>.Success([]);
    }
}

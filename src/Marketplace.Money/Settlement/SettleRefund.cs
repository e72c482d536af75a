using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>Stripe paid the refund (books the cash), or refused it for good (everything as before it); once each.</summary>
[Internal]
public sealed record SettleRefund(
    string RefundId, string OrderId, string CurrencyCode, long AmountMinor, IReadOnlyList<RefundShare> Shares, bool Paid)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SettleRefundHandler(PlatformDb db, LedgerWriter ledger, TimeProvider clock)
    : ICommandHandler<SettleRefund, Result>
{
    public async ValueTask<Result> Handle(SettleRefund command, CancellationToken cancellationToken)
    {
        var freeze = Refunds.Freeze(command.RefundId);
        var now = clock.GetUtcNow().UtcDateTime;
        var parts = command.Shares.Select(s => s.SellerOrderId).ToList();
        await db.HoldingFreezes.Where(f => parts.Contains(f.HoldingId) && f.Reason == freeze)
            .ExecuteDeleteAsync(cancellationToken);
        if (command.Paid)
        {
            await ledger.PostAsync(
                Journals.RefundPaid(command.RefundId, command.OrderId, command.CurrencyCode, command.AmountMinor, now),
                cancellationToken);
            return Result.Success();
        }

        if (await ledger.FindAsync(JournalKeys.RefundPaid(command.RefundId), cancellationToken) is { } paid)
            await ledger.PostAsync(Journals.RefundReversed(paid, now), cancellationToken);
        if (await ledger.FindAsync(JournalKeys.Refund(command.RefundId), cancellationToken) is not { } refund)
            return Result.Success();
        return await GiveBackAsync(command.Shares, Journals.RefundReversed(refund, now), cancellationToken);
    }

    private async Task<Result> GiveBackAsync(
        IReadOnlyList<RefundShare> shares, Journal reversal, CancellationToken cancellation)
    {
        foreach (var share in shares.OrderBy(s => s.SellerOrderId, StringComparer.Ordinal))
        {
            if (await db.Holdings.LockAsync(share.SellerOrderId, cancellation) is not { } holding) return ReleaseClock.NoShare;
            if (holding.State == HoldingState.Transferring) return RefundErrors.TransferRunning;
            holding.Grow(share.Parts, share.OwedMinor);
            if (holding.ReleasedAtUtc is not null) reversal = AsReleased(reversal, holding.Id, holding.TenantId);
        }

        await ledger.PostAsync(reversal, cancellation);
        return Result.Success();
    }

    /// <summary>The share was released meanwhile: what comes back is payable and earned, no longer held and deferred.</summary>
    private static Journal AsReleased(Journal reversal, string sellerOrderId, string tenantId) => reversal with
    {
        Postings = [.. reversal.Postings.Select(p => p.SellerOrderId != sellerOrderId ? p
            : p with { Debit = Now(p.Debit, tenantId), Credit = Now(p.Credit, tenantId) })],
    };

    private static string Now(string account, string tenantId) =>
        account == LedgerAccounts.SellerHeld(tenantId) ? LedgerAccounts.SellerPayable(tenantId)
        : account == LedgerAccounts.DeferredCommission ? LedgerAccounts.Commission
        : account;
}

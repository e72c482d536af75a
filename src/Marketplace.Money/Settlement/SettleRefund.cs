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
    string RefundId, string OrderId, string? SellerOrderId, string CurrencyCode, long AmountMinor, RefundBreakdown? Parts,
    bool Paid) : ICommand<Result>, IPlatformTransaction;

internal sealed class SettleRefundHandler(PlatformDb db, LedgerWriter ledger, TimeProvider clock)
    : ICommandHandler<SettleRefund, Result>
{
    public async ValueTask<Result> Handle(SettleRefund command, CancellationToken cancellationToken)
    {
        var freeze = Refunds.Freeze(command.RefundId);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.HoldingFreezes.Where(f => f.HoldingId == command.SellerOrderId && f.Reason == freeze)
            .ExecuteDeleteAsync(cancellationToken);
        if (command.Paid)
        {
            await ledger.PostAsync(
                Journals.RefundPaid(command.RefundId, command.OrderId, command.CurrencyCode, command.AmountMinor, now),
                cancellationToken);
            return Result.Success();
        }

        if (await ledger.FindAsync($"refund:{command.RefundId}:paid", cancellationToken) is { } paid)
            await ledger.PostAsync(Journals.RefundReversed(paid, now), cancellationToken);
        if (await ledger.FindAsync($"refund:{command.RefundId}", cancellationToken) is not { } refund) return Result.Success();
        return command is { SellerOrderId: { } id, Parts: { } parts }
            ? await GiveBackAsync(id, parts, Journals.RefundReversed(refund, now), cancellationToken)
            : await PostAsync(Journals.RefundReversed(refund, now), cancellationToken);
    }

    private async Task<Result> GiveBackAsync(
        string sellerOrderId, RefundBreakdown parts, Journal reversal, CancellationToken cancellation)
    {
        if (await db.Holdings.LockAsync(sellerOrderId, cancellation) is not { } holding) return ReleaseClock.NoShare;
        if (holding.State == HoldingState.Transferring) return RefundErrors.TransferRunning;
        holding.Grow(parts.SellerNetMinor, parts.CommissionMinor, parts.CommissionTaxMinor, parts.PlatformTaxMinor);
        return await PostAsync(holding.ReleasedAtUtc is null ? reversal : AsReleased(reversal, holding.TenantId), cancellation);
    }

    /// <summary>The share was released meanwhile: what comes back is payable and earned, no longer held and deferred.</summary>
    private static Journal AsReleased(Journal reversal, string tenantId) => reversal with
    {
        Postings = [.. reversal.Postings.Select(p => p with { Debit = Now(p.Debit, tenantId), Credit = Now(p.Credit, tenantId) })],
    };

    private static string Now(string account, string tenantId) =>
        account == LedgerAccounts.SellerHeld(tenantId) ? LedgerAccounts.SellerPayable(tenantId)
        : account == LedgerAccounts.DeferredCommission ? LedgerAccounts.Commission
        : account;

    private async Task<Result> PostAsync(Journal journal, CancellationToken cancellation)
    {
        await ledger.PostAsync(journal, cancellation);
        return Result.Success();
    }
}

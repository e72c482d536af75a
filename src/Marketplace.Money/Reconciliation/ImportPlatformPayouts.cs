using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Mediator;

namespace Marketplace.Money.Reconciliation;

/// <summary>
/// Reads the platform's own payouts of the last month: one that arrived is in the bank, one that came back is not. What
/// they mean for the balance at Stripe its movements tell. Fails with <c>payment.unavailable</c>.
/// </summary>
[Internal]
public sealed record ImportPlatformPayouts : ICommand<Result>;

[Internal]
public sealed record RecordPlatformPayout(PayoutSnapshot Payout) : ICommand<Result>, IPlatformTransaction;

internal sealed class ImportPlatformPayoutsHandler(IProcessorBooks books, ISender sender, TimeProvider clock)
    : ICommandHandler<ImportPlatformPayouts, Result>
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    public async ValueTask<Result> Handle(ImportPlatformPayouts command, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var payout in await books.ListPayoutsAsync(clock.GetUtcNow().UtcDateTime - Back, cancellationToken))
                await sender.Send(new RecordPlatformPayout(payout), cancellationToken);
            return Result.Success();
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }
}

internal sealed class RecordPlatformPayoutHandler(LedgerWriter ledger, TimeProvider clock)
    : ICommandHandler<RecordPlatformPayout, Result>
{
    public async ValueTask<Result> Handle(RecordPlatformPayout command, CancellationToken cancellationToken)
    {
        var (payout, now) = (command.Payout, clock.GetUtcNow().UtcDateTime);
        var arrived = Journals.PlatformPayoutArrived(payout.Id, payout.CurrencyCode, payout.AmountMinor, payout.ArrivesAtUtc ?? now);
        if (payout.State == "paid")
            await ledger.PostAsync(arrived, cancellationToken);
        else if (payout.State is "failed" or "canceled" && await ledger.FindAsync(arrived.ExternalKey, cancellationToken) is { } booked)
            await ledger.PostAsync(Journals.Reversal("platform-payout-failed", booked, now), cancellationToken);
        return Result.Success();
    }
}

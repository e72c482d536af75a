using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Reconciliation.Contracts;
using Marketplace.Money.Reconciliation.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Reconciliation;

/// <summary>
/// Holds Stripe's figures for the platform's account (no seller), or a seller's, against the ledger of this moment,
/// and keeps what came of it. Answers in how many currencies something is wrong.
/// </summary>
[Internal]
public sealed record KeepReconciliation(string? TenantId, string Account, IReadOnlyList<BalanceFigure> Figures)
    : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class KeepReconciliationHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<KeepReconciliation, Result<int>>
{
    public async ValueTask<Result<int>> Handle(KeepReconciliation command, CancellationToken cancellationToken)
    {
        var books = new BooksReader(db, clock.GetUtcNow().UtcDateTime);
        var compared = command.TenantId is { } tenant
            ? await books.SellerAsync(tenant, command.Account, command.Figures, cancellationToken)
            : await books.PlatformAsync(command.Figures, cancellationToken);
        foreach (var balance in compared) await KeepAsync(command, balance, cancellationToken);
        return compared.Count(b => !b.IsRight);
    }

    private async Task KeepAsync(KeepReconciliation command, ComparedBalance balance, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var row = new ReconciledBalance
        {
            Id = Ids.New(now), AtUtc = now.UtcDateTime, Account = command.Account, TenantId = command.TenantId,
            CurrencyCode = balance.CurrencyCode, StripeMinor = balance.StripeMinor, LedgerMinor = balance.LedgerMinor,
            InFlightMinor = balance.InFlightMinor, DifferenceMinor = balance.DifferenceMinor,
        };
        db.Add(row);
        for (var i = 0; i < balance.Items.Count; i++) db.Add(Row(row.Id, i, balance.Items[i]));
        var reference = $"{(command.Account.Length == 0 ? LedgerAccounts.Stripe : command.Account)}:{balance.CurrencyCode}";
        await (balance.IsRight
            ? sender.Send(new SettleAlert(AlertKind.Difference, reference), cancellation)
            : sender.Send(
                new RaiseAlert(
                    AlertKind.Difference, reference, "", command.TenantId, null, balance.DifferenceMinor,
                    balance.CurrencyCode), cancellation));
    }

    private static ReconciliationItem Row(string balanceId, int position, OneSided item) => new()
    {
        BalanceId = balanceId, Position = position, Reason = item.Reason, Reference = item.Reference,
        AmountMinor = item.AmountMinor, SinceUtc = item.SinceUtc, OrderId = item.OrderId, IsInFlight = item.IsInFlight,
    };
}

using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>Reads a seller's payouts of the last weeks from Stripe: from its balance there to its bank.</summary>
[Internal]
public sealed record ImportPayouts(string AccountId) : ICommand<Result>;

/// <summary>Keeps one payout as Stripe tells it; paid and, later perhaps, failed are booked once each.</summary>
[Internal]
public sealed record RecordPayout(string TenantId, PayoutSnapshot Payout) : ICommand<Result>, IPlatformTransaction;

internal sealed class ImportPayoutsHandler(ISellerAccountGateway gateway, ISender sender, TimeProvider clock)
    : ICommandHandler<ImportPayouts, Result>
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    public async ValueTask<Result> Handle(ImportPayouts command, CancellationToken cancellationToken)
    {
        if (await gateway.ReadAccountAsync(command.AccountId, cancellationToken) is not { TenantId: { } tenant })
            return PayoutAccountErrors.None;
        var seller = (await sender.Send(new GetSellers([tenant]), cancellationToken)).Required() is [var found] ? found : null;
        if (seller?.PayoutAccountId != command.AccountId) return PayoutAccountErrors.None;

        var since = clock.GetUtcNow().UtcDateTime - Back;
        foreach (var payout in await gateway.ListPayoutsAsync(command.AccountId, since, cancellationToken))
            await sender.Send(new RecordPayout(tenant, payout), cancellationToken);
        return Result.Success();
    }
}

internal sealed class RecordPayoutHandler(PlatformDb db, LedgerWriter ledger, ISender sender, TimeProvider clock)
    : ICommandHandler<RecordPayout, Result>
{
    private static readonly HashSet<string> Undone = ["failed", "canceled"];

    public async ValueTask<Result> Handle(RecordPayout command, CancellationToken cancellationToken)
    {
        var (tenant, payout) = command;
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.SellerPayouts.SingleOrDefaultAsync(p => p.Id == payout.Id, cancellationToken);
        if (row is not null && row.TenantId != tenant) return PayoutAccountErrors.None;
        if (row is null)
        {
            db.Add(row = new SellerPayout
            {
                Id = payout.Id, TenantId = tenant, CurrencyCode = payout.CurrencyCode, AmountMinor = payout.AmountMinor,
                State = payout.State, CreatedAtUtc = payout.CreatedAtUtc,
            });
        }

        (row.State, row.ArrivesAtUtc, row.FailureMessage) = (payout.State, payout.ArrivesAtUtc, Short(payout.FailureMessage));
        // Stripe takes the money off the balance when the payout is made, whatever becomes of it.
        await ledger.PostAsync(
            Journals.SellerPayoutPaid(payout.Id, tenant, payout.CurrencyCode, payout.AmountMinor, payout.CreatedAtUtc), cancellationToken);
        if (Undone.Contains(payout.State))
        {
            await ledger.PostAsync(
                Journals.SellerPayoutFailed(payout.Id, tenant, payout.CurrencyCode, payout.AmountMinor, now), cancellationToken);
            await sender.Send(
                new RaiseAlert(
                    AlertKind.PayoutFailed, payout.Id, payout.FailureMessage ?? payout.State, tenant, null, payout.AmountMinor,
                    payout.CurrencyCode), cancellationToken);
        }

        return Result.Success();
    }

    private static string? Short(string? text) => text is { Length: > 300 } ? text[..300] : text;
}

/// <summary>Payouts whose webhook was lost: every account that received a transfer lately is read once an hour.</summary>
internal sealed class ImportPayoutsJob(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    public string Name => "import-payouts";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-30);
        var tenants = await db.Holdings.AsNoTracking().Where(h => h.TransferredAtUtc >= since)
            .Select(h => h.TenantId).Distinct().OrderBy(t => t).Take(Batch).ToListAsync(cancellation);
        if (tenants.Count == 0) return "no account to read";
        var sellers = (await sender.Send(new GetSellers(tenants), cancellation)).Required();
        foreach (var seller in sellers)
        {
            if (seller.PayoutAccountId is { } account) await sender.Send(new ImportPayouts(account), cancellation);
        }

        return $"read {sellers.Count} accounts";
    }
}

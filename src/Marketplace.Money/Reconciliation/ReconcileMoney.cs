using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Reconciliation;

/// <summary>
/// Holds the ledger against Stripe: the platform's balance in each currency, and the balance of each seller whose
/// money moved lately. Not inside a transaction. Fails with <c>payment.unavailable</c>.
/// </summary>
[Internal]
public sealed record ReconcileMoney : ICommand<Result<ReconciledMoney>>;

/// <param name="Wrong">In how many balances something is neither equal nor on its way.</param>
public sealed record ReconciledMoney(int Accounts, int Wrong);

/// <summary>The same, by hand.</summary>
[Admin("money")]
public sealed record ReconcileNow : ICommand<Result<ReconciledMoney>>;

[Internal]
public sealed record NoteReconciliation : ICommand<Result>, IPlatformTransaction;

internal sealed class ReconcileMoneyHandler(PlatformDb db, IProcessorBooks books, ISender sender, TimeProvider clock)
    : ICommandHandler<ReconcileMoney, Result<ReconciledMoney>>
{
    private const int Looks = 3;
    private const int MostSellers = GetSellers.Maximum;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(35);

    public async ValueTask<Result<ReconciledMoney>> Handle(ReconcileMoney command, CancellationToken cancellationToken)
    {
        try
        {
            if (await FiguresAsync(cancellationToken) is not { } figures) return PaymentErrors.Unavailable;
            var wrong = (await sender.Send(new KeepReconciliation(null, "", figures), cancellationToken)).Required();
            var sellers = await SellersAsync(cancellationToken);
            foreach (var (tenant, account) in sellers)
            {
                await sender.Send(new ImportPayouts(account), cancellationToken);
                var theirs = await books.ReadBalanceAsync(account, cancellationToken);
                wrong += (await sender.Send(new KeepReconciliation(tenant, account, theirs), cancellationToken)).Required();
            }

            return new ReconciledMoney(sellers.Count + 1, wrong);
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }

    /// <summary>The balance at a moment when all its movements are here: read before and after, until both are equal.</summary>
    private async Task<IReadOnlyList<BalanceFigure>?> FiguresAsync(CancellationToken cancellation)
    {
        var figures = await books.ReadBalanceAsync(null, cancellation);
        for (var look = 0; look < Looks; look++)
        {
            if (!(await sender.Send(new ImportBalance(), cancellation)).Ok) return null;
            var after = await books.ReadBalanceAsync(null, cancellation);
            if (after.SequenceEqual(figures)) return figures;
            figures = after;
        }

        return figures;
    }

    private async Task<List<(string Tenant, string Account)>> SellersAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - Lately;
        var tenants = await db.Holdings.AsNoTracking().Where(h => h.TransferredAtUtc >= since)
            .Select(h => h.TenantId).Distinct().OrderBy(t => t).Take(MostSellers).ToListAsync(cancellation);
        var sellers = (await sender.Send(new GetSellers(tenants), cancellation)).Required();
        return [.. sellers.Where(s => s.PayoutAccountId is not null).Select(s => (s.TenantId, s.PayoutAccountId!))];
    }
}

internal sealed class ReconcileNowHandler(ISender sender) : ICommandHandler<ReconcileNow, Result<ReconciledMoney>>
{
    public async ValueTask<Result<ReconciledMoney>> Handle(ReconcileNow command, CancellationToken cancellationToken)
    {
        await sender.Send(new NoteReconciliation(), cancellationToken);
        return await sender.Send(new ReconcileMoney(), cancellationToken);
    }
}

internal sealed class NoteReconciliationHandler(PlatformDb db, AuditTrail audit) : ICommandHandler<NoteReconciliation, Result>
{
    public ValueTask<Result> Handle(NoteReconciliation command, CancellationToken cancellationToken)
    {
        audit.Note(db, "money.reconciled", "ledger", "stripe", "Held against the processor's balance by hand.");
        return ValueTask.FromResult(Result.Success());
    }
}

internal sealed class ReconcileJob(ISender sender) : IJob
{
    public string Name => "reconcile-money";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var done = await sender.Send(new ReconcileMoney(), cancellation);
        return done.Ok ? $"compared {done.Value.Accounts} accounts, {done.Value.Wrong} balances differ" : done.Error.Message;
    }
}

using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Reconciliation.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Reconciliation;

/// <summary>
/// The latest comparison of each balance, what is on one side only, the last thirty comparisons of the platform's own,
/// and movements that nobody could explain (the oldest first, at most 100).
/// </summary>
[Admin("money")]
public sealed record GetReconciliation : IQuery<Result<ReconciliationView>>;

public sealed record ReconciliationView(
    IReadOnlyList<BalanceView> Balances, IReadOnlyList<BalanceView> History, IReadOnlyList<UnknownMovement> Unknown);

/// <param name="TenantId">Null: the platform's own account.</param>
/// <param name="Seller">Its name, where it is a seller's account.</param>
public sealed record BalanceView(
    string Id, DateTime AtUtc, string? TenantId, string? Seller, string CurrencyCode, long StripeMinor, long LedgerMinor,
    long InFlightMinor, long DifferenceMinor, IReadOnlyList<DifferenceView> Items);

public sealed record DifferenceView(
    DifferenceReason Reason, string Reference, long AmountMinor, DateTime? SinceUtc, string? OrderId, bool IsInFlight);

public sealed record UnknownMovement(
    string Id, string Type, long AmountMinor, string CurrencyCode, DateTime AtUtc, string? SourceId, string? OrderId);

internal sealed class GetReconciliationHandler(PlatformDb db, ISender sender) : IQueryHandler<GetReconciliation, Result<ReconciliationView>>
{
    private const int Most = 400;

    public async ValueTask<Result<ReconciliationView>> Handle(GetReconciliation query, CancellationToken cancellationToken)
    {
        var all = db.ReconciledBalances.AsNoTracking();
        var latest = await all
            .Where(b => b.Account == "" || b.AtUtc >= all.Where(p => p.Account == "").Max(p => p.AtUtc))
            .Where(b => !all.Any(later => later.Account == b.Account && later.CurrencyCode == b.CurrencyCode
                && later.Id.CompareTo(b.Id) > 0))
            .OrderBy(b => b.Account).ThenBy(b => b.CurrencyCode).Take(Most).ToListAsync(cancellationToken);
        var ids = latest.ConvertAll(b => b.Id);
        var items = (await db.ReconciliationItems.AsNoTracking().Where(i => ids.Contains(i.BalanceId))
            .OrderBy(i => i.BalanceId).ThenBy(i => i.IsInFlight).ThenBy(i => i.Position).Take(Most)
            .ToListAsync(cancellationToken)).ToLookup(
                i => i.BalanceId,
                i => new DifferenceView(i.Reason, i.Reference, i.AmountMinor, i.SinceUtc, i.OrderId, i.IsInFlight),
                StringComparer.Ordinal);
        var sellers = await sender.SellersByIdAsync(latest.Select(b => b.TenantId), cancellationToken);
        BalanceView View(Model.ReconciledBalance b) => new(
            b.Id, b.AtUtc, b.TenantId, NameOf(b.TenantId), b.CurrencyCode,
            b.StripeMinor, b.LedgerMinor, b.InFlightMinor, b.DifferenceMinor,
            [.. items[b.Id]]);
        var history = await all.Where(b => b.Account == "").OrderByDescending(b => b.Id).Take(30).ToListAsync(cancellationToken);
        var unknown = await db.BalanceEntries.AsNoTracking().Where(e => e.State == BalanceEntryState.Unknown)
            .OrderBy(e => e.CreatedAtUtc).ThenBy(e => e.Id).Take(100)
            .Select(e => new UnknownMovement(
                e.Id, e.Type, e.AmountMinor, e.CurrencyCode, e.CreatedAtUtc, e.SourceId, e.OrderId))
            .ToListAsync(cancellationToken);
        return new ReconciliationView([.. latest.Select(View)], [.. history.Select(View)], unknown);

        string? NameOf(string? tenantId) => tenantId is null ? null : sellers.GetValueOrDefault(tenantId)?.Name ?? tenantId;
    }
}

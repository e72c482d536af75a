using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>A seller's money by currency, and what moves next; added up by the database, in two queries.</summary>
[Seller("money")]
public sealed record GetSellerBalances : IQuery<Result<IReadOnlyList<SellerBalance>>>;

/// <param name="TransferredMinor">At the seller's account with the processor, not yet paid out.</param>
/// <param name="NextReleaseUtc">When the next held share becomes payable; null while none has been delivered.</param>
/// <param name="SoonMinor">Held shares that become payable within seven days.</param>
/// <param name="OwedBackMinor">Refunded after it had been transferred: the seller owes it.</param>
/// <param name="OnItsWayMinor">Of the paid: payouts that have not arrived, the last of them at <paramref name="ArrivesAtUtc"/>.</param>
public sealed record SellerBalance(
    string CurrencyCode, long HeldMinor, long PayableMinor, long TransferredMinor, long PaidMinor,
    DateTime? NextReleaseUtc = null, long SoonMinor = 0, long OnItsWayMinor = 0, DateTime? ArrivesAtUtc = null,
    long OwedBackMinor = 0);

/// <summary>The same of any seller, for the console.</summary>
[Admin("money")]
public sealed record GetBalancesOfSeller(string TenantId) : IQuery<Result<IReadOnlyList<SellerBalance>>>;

internal sealed class GetSellerBalancesHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : IQueryHandler<GetSellerBalances, Result<IReadOnlyList<SellerBalance>>>,
      IQueryHandler<GetBalancesOfSeller, Result<IReadOnlyList<SellerBalance>>>
{
    private const int SoonDays = 7;

    public async ValueTask<Result<IReadOnlyList<SellerBalance>>> Handle(
        GetSellerBalances query, CancellationToken cancellationToken) =>
        await ReadAsync(caller.Caller.TenantId ?? throw new MissingOwnerException("seller"), cancellationToken);

    public async ValueTask<Result<IReadOnlyList<SellerBalance>>> Handle(
        GetBalancesOfSeller query, CancellationToken cancellationToken) => await ReadAsync(query.TenantId, cancellationToken);

    private async Task<List<SellerBalance>> ReadAsync(string tenant, CancellationToken cancellation)
    {
        var soon = clock.GetUtcNow().UtcDateTime.AddDays(SoonDays);
        var shares = await db.Holdings.AsNoTracking().Where(h => h.TenantId == tenant)
            .GroupBy(h => new { h.CurrencyCode, h.State })
            .Select(g => new
            {
                g.Key.CurrencyCode, g.Key.State, Net = g.Sum(h => h.NetMinor), Sent = g.Sum(h => h.TransferredMinor),
                Owed = g.Sum(h => h.OwedBackMinor),
                Next = g.Min(h => h.ReleaseAtUtc), Soon = g.Sum(h => h.ReleaseAtUtc <= soon ? h.NetMinor : 0),
            }).ToListAsync(cancellation);
        var payouts = await db.SellerPayouts.AsNoTracking()
            .Where(p => p.TenantId == tenant && p.State != "failed" && p.State != "canceled")
            .GroupBy(p => new { p.CurrencyCode, Arrived = p.State == "paid" })
            .Select(g => new { g.Key.CurrencyCode, g.Key.Arrived, Sum = g.Sum(p => p.AmountMinor), Last = g.Max(p => p.ArrivesAtUtc) })
            .ToListAsync(cancellation);
        return
        [
            .. shares.GroupBy(s => s.CurrencyCode).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var held = g.FirstOrDefault(s => s.State == HoldingState.Held);
                var moving = payouts.Find(p => p.CurrencyCode == g.Key && !p.Arrived);
                var paid = payouts.Where(p => p.CurrencyCode == g.Key).Sum(p => p.Sum);
                return new SellerBalance(
                    g.Key, held?.Net ?? 0,
                    g.Where(s => s.State is HoldingState.Payable or HoldingState.Transferring).Sum(s => s.Net - s.Sent),
                    Math.Max(0, g.Sum(s => s.Sent) - paid), paid, held?.Next, held?.Soon ?? 0, moving?.Sum ?? 0, moving?.Last,
                    g.Sum(s => s.Owed));
            }),
        ];
    }
}

using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>A seller's money by currency, and what moves next; added up by the database, in one query.</summary>
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
        var shares = db.Holdings.Where(h => h.TenantId == tenant).Select(h => new
        {
            h.CurrencyCode, At = h.ReleaseAtUtc, Net = h.NetMinor, Sent = h.TransferredMinor, Owed = h.OwedBackMinor,
            Kind = h.State == HoldingState.Held ? "held"
                : h.State == HoldingState.Payable || h.State == HoldingState.Transferring ? "payable" : "done",
            Soon = h.ReleaseAtUtc <= soon ? h.NetMinor : 0,
        });
        var payouts = db.SellerPayouts.Where(p => p.TenantId == tenant && p.State != "failed" && p.State != "canceled").Select(p => new
        {
            p.CurrencyCode, At = p.ArrivesAtUtc, Net = p.AmountMinor, Sent = 0L, Owed = 0L,
            Kind = p.State == "paid" ? "arrived" : "moving", Soon = 0L,
        });
        var sums = await shares.Concat(payouts).GroupBy(x => new { x.CurrencyCode, x.Kind })
            .Select(g => new
            {
                g.Key.CurrencyCode, g.Key.Kind, Net = g.Sum(x => x.Net), Sent = g.Sum(x => x.Sent), Owed = g.Sum(x => x.Owed),
                Soon = g.Sum(x => x.Soon), First = g.Min(x => x.At), Last = g.Max(x => x.At),
            }).ToListAsync(cancellation);
        return
        [
            .. sums.GroupBy(s => s.CurrencyCode).Where(g => g.Any(s => s.Kind is "held" or "payable" or "done"))
                .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
                {
                    var of = g.ToDictionary(s => s.Kind);
                    var (held, payable, moving) =
                        (of.GetValueOrDefault("held"), of.GetValueOrDefault("payable"), of.GetValueOrDefault("moving"));
                    var paid = (of.GetValueOrDefault("arrived")?.Net ?? 0) + (moving?.Net ?? 0);
                    return new SellerBalance(
                        g.Key, held?.Net ?? 0, (payable?.Net ?? 0) - (payable?.Sent ?? 0), Math.Max(0, g.Sum(s => s.Sent) - paid),
                        paid, held?.First, held?.Soon ?? 0, moving?.Net ?? 0, moving?.Last, g.Sum(s => s.Owed));
                }),
        ];
    }
}

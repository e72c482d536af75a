using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>A seller's money by currency, the shares behind it (newest first, 50 a page), and the latest payouts.</summary>
[Seller("money")]
public sealed record GetSellerMoney(int Page = 1) : IQuery<Result<SellerMoney>>;

public sealed record SellerMoney(
    IReadOnlyList<SellerBalance> Balances, IReadOnlyList<SellerShare> Shares, int Page, int Pages,
    IReadOnlyList<SellerPayoutView> Payouts);

public enum ShareState
{
    Held,
    Payable,
    Transferring,
    Transferred,
    Refunded,
}

/// <param name="HoldDays">From delivery to release.</param>
/// <param name="FrozenBy">Why it may not be released, as a code before the colon: <c>refund:…</c>, <c>return:…</c>.</param>
/// <param name="WaitReason">A code: why a payable share is not on its way.</param>
public sealed record SellerShare(
    string SellerOrderId, string CurrencyCode, long NetMinor, long CommissionMinor, long CommissionTaxMinor,
    long PlatformTaxMinor, ShareState State, DateTime SoldAtUtc, DateTime? ReleaseAtUtc, DateTime? TransferredAtUtc,
    bool IsFrozen, string? WaitReason, int HoldDays, string? FrozenBy);

public sealed record SellerPayoutView(
    string Id, string CurrencyCode, long AmountMinor, string State, DateTime CreatedAtUtc, DateTime? ArrivesAtUtc,
    string? FailureMessage);

internal sealed class GetSellerMoneyHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : IQueryHandler<GetSellerMoney, Result<SellerMoney>>
{
    private const int PageSize = 50;

    public async ValueTask<Result<SellerMoney>> Handle(GetSellerMoney query, CancellationToken cancellationToken)
    {
        var tenant = caller.Caller.TenantId ?? throw new MissingOwnerException("seller");
        var own = db.Holdings.AsNoTracking().Where(h => h.TenantId == tenant);
        var count = await own.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new SellerMoney(
            (await sender.Send(new GetSellerBalances(), cancellationToken)).Required(),
            await SharesAsync(own, page, cancellationToken), page, pages,
            await db.SellerPayouts.AsNoTracking().Where(p => p.TenantId == tenant)
                .OrderByDescending(p => p.CreatedAtUtc).Take(20)
                .Select(p => new SellerPayoutView(
                    p.Id, p.CurrencyCode, p.AmountMinor, p.State, p.CreatedAtUtc, p.ArrivesAtUtc, p.FailureMessage))
                .ToListAsync(cancellationToken));
    }

    private async Task<List<SellerShare>> SharesAsync(IQueryable<Holding> own, int page, CancellationToken cancellation)
    {
        var freezes = db.HoldingFreezes;
        var rows = await own.OrderByDescending(h => h.SoldAtUtc).ThenBy(h => h.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(h => new
            {
                Share = h,
                Frozen = freezes.Where(f => f.HoldingId == h.Id).OrderBy(f => f.SinceUtc).Select(f => f.Reason).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return [.. rows.Select(r => new SellerShare(
            r.Share.Id, r.Share.CurrencyCode, r.Share.NetMinor, r.Share.CommissionMinor, r.Share.CommissionTaxMinor,
            r.Share.PlatformTaxMinor, State(r.Share.State), r.Share.SoldAtUtc, r.Share.ReleaseAtUtc,
            r.Share.TransferredAtUtc, r.Frozen is not null, r.Share.WaitReason, r.Share.HoldDays, r.Frozen))];
    }

    internal static ShareState State(HoldingState state) => state switch
    {
        HoldingState.Held => ShareState.Held,
        HoldingState.Payable => ShareState.Payable,
        HoldingState.Transferring => ShareState.Transferring,
        HoldingState.Transferred => ShareState.Transferred,
        HoldingState.Refunded => ShareState.Refunded,
    };
}

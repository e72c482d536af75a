using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>How a seller kept what it promised, of the orders that were placed since a moment.</summary>
[Internal]
public sealed record MeasureFulfilment(string TenantId, DateTime SinceUtc) : IQuery<Result<FulfilmentFigures>>;

/// <param name="Promised">Not cancelled, and shipped, or promised for a day before today.</param>
/// <param name="Late">Of them, those that left after the promised day or have not left.</param>
/// <param name="Placed">All that were paid.</param>
/// <param name="CancelledBySeller">Of them, those of which the seller did not ship something that nobody had asked to cancel.</param>
/// <param name="Shipped">Wholly on their way, or delivered.</param>
/// <param name="Refunded">Of them, those of which something was paid back after they had left.</param>
public sealed record FulfilmentFigures(int Promised, int Late, int Placed, int CancelledBySeller, int Shipped, int Refunded);

/// <summary>Why an order speaks against its seller.</summary>
public enum FulfilmentFault
{
    Late,
    CancelledBySeller,
    Refunded,
}

/// <summary>The orders behind the caller's own figures, the newest first, at most <see cref="Most"/> of each fault.</summary>
[Seller("orders")]
public sealed record ListMyFaults(DateTime SinceUtc) : IQuery<Result<IReadOnlyList<FaultyOrder>>>
{
    public const int Most = 50;
}

/// <summary>The same of any seller, for the console.</summary>
[Admin("orders")]
public sealed record ListFaultsOfSeller(string TenantId, DateTime SinceUtc) : IQuery<Result<IReadOnlyList<FaultyOrder>>>;

public sealed record FaultyOrder(
    FulfilmentFault Fault, string SellerOrderId, string OrderId, string Number, DateTime PlacedAtUtc, DateOnly ShipByDate,
    DateTime? ShippedAtUtc);

internal sealed class MeasureFulfilmentHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : IQueryHandler<MeasureFulfilment, Result<FulfilmentFigures>>, IQueryHandler<ListMyFaults, Result<IReadOnlyList<FaultyOrder>>>,
    IQueryHandler<ListFaultsOfSeller, Result<IReadOnlyList<FaultyOrder>>>
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async ValueTask<Result<FulfilmentFigures>> Handle(MeasureFulfilment query, CancellationToken cancellation)
    {
        var all = Placed(query.TenantId, query.SinceUtc);
        return new FulfilmentFigures(
            await Promised(all).CountAsync(cancellation), await Of(all, FulfilmentFault.Late).CountAsync(cancellation),
            await all.CountAsync(cancellation), await Of(all, FulfilmentFault.CancelledBySeller).CountAsync(cancellation),
            await all.CountAsync(s => s.ShippedAtUtc != null, cancellation),
            await Of(all, FulfilmentFault.Refunded).CountAsync(cancellation));
    }

    public ValueTask<Result<IReadOnlyList<FaultyOrder>>> Handle(ListMyFaults query, CancellationToken cancellation) =>
        ListAsync(caller.Caller.TenantId ?? throw new MissingOwnerException("seller"), query.SinceUtc, cancellation);

    public ValueTask<Result<IReadOnlyList<FaultyOrder>>> Handle(ListFaultsOfSeller query, CancellationToken cancellation) =>
        ListAsync(query.TenantId, query.SinceUtc, cancellation);

    private async ValueTask<Result<IReadOnlyList<FaultyOrder>>> ListAsync(
        string tenantId, DateTime sinceUtc, CancellationToken cancellation)
    {
        var all = new List<FaultyOrder>();
        foreach (var fault in Enum.GetValues<FulfilmentFault>())
        {
            all.AddRange(await Of(Placed(tenantId, sinceUtc), fault).OrderByDescending(s => s.PlacedAtUtc).ThenBy(s => s.Id)
                .Take(ListMyFaults.Most)
                .Select(s => new FaultyOrder(fault, s.Id, s.OrderId, s.Number!, s.PlacedAtUtc!.Value, s.ShipByDate, s.ShippedAtUtc))
                .ToListAsync(cancellation));
        }

        return all;
    }

    private IQueryable<SellerOrder> Placed(string tenantId, DateTime sinceUtc) => db.SellerOrders.AsNoTracking()
        .Where(s => s.TenantId == tenantId && s.PlacedAtUtc >= sinceUtc && s.State != FulfilmentState.Draft);

    private IQueryable<SellerOrder> Promised(IQueryable<SellerOrder> all) =>
        all.Where(s => s.State != FulfilmentState.Cancelled && (s.ShippedAtUtc != null || s.ShipByDate < Today));

    private IQueryable<SellerOrder> Of(IQueryable<SellerOrder> all, FulfilmentFault fault)
    {
        var refunds = db.OrderRefunds.Where(r => r.State != RefundProgress.Failed);
        return fault switch
        {
            FulfilmentFault.Late => Promised(all).Where(
                s => s.ShippedAtUtc == null || DateOnly.FromDateTime(s.ShippedAtUtc.Value) > s.ShipByDate),
            FulfilmentFault.CancelledBySeller => all.Where(s => s.SellerFailedAtUtc != null),
            FulfilmentFault.Refunded => all.Where(s => s.ShippedAtUtc != null
                && refunds.Any(r => r.SellerOrderId == s.Id && r.RequestedAtUtc >= s.ShippedAtUtc)),
        };
    }
}

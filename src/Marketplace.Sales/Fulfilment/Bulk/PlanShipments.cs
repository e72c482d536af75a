using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Shipping.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Fulfilment.Bulk;

/// <summary>
/// What a file of shipments would do, row by row, without doing it. Columns by name: order, sku and quantity (both may be
/// left out: all that is open), carrier, tracking. Rows of one order with one carrier and number are one parcel. Errors:
/// <c>shipments.no-columns</c>, <c>shipments.too-many</c>.
/// </summary>
[Seller("orders")]
public sealed record PlanShipments(string Csv) : IQuery<Result<ShipmentPlan>>;

public sealed record ShipmentPlan(IReadOnlyList<PlannedRow> Rows, IReadOnlyList<PlannedParcel> Parcels);

/// <param name="Line">Where it stands in the file.</param>
public sealed record PlannedRow(
    int Line, string Number, string Sku, string Quantity, string Carrier, string Tracking, RowOutcome Outcome);

/// <param name="Lines">The rows of the file that it is made of.</param>
public sealed record PlannedParcel(
    string SellerOrderId, string Number, string CarrierCode, string? TrackingNumber, IReadOnlyList<LineQuantity> Pieces,
    IReadOnlyList<int> Lines);

/// <summary>What becomes of a row, or why nothing does.</summary>
public enum RowOutcome
{
    Ships,
    /// <summary>A parcel with this carrier and number is on its way already: the file was applied before.</summary>
    ShippedBefore,
    NoNumber,
    NoOrder,
    NotOpen,
    CancellationAsked,
    NoSku,
    WrongQuantity,
    MoreThanOpen,
    NoCarrier,
    WrongTracking,
    /// <summary>One row means all of the order, another one some of it.</summary>
    WholeAndParts,
}

public static class ShipmentFileErrors
{
    public static readonly Error NoColumns = Error.Invalid(
        "shipments.no-columns", "The first line names the columns: order, sku, quantity, carrier, tracking. Order and carrier are needed.");

    public static readonly Error TooMany = Error.Refused(
        "shipments.too-many", "A file has at most 500 rows and 200 KB. Split it in two.");
}

internal sealed class PlanShipmentsHandler(SellerDb db) : IQueryHandler<PlanShipments, Result<ShipmentPlan>>
{
    private const int MostRows = 500;
    private const int MostCharacters = 200_000;

    public async ValueTask<Result<ShipmentPlan>> Handle(PlanShipments query, CancellationToken cancellation)
    {
        if (query.Csv.Length > MostCharacters) return ShipmentFileErrors.TooMany;
        if (ShipmentFile.Read(query.Csv) is not { } rows) return ShipmentFileErrors.NoColumns;
        if (rows.Count > MostRows) return ShipmentFileErrors.TooMany;
        return ShipmentPlanner.Plan(rows, await OrdersAsync(rows, cancellation), await CarriersAsync(cancellation));
    }

    private async Task<Dictionary<string, OpenOrder>> OrdersAsync(List<ShipmentRow> rows, CancellationToken cancellation)
    {
        var numbers = rows.Select(r => r.Number).Distinct().ToList();
        var parts = await db.SellerOrders.AsNoTracking()
            .Where(s => s.TenantId == db.TenantId && numbers.Contains(s.Number!) && s.State != FulfilmentState.Draft)
            .ToListAsync(cancellation);
        var ids = parts.ConvertAll(p => p.Id);
        var lines = (await db.OrderLines.AsNoTracking().Where(l => l.TenantId == db.TenantId && ids.Contains(l.SellerOrderId))
            .OrderBy(l => l.Position).ToListAsync(cancellation)).ToLookup(l => l.SellerOrderId, StringComparer.Ordinal);
        var parcels = (await db.Shipments.AsNoTracking()
            .Where(s => s.TenantId == db.TenantId && ids.Contains(s.SellerOrderId) && s.TrackingNumber != null)
            .Select(s => new { s.SellerOrderId, s.CarrierCode, s.TrackingNumber }).ToListAsync(cancellation))
            .ToLookup(s => s.SellerOrderId, s => (s.CarrierCode, s.TrackingNumber!), StringComparer.Ordinal);
        return parts.ToDictionary(
            p => p.Number!,
            p => new OpenOrder(
                p.Id, p.IsOpen, p.CancellationAskedAtUtc is not null,
                [.. lines[p.Id].Select(l => new OpenLine(l.Id, l.Sku, l.OpenQuantity))], parcels[p.Id].ToHashSet()),
            StringComparer.OrdinalIgnoreCase);
    }

    private async Task<Dictionary<string, string>> CarriersAsync(CancellationToken cancellation)
    {
        var all = await db.Carriers.AsNoTracking().Select(c => new { c.Code, c.Name }).ToListAsync(cancellation);
        var byWord = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var carrier in all) (byWord[carrier.Code], byWord[carrier.Name]) = (carrier.Code, carrier.Code);
        return byWord;
    }
}

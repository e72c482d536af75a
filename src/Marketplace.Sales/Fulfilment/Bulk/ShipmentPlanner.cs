using System.Globalization;
using System.Text.RegularExpressions;

namespace Marketplace.Sales.Fulfilment.Bulk;

/// <summary>An order as far as shipping it needs to know.</summary>
/// <param name="Parcels">Carrier and number of what was shipped already.</param>
internal sealed record OpenOrder(
    string SellerOrderId, bool IsOpen, bool CancellationIsAsked, IReadOnlyList<OpenLine> Lines,
    IReadOnlySet<(string CarrierCode, string TrackingNumber)> Parcels);

internal sealed record OpenLine(string OrderLineId, string Sku, int Open);

/// <summary>Holds rows against orders: pure. What the rows before took is not open for those after.</summary>
internal static partial class ShipmentPlanner
{
    public static ShipmentPlan Plan(
        IReadOnlyList<ShipmentRow> rows, IReadOnlyDictionary<string, OpenOrder> orders, IReadOnlyDictionary<string, string> carriers)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var whole = new Dictionary<string, bool>(StringComparer.Ordinal);
        var planned = new List<PlannedRow>();
        var pieces = new List<(PlannedParcel Parcel, ShipmentRow Row)>();
        foreach (var row in rows)
        {
            var (outcome, chosen) = Judge(row, orders.GetValueOrDefault(row.Number), carriers, taken, whole);
            planned.Add(new PlannedRow(row.Line, row.Number, row.Sku, row.Quantity, row.Carrier, row.Tracking, outcome));
            if (outcome == RowOutcome.Ships)
                pieces.Add((new PlannedParcel(
                    orders[row.Number].SellerOrderId, row.Number, carriers[row.Carrier], Blank(row.Tracking), chosen, [row.Line]), row));
        }

        return new ShipmentPlan(planned,
        [
            .. pieces.Select(p => p.Parcel).GroupBy(p => (p.SellerOrderId, p.CarrierCode, p.TrackingNumber)).Select(g => g.First() with
            {
                Pieces =
                [
                    .. g.SelectMany(p => p.Pieces).GroupBy(q => q.OrderLineId)
                        .Select(q => new LineQuantity(q.Key, q.Sum(x => x.Quantity))),
                ],
                Lines = [.. g.SelectMany(p => p.Lines)],
            }),
        ]);
    }

    private static (RowOutcome Outcome, IReadOnlyList<LineQuantity> Pieces) Judge(
        ShipmentRow row, OpenOrder? order, IReadOnlyDictionary<string, string> carriers, Dictionary<string, int> taken,
        Dictionary<string, bool> whole)
    {
        if (row.Number.Length == 0) return (RowOutcome.NoNumber, []);
        if (order is null) return (RowOutcome.NoOrder, []);
        if (!carriers.TryGetValue(row.Carrier, out var carrier)) return (RowOutcome.NoCarrier, []);
        if (!Tracking().IsMatch(row.Tracking)) return (RowOutcome.WrongTracking, []);
        if (order.Parcels.Contains((carrier, row.Tracking))) return (RowOutcome.ShippedBefore, []);
        if (!order.IsOpen) return (RowOutcome.NotOpen, []);
        if (order.CancellationIsAsked) return (RowOutcome.CancellationAsked, []);
        var isWhole = row.Sku.Length == 0;
        if (whole.TryGetValue(order.SellerOrderId, out var other) && (isWhole || other)) return (RowOutcome.WholeAndParts, []);
        whole[order.SellerOrderId] = isWhole;
        return isWhole ? All(row, order) : Some(row, order, taken);
    }

    private static (RowOutcome, IReadOnlyList<LineQuantity>) All(ShipmentRow row, OpenOrder order) => row.Quantity.Length > 0
        ? (RowOutcome.NoSku, [])
        : (RowOutcome.Ships, [.. order.Lines.Where(l => l.Open > 0).Select(l => new LineQuantity(l.OrderLineId, l.Open))]);

    private static (RowOutcome, IReadOnlyList<LineQuantity>) Some(ShipmentRow row, OpenOrder order, Dictionary<string, int> taken)
    {
        if (order.Lines.FirstOrDefault(l => string.Equals(l.Sku, row.Sku, StringComparison.OrdinalIgnoreCase)) is not { } line)
            return (RowOutcome.NoSku, []);
        var left = line.Open - taken.GetValueOrDefault(line.OrderLineId);
        var wanted = left;
        if (row.Quantity.Length > 0
            && (!int.TryParse(row.Quantity, NumberStyles.None, CultureInfo.InvariantCulture, out wanted) || wanted < 1))
            return (RowOutcome.WrongQuantity, []);
        if (wanted > left || left == 0) return (RowOutcome.MoreThanOpen, []);
        taken[line.OrderLineId] = taken.GetValueOrDefault(line.OrderLineId) + wanted;
        return (RowOutcome.Ships, [new LineQuantity(line.OrderLineId, wanted)]);
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    /// <summary>As <see cref="ShipOrder"/> takes it.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9 .\-/]{0,60}\z")]
    private static partial Regex Tracking();
}

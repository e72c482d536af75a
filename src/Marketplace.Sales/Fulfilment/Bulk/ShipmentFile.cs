namespace Marketplace.Sales.Fulfilment.Bulk;

/// <summary>A row as it stands in the file.</summary>
internal sealed record ShipmentRow(int Line, string Number, string Sku, string Quantity, string Carrier, string Tracking);

/// <summary>From text to rows, by the names of the columns in whatever order.</summary>
internal static class ShipmentFile
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["order"] = "order", ["order number"] = "order", ["bestelling"] = "order", ["sku"] = "sku", ["quantity"] = "quantity",
        ["aantal"] = "quantity", ["carrier"] = "carrier", ["vervoerder"] = "carrier", ["tracking"] = "tracking",
        ["tracking number"] = "tracking", ["volgnummer"] = "tracking",
    };

    /// <summary>Null without the two columns that are needed.</summary>
    public static List<ShipmentRow>? Read(string csv)
    {
        var rows = CsvRows.Read(csv.TrimStart('\uFEFF'));
        if (rows.Count == 0) return null;
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, index) in rows[0].Cells.Select((name, index) => (name, index)))
            if (Names.TryGetValue(name, out var known)) at.TryAdd(known, index);
        if (!at.ContainsKey("order") || !at.ContainsKey("carrier")) return null;
        return
        [
            .. rows.Skip(1).Select(row =>
            {
                // A spreadsheet's apostrophe before what looks like a formula is not part of the cell.
                string Cell(string name) => at.TryGetValue(name, out var i) && i < row.Cells.Count ? row.Cells[i].TrimStart('\'') : "";
                return new ShipmentRow(
                    row.Line, Cell("order").TrimStart('#'), Cell("sku"), Cell("quantity"), Cell("carrier"), Cell("tracking"));
            }),
        ];
    }
}

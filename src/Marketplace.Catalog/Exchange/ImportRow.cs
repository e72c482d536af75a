using Marketplace.Catalog.Exchange.Contracts;

namespace Marketplace.Catalog.Exchange;

/// <summary>A row by the meaning of its columns.</summary>
internal sealed class ImportRow
{
    private readonly SheetRow _row;
    private readonly IReadOnlyDictionary<string, int> _fields;
    private readonly IReadOnlyList<ImportColumn> _columns;

    public ImportRow(SheetRow row, IReadOnlyList<ImportColumn> columns, IReadOnlyDictionary<string, int> fields) =>
        (_row, _columns, _fields) = (row, columns, fields);

    public int Line => _row.Line;

    public IEnumerable<RowProblem> CellProblems => _fields.Values.Select(i => _row.Cells[i].Problem).OfType<RowProblem>();

    public static IReadOnlyList<ImportRow> Of(Sheet sheet, IReadOnlyList<ImportColumn> columns)
    {
        var fields = columns.Select((c, i) => (c.Field, i)).Where(c => c.Field is not null && c.i < sheet.Header.Count)
            .ToDictionary(c => c.Field!, c => c.i, StringComparer.Ordinal);
        return [.. sheet.Rows.Select(r => new ImportRow(r, columns, fields))];
    }

    public bool Has(string field) => _fields.ContainsKey(field);

    /// <summary>Empty when the column is missing too.</summary>
    public string Text(string field) => Cell(field).Text;

    public SheetCell Cell(string field) => _fields.TryGetValue(field, out var i) ? _row.Cells[i] : new SheetCell("");

    /// <summary>The title of the column, for messages.</summary>
    public string Column(string field) => _fields.TryGetValue(field, out var i) ? _columns[i].Header : field;

    /// <summary>What follows a prefix: the currencies of "price:", the locations of "stock:".</summary>
    public IEnumerable<string> Suffixes(string prefix) =>
        _fields.Keys.Where(k => k.StartsWith(prefix + ":", StringComparison.Ordinal)).Select(k => k[(prefix.Length + 1)..]);
}

/// <summary>The rows of one listing.</summary>
/// <param name="Key">The handle, in lower case; of a row without one, its SKU.</param>
internal sealed record RowGroup(string Key, List<ImportRow> Rows)
{
    public ImportRow First => Rows[0];

    /// <summary>In the order of the file; rows of one listing need not stand together.</summary>
    public static IReadOnlyList<RowGroup> Of(IReadOnlyList<ImportRow> rows, ImportKind kind)
    {
        var (groups, byKey) = (new List<RowGroup>(), new Dictionary<string, RowGroup>(StringComparer.Ordinal));
        var byId = kind != ImportKind.WooCommerce ? [] : rows.Where(r => r.Text(ImportFields.RowId).Length > 0)
            .GroupBy(r => r.Text(ImportFields.RowId), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => OwnKey(g.First()), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = kind == ImportKind.WooCommerce ? WooKey(row, byId) : KeyOf(row);
            if (!byKey.TryGetValue(key, out var group)) groups.Add(byKey[key] = group = new RowGroup(key, []));
            group.Rows.Add(row);
        }

        return groups;
    }

    /// <summary>A row of pictures alone, or of WooCommerce's parent of variations, is no variant.</summary>
    public static bool IsVariant(ImportRow row, ImportKind kind) => kind switch
    {
        ImportKind.WooCommerce => !row.Text(ImportFields.RowType).StartsWith("variable", StringComparison.OrdinalIgnoreCase),
        _ => row.Text(ImportFields.Sku).Length > 0 || row.Text(ImportFields.OptionValue(1)).Length > 0
            || row.Text(ImportFields.Title).Length > 0 || row.Text(ImportFields.Price).Length > 0,
    };

    private static string KeyOf(ImportRow row)
    {
        if (row.Text(ImportFields.Handle) is { Length: > 0 } handle) return handle.ToLowerInvariant();
        return row.Text(ImportFields.Sku) is { Length: > 0 } sku ? "sku:" + sku.ToLowerInvariant() : $"line:{row.Line}";
    }

    /// <summary>Variations name their parent by its SKU, or as "id:12".</summary>
    private static string WooKey(ImportRow row, Dictionary<string, string> byId)
    {
        var parent = row.Text(ImportFields.Parent);
        if (parent.Length == 0) return OwnKey(row);
        if (!parent.StartsWith("id:", StringComparison.OrdinalIgnoreCase)) return "sku:" + parent.ToLowerInvariant();
        return byId.GetValueOrDefault(parent[3..].Trim(), parent.ToLowerInvariant());
    }

    private static string OwnKey(ImportRow row) =>
        row.Text(ImportFields.Sku) is { Length: > 0 } own ? "sku:" + own.ToLowerInvariant() : "id:" + row.Text(ImportFields.RowId);
}

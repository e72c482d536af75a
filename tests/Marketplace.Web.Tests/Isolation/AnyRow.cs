using System.Globalization;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>A table of the model and whose rows it has; found by reflection, so that a new one is tested at once.</summary>
internal sealed record Table(string Name, Ownership Ownership, bool IsAppendOnly, IReadOnlyList<Column> Columns)
{
    public string Quoted => $"\"{Name}\"";

    /// <summary>A column that an UPDATE can touch without meaning anything.</summary>
    public string AnyColumn => $"\"{Columns.FirstOrDefault(c => c.Name is not ("TenantId" or "BuyerId"))?.Name ?? Columns[0].Name}\"";

    public static IReadOnlyList<Table> AllOf(IModel model) =>
    [
        .. from entity in OwnershipOf.Tables(model)
           let table = entity.GetTableMappings().First().Table
           orderby table.Name
           select new Table(
               table.Name, OwnershipOf.Class(entity.ClrType), typeof(IAppendOnly).IsAssignableFrom(entity.ClrType),
               [.. table.Columns.Select(Column.Of)]),
    ];
}

/// <summary>A column, and some value for it: no foreign key or check holds where these rows are put.</summary>
/// <param name="Json">What such a column holds at least; null where it holds no JSON.</param>
internal sealed record Column(string Name, string StoreType, int? Length, string? Word, Type ClrType, string? Json = null)
{
    public static Column Of(IColumn column)
    {
        // An owned value in one JSON column maps no property of its own.
        if (column.PropertyMappings.FirstOrDefault()?.Property is not { } property)
            return new Column(column.Name, "json", null, null, typeof(string), "{}");
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return new Column(
            column.Name, column.StoreType, property.GetMaxLength(), type.IsEnum ? Enum.GetNames(type)[0] : null,
            property.GetTypeMapping().Converter?.ProviderClrType ?? type, JsonOf(property, type));
    }

    /// <summary>The least that can be read back, where the column holds values as JSON.</summary>
    private static string? JsonOf(IProperty property, Type type) =>
        type == typeof(string) || type.IsValueType || property.GetTypeMapping().Converter?.ProviderClrType != typeof(string) ? null
        : typeof(System.Collections.IDictionary).IsAssignableFrom(type) ? "{}"
        : typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? "[]" : "{}";

    /// <summary>SQL for row number <paramref name="n"/>: an expression, so that thousands are made in the database.</summary>
    public string Sql(string n, string owner, bool postgres)
    {
        if (Name is "TenantId" or "BuyerId") return owner;
        if (Word is not null) return $"'{Word}'";
        if (Json is not null || StoreType is "jsonb" or "json") return $"'{Json ?? "{}"}'";
        var type = Nullable.GetUnderlyingType(ClrType) ?? ClrType;
        if (type == typeof(string)) return Text(n, postgres);
        if (type == typeof(bool)) return postgres ? "false" : "0";
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset)) return postgres ? "TIMESTAMPTZ '2026-01-01 00:00:00Z'" : "'2026-01-01 00:00:00'";
        if (type == typeof(DateOnly)) return postgres ? "DATE '2026-01-01'" : "'2026-01-01'";
        if (type == typeof(TimeOnly)) return postgres ? "TIME '10:00'" : "'10:00:00'";
        if (type == typeof(byte[])) return postgres ? $"convert_to(({n})::text, 'UTF8')" : $"CAST(({n}) AS BLOB)";
        if (type == typeof(Guid)) return postgres ? "gen_random_uuid()" : "lower(hex(randomblob(16)))";
        if (type == typeof(TimeSpan)) return postgres ? "INTERVAL '1 hour'" : "'01:00:00'";
        return type == typeof(short) ? $"CAST(({n}) % 30000 AS smallint)" : $"({n})";
    }

    private string Text(string n, bool postgres)
    {
        var length = (Length ?? 40).ToString(CultureInfo.InvariantCulture);
        var unique = $"'{Name[..1].ToLowerInvariant()}' || ({n})";
        // The number last would be cut off where the column is short; there the number alone must do.
        return postgres ? $"left(({n})::text || {unique}, {length})" : $"substr(({n}) || {unique}, 1, {length})";
    }
}

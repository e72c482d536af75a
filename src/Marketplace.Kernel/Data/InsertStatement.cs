using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marketplace.Kernel.Data;

/// <summary>The INSERT of one entity as the model maps it, complex values included.</summary>
internal sealed class InsertStatement
{
    private readonly IReadOnlyList<Column> _columns;

    private InsertStatement(string sql, IReadOnlyList<Column> columns) => (Sql, _columns) = (sql, columns);

    public string Sql { get; }

    public static InsertStatement Of(MarketplaceDb db, Type type)
    {
        var entity = db.Model.FindEntityType(type) ?? throw new ArgumentException($"{type.Name} is no entity.", nameof(type));
        var quote = db.GetService<ISqlGenerationHelper>();
        // A column inside a complex value knows its full name only with the table.
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = Flatten(entity).Select((p, i) => new Column(
            p.GetColumnName(table)!, "@p" + i, p.IsNullable, p.GetRelationalTypeMapping(), p.GetGetter())).ToList();
        var sql = $"INSERT INTO {quote.DelimitIdentifier(entity.GetTableName()!)} "
            + $"({string.Join(", ", columns.Select(c => quote.DelimitIdentifier(c.Name)))}) "
            + $"VALUES ({string.Join(", ", columns.Select(c => c.Parameter))})";
        return new InsertStatement(sql, columns);
    }

    public DbParameter[] Parameters(DbCommand command, object row) =>
        [.. _columns.Select(c => c.Mapping.CreateParameter(command, c.Parameter, c.Read(row), c.IsNullable))];

    public void Fill(DbParameterCollection parameters, object row)
    {
        for (var i = 0; i < _columns.Count; i++) parameters[i].Value = _columns[i].Stored(row) ?? DBNull.Value;
    }

    private static IEnumerable<IProperty> Flatten(ITypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => Flatten(c.ComplexType)));

    private sealed record Column(
        string Name, string Parameter, bool IsNullable, RelationalTypeMapping Mapping, IClrPropertyGetter Getter)
    {
        public object? Read(object row) => Getter.GetClrValueUsingContainingEntity(row);

        public object? Stored(object row) =>
            Mapping.Converter is { } converter ? converter.ConvertToProvider(Read(row)) : Read(row);
    }
}

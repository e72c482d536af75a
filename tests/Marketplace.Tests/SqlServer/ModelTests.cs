using Marketplace.Kernel.Data;
using Marketplace.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Tests.SqlServer;

/// <summary>What SQL Server refuses or does otherwise, asked of the model that it is given.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly PlatformDb _db = SqlServerModelOf.Context();

    [Fact]
    public void Text_is_compared_by_its_bytes_in_every_column()
    {
        var others = from table in Tables()
                     from column in table.Columns
                     where column.StoreType.Contains("char", StringComparison.Ordinal) && column.Collation != SqlServerProvider.Collation
                     // A value that is kept whole as JSON, and compared by nobody.
                     where !column.PropertyMappings.All(m => m.Property.DeclaringType.IsMappedToJson())
                     select $"{table.Name}.{column.Name}: {column.Collation}";

        Assert.Empty(others);
    }

    /// <summary>Error 1753, which neither EF nor the grammar knows.</summary>
    [Fact]
    public void A_foreign_key_has_the_type_of_the_key_that_it_names()
    {
        var wrong = from table in Tables()
                    from key in table.ForeignKeyConstraints
                    from pair in key.Columns.Zip(key.PrincipalColumns)
                    where (pair.First.StoreType, pair.First.Collation) != (pair.Second.StoreType, pair.Second.Collation)
                    select $"{table.Name}.{pair.First.Name} {pair.First.StoreType}, not {pair.Second.StoreType}";

        Assert.Empty(wrong);
    }

    /// <summary>900 bytes for the key that orders the table, 1,700 for the others, 32 columns.</summary>
    [Fact]
    public void Keys_and_indexes_are_short_enough()
    {
        var wide = from table in Tables()
                   from key in table.UniqueConstraints.Select(k => (k.Name, k.Columns, Limit: k.GetIsPrimaryKey() ? 900 : 1700))
                       .Concat(table.Indexes.Select(i => (i.Name, i.Columns, Limit: 1700)))
                   let bytes = key.Columns.Sum(Bytes)
                   where bytes > key.Limit || key.Columns.Count > 32
                   select $"{table.Name} {key.Name}: {bytes}";

        Assert.Empty(wide);
    }

    [Fact]
    public void A_unique_index_lets_many_rows_have_no_value_as_the_other_databases_do()
    {
        var wrong = from table in Tables()
                    from index in table.Indexes
                    where index.IsUnique && index.Columns.Any(c => c.IsNullable)
                    where !index.Columns.Where(c => c.IsNullable).All(c => index.Filter?.Contains($"[{c.Name}] IS NOT NULL", StringComparison.Ordinal) == true)
                    select $"{table.Name} {index.Name}: {index.Filter}";

        Assert.Empty(wrong);
    }

    /// <summary>An id that the application makes must not be an IDENTITY, which refuses values.</summary>
    [Fact]
    public void Only_what_nobody_sets_is_numbered_by_the_database()
    {
        var numbered = from entity in _db.Model.GetEntityTypes()
                       from property in entity.GetProperties()
                       where SqlServerPropertyExtensions.GetValueGenerationStrategy(property) != SqlServerValueGenerationStrategy.None
                       select $"{entity.ClrType.Name}.{property.Name}";

        Assert.Equal(["PersonClaim.Id"], numbered.Select(n => n.Replace("IdentityUserClaim`1", "PersonClaim", StringComparison.Ordinal)));
    }

    public void Dispose() => _db.Dispose();

    private IEnumerable<ITable> Tables() => SqlServerModelOf.Whole(_db).GetRelationalModel().Tables;

    private static int Bytes(IColumn column)
    {
        var (name, size) = column.StoreType.Split('(', ')') is [var n, var s, ..] ? (n, s) : (column.StoreType, "");
        return (name, size) switch
        {
            (_, "max") => 1_000_000,
            ("nvarchar", _) => 2 * int.Parse(size, System.Globalization.CultureInfo.InvariantCulture),
            ("varchar" or "varbinary", _) => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture),
            ("bit", _) => 1,
            ("int", _) => 4,
            ("date", _) => 3,
            ("bigint" or "datetime2", _) => 8,
            _ => throw new InvalidOperationException($"How many bytes is a {column.StoreType}?"),
        };
    }
}

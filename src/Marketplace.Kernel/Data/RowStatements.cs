using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marketplace.Kernel.Data;

/// <summary>Plain SQL that finds one row by its key, past EF: SELECT, an UPDATE that means nothing, DELETE.</summary>
internal sealed record RowStatements(string Select, string Update, string Delete, IReadOnlyList<IProperty> Key)
{
    public static RowStatements Of(DbContext db, IEntityType entity)
    {
        var quote = db.GetService<ISqlGenerationHelper>();
        var store = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        string Column(IProperty property) => quote.DelimitIdentifier(property.GetColumnName(store)!);
        var (table, key) = (quote.DelimitIdentifier(entity.GetTableName()!), entity.FindPrimaryKey()!.Properties);
        var where = "WHERE " + string.Join(" AND ", key.Select((p, i) => $"{Column(p)} = @k{i}"));
        var touched = Column(
            entity.GetProperties().FirstOrDefault(p => !p.IsPrimaryKey() && p.Name is not ("TenantId" or "BuyerId")) ?? key[0]);
        return new RowStatements(
            $"SELECT 1 FROM {table} {where}", $"UPDATE {table} SET {touched} = {touched} {where}", $"DELETE FROM {table} {where}", key);
    }

    public DbCommand Command(DbTransaction transaction, string sql, object row)
    {
        var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        for (var i = 0; i < Key.Count; i++)
        {
            command.Parameters.Add(Key[i].GetRelationalTypeMapping().CreateParameter(
                command, "@k" + i, Key[i].GetGetter().GetClrValueUsingContainingEntity(row), nullable: false));
        }

        return command;
    }
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Migrations.Sqlite.Security;

/// <summary>
/// SQLite has no row-level security: triggers, made from each entity's class of ownership, refuse foreign writes.
/// They are held against the model after every migration, since SQLite drops them with a rebuilt table.
/// </summary>
public static class Triggers
{
    /// <summary>How each refusal begins.</summary>
    public const string Refusal = "not your row";

    /// <summary>Makes those that are missing or differ and drops those of no table, in one transaction.</summary>
    public static async Task RefreshAsync(PlatformDb db, CancellationToken cancellation)
    {
        var wanted = From(db.Model).ToDictionary(t => t.Name, t => t.Sql, StringComparer.Ordinal);
        var there = (await db.Database.SqlQueryRaw<Row>(
                "SELECT name AS Name, sql AS Sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard|_%' ESCAPE '|'")
            .ToListAsync(cancellation)).ToDictionary(t => t.Name, t => t.Sql, StringComparer.Ordinal);
        var statements = there.Where(t => wanted.GetValueOrDefault(t.Key) != t.Value).Select(t => $"DROP TRIGGER \"{t.Key}\";")
            .Concat(wanted.Where(t => there.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Value + ";")).ToList();
        if (statements.Count == 0) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var statement in statements) await db.Database.ExecuteSqlRawAsync(statement, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static IEnumerable<Row> From(IModel model) => OwnershipOf.Tables(model).SelectMany(Of);

    private static IEnumerable<Row> Of(IEntityType entity)
    {
        var table = entity.GetTableName()!;
        var ownership = OwnershipOf.Class(entity.ClrType);
        foreach (var (operation, rows) in ((string, string[])[])
            [("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])])
        {
            var refused = string.Join(" OR ", rows.Select(row => Refused(ownership, operation, row)));
            if (operation != "INSERT" && typeof(IAppendOnly).IsAssignableFrom(entity.ClrType)) refused = "1";
            yield return new Row($"guard_{table}_{operation}", $"""
                CREATE TRIGGER "guard_{table}_{operation}" BEFORE {operation} ON "{table}" WHEN {refused}
                BEGIN SELECT RAISE(ABORT, '{Refusal}: {operation} {table}'); END
                """);
        }
    }

    private static string Refused(Ownership ownership, string operation, string row)
    {
        var tenant = $"{row}.\"TenantId\" IS NOT app_tenant()";
        var buyer = $"{row}.\"BuyerId\" IS NOT app_buyer()";
        var (seller, buying) = ownership switch
        {
            Ownership.Tenant or Ownership.PublishedBySeller => (tenant, "1"),
            Ownership.Shared => (tenant, buyer),
            Ownership.PublishedByBuyer => ("1", buyer),
            Ownership.Published or Ownership.Platform => ("1", "1"),
            Ownership.Journal => operation == "INSERT" ? (tenant, buyer) : ("1", "1"),
        };
        return $"(CASE app_role() WHEN 'platform' THEN 0 WHEN 'seller' THEN {seller} WHEN 'buyer' THEN {buying} ELSE 1 END)";
    }

    /// <param name="Sql">As SQLite keeps it: without the semicolon at the end.</param>
    private sealed record Row(string Name, string Sql);
}

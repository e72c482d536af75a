using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Migrations.Sqlite.Security;

/// <summary>
/// SQLite has no row-level security: triggers, made from each entity's class of ownership, refuse foreign writes.
/// They are made anew after every migration, since SQLite drops them with a rebuilt table.
/// </summary>
public static class Triggers
{
    public static IEnumerable<string> From(IModel model) =>
        model.GetEntityTypes().Where(e => !e.IsOwned() && e.BaseType is null && e.GetTableName() is not null)
            .SelectMany(Of);

    private static IEnumerable<string> Of(IEntityType entity)
    {
        var table = entity.GetTableName()!;
        var ownership = OwnershipOf.Class(entity.ClrType);
        foreach (var (operation, rows) in ((string, string[])[])
            [("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])])
        {
            var refused = string.Join(" OR ", rows.Select(row => Refused(ownership, operation, row)));
            if (operation != "INSERT" && typeof(IAppendOnly).IsAssignableFrom(entity.ClrType)) refused = "1";
            yield return $"DROP TRIGGER IF EXISTS \"guard_{table}_{operation}\";";
            yield return $"""
                CREATE TRIGGER "guard_{table}_{operation}" BEFORE {operation} ON "{table}" WHEN {refused}
                BEGIN SELECT RAISE(ABORT, 'not your row: {operation} {table}'); END;
                """;
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
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Migrations.PostgreSql.Security;

/// <summary>
/// Grants and row-level security for every table, made from each entity's class of ownership. Run by the owner after
/// every migration; running it again changes nothing.
/// </summary>
public static class Policies
{
    private const string Tenant = "\"TenantId\" = nullif(current_setting('app.tenant_id', true), '')";
    private const string Buyer = "\"BuyerId\" = nullif(current_setting('app.buyer_id', true), '')";

    public static IEnumerable<string> From(IModel model)
    {
        yield return $"GRANT USAGE ON SCHEMA public TO {Roles.Platform}, {Roles.Seller}, {Roles.Buyer}";
        // Whoever starts the program asks whether the database is the one that it was written for.
        yield return $"GRANT SELECT ON \"__EFMigrationsHistory\" TO {Roles.Platform}";
        yield return """
            CREATE OR REPLACE FUNCTION mk_refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME USING ERRCODE = '42501'; END $$
            """;
        foreach (var entity in OwnershipOf.Tables(model))
        {
            foreach (var statement in Of(entity)) yield return statement;
        }
    }

    private static IEnumerable<string> Of(IEntityType entity)
    {
        var table = $"\"{entity.GetTableName()}\"";
        yield return $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY";
        yield return $"REVOKE ALL ON {table} FROM {Roles.Platform}, {Roles.Seller}, {Roles.Buyer}";
        yield return $"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {Roles.Platform}";
        yield return Policy(table, "platform_all", $"TO {Roles.Platform}, {Roles.Migrator} USING (true) WITH CHECK (true)");
        foreach (var statement in Rules(OwnershipOf.Class(entity.ClrType), table)) yield return statement;
        if (!typeof(IAppendOnly).IsAssignableFrom(entity.ClrType)) yield break;
        yield return $"DROP TRIGGER IF EXISTS mk_append_only ON {table}";
        yield return $"CREATE TRIGGER mk_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION mk_refuse()";
    }

    private static IEnumerable<string> Rules(Ownership ownership, string table) => ownership switch
    {
        Ownership.Tenant => Own(table, Roles.Seller, Tenant),
        Ownership.Shared => [.. Own(table, Roles.Seller, Tenant), .. Own(table, Roles.Buyer, Buyer)],
        Ownership.PublishedBySeller => [.. Own(table, Roles.Seller, Tenant), .. Read(table)],
        Ownership.PublishedByBuyer => [.. Own(table, Roles.Buyer, Buyer), .. Read(table)],
        Ownership.Published => Read(table),
        Ownership.Platform => [],
        Ownership.Journal => [.. Append(table, Roles.Seller, Tenant), .. Append(table, Roles.Buyer, Buyer)],
    };

    private static IEnumerable<string> Own(string table, string role, string mine)
    {
        yield return $"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {role}";
        yield return Policy(table, $"own_{role}", $"TO {role} USING ({mine}) WITH CHECK ({mine})");
    }

    private static IEnumerable<string> Read(string table)
    {
        yield return $"GRANT SELECT ON {table} TO {Roles.Seller}, {Roles.Buyer}";
        yield return Policy(table, "read_all", $"FOR SELECT TO {Roles.Seller}, {Roles.Buyer} USING (true)");
    }

    private static IEnumerable<string> Append(string table, string role, string mine)
    {
        yield return $"GRANT SELECT, INSERT ON {table} TO {role}";
        yield return Policy(table, $"own_{role}", $"TO {role} USING ({mine}) WITH CHECK ({mine})");
    }

    private static string Policy(string table, string name, string rule) =>
        $"DROP POLICY IF EXISTS {name} ON {table}; CREATE POLICY {name} ON {table} {rule}";
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Migrations.SqlServer.Security;

/// <summary>
/// Grants, one security policy a table and the triggers of what is written once, made from each entity's class of
/// ownership. Run by the owner after every migration, after <see cref="Lift"/>. What must stand alone in its batch is
/// wrapped in EXEC, so that the whole is one script.
/// </summary>
public static class Policies
{
    private const string Writing = "SELECT, INSERT, UPDATE, DELETE";
    private const string Once = "mk_once_";

    /// <summary>Sellers and buyers see and write nothing: a refusal of the schema outdoes every grant on a table.</summary>
    public const string Shut = $"DENY {Writing} ON SCHEMA::dbo TO [{Users.Seller}], [{Users.Buyer}]";

    public const string Open = $"REVOKE {Writing} ON SCHEMA::dbo FROM [{Users.Seller}], [{Users.Buyer}]";

    /// <summary>Takes away every guard that there is, those of tables that are gone too.</summary>
    public static readonly IReadOnlyList<string> Lift =
    [
        DropAll("SECURITY POLICY", "sys.security_policies", $"schema_id = SCHEMA_ID(N'{Predicates.Schema}')", $"{Predicates.Schema}."),
        DropAll("FUNCTION", "sys.objects", $"schema_id = SCHEMA_ID(N'{Predicates.Schema}') AND type = 'IF'", $"{Predicates.Schema}."),
        DropAll("TRIGGER", "sys.triggers", "name LIKE N'mk[_]once[_]%' AND parent_class = 1", "dbo."),
    ];

    public static IEnumerable<string> From(IModel model)
    {
        yield return $"IF SCHEMA_ID(N'{Predicates.Schema}') IS NULL EXEC(N'CREATE SCHEMA {Predicates.Schema}')";
        // Whoever starts the program asks whether the database is the one that it was written for.
        yield return $"GRANT SELECT ON dbo.[__EFMigrationsHistory] TO [{Users.Platform}]";
        foreach (var statement in Objects(model)) yield return $"EXEC(N'{statement.Replace("'", "''", StringComparison.Ordinal)}')";
        foreach (var statement in OwnershipOf.Tables(model).SelectMany(Grants)) yield return statement;
    }

    /// <summary>Functions, policies and triggers as they are created, unwrapped.</summary>
    public static IEnumerable<string> Objects(IModel model) =>
    [
        .. Predicates.Functions, .. OwnershipOf.Tables(model).Select(Policy),
        .. OwnershipOf.Tables(model).Where(IsWrittenOnce).Select(Trigger),
    ];

    /// <summary>Whoever reads a table with a trigger of this name finds out by its model.</summary>
    internal static string OnceTrigger(IReadOnlyEntityType entity) => Once + entity.GetTableName();

    private static bool IsWrittenOnce(IEntityType entity) => typeof(IAppendOnly).IsAssignableFrom(entity.ClrType);

    private static string Table(IEntityType entity) => $"dbo.[{entity.GetTableName()}]";

    private static string Policy(IEntityType entity) => $"CREATE SECURITY POLICY {Predicates.Schema}.[{entity.GetTableName()}]\n  "
        + string.Join(",\n  ", Predicates.Of(entity).Select(p => p.Sql(Table(entity))))
        + "\n  WITH (STATE = ON, SCHEMABINDING = ON)";

    private static string Trigger(IEntityType entity) => $"""
        CREATE TRIGGER dbo.[{OnceTrigger(entity)}] ON {Table(entity)} AFTER UPDATE, DELETE AS
        IF EXISTS (SELECT 1 FROM deleted) THROW 50000, N'rows of {entity.GetTableName()} are written once', 1
        """;

    private static IEnumerable<string> Grants(IEntityType entity)
    {
        var table = Table(entity);
        yield return $"REVOKE {Writing} ON {table} FROM [{Users.Platform}], [{Users.Seller}], [{Users.Buyer}]";
        yield return $"GRANT {Writing} ON {table} TO [{Users.Platform}]";
        var (seller, buyer) = OwnershipOf.Class(entity.ClrType) switch
        {
            Ownership.Tenant => (Writing, null),
            Ownership.Shared => (Writing, Writing),
            Ownership.PublishedBySeller => (Writing, "SELECT"),
            Ownership.PublishedByBuyer => ("SELECT", Writing),
            Ownership.Published => ("SELECT", "SELECT"),
            Ownership.Platform => ((string?)null, (string?)null),
            Ownership.Journal => ("SELECT, INSERT", "SELECT, INSERT"),
        };
        if (seller is not null) yield return $"GRANT {seller} ON {table} TO [{Users.Seller}]";
        if (buyer is not null) yield return $"GRANT {buyer} ON {table} TO [{Users.Buyer}]";
    }

    private static string DropAll(string kind, string catalogue, string which, string schema) => $"""
        DECLARE @drop nvarchar(max) =
          (SELECT STRING_AGG(CAST(N'DROP {kind} {schema}' + QUOTENAME(name) AS nvarchar(max)), N'; ') FROM {catalogue} WHERE {which});
        IF @drop IS NOT NULL EXEC(@drop)
        """;
}

using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Migrations.SqlServer.Security;

/// <summary>What a predicate is asked for: what is read, and each way of writing.</summary>
public enum Act
{
    Read,
    Insert,
    UpdateFrom,
    UpdateTo,
    Delete,
}

/// <summary>A function that says whether whoever asks may do this with a row.</summary>
/// <param name="Columns">Of the row; what its parameters take.</param>
public sealed record Predicate(Act Act, string Function, IReadOnlyList<string> Columns)
{
    public string Sql(string table) => (Act is Act.Read ? "ADD FILTER" : "ADD BLOCK")
        + $" PREDICATE {Predicates.Schema}.{Function}({string.Join(", ", Columns.Select(c => $"[{c}]"))}) ON {table}"
        + Act switch
        {
            Act.Read => "",
            Act.Insert => " AFTER INSERT",
            Act.UpdateFrom => " BEFORE UPDATE",
            Act.UpdateTo => " AFTER UPDATE",
            Act.Delete => " BEFORE DELETE",
        };
}

/// <summary>
/// Who may do what with a row, from its class of ownership. A table takes one predicate for each act, so that one function
/// answers for every user: each branch begins with the user that it is for, whom nobody can claim to be.
/// </summary>
public static class Predicates
{
    public const string Schema = "mk";

    private const string Platform = "OnlyPlatform";
    private const string Seller = "OwnSeller";
    private const string Buyer = "OwnBuyer";
    private const string Either = "OwnSellerOrBuyer";

    /// <summary>Asked for rows that nobody but the platform may touch; what its parameter holds does not matter.</summary>
    private const string AnyKey = "@Key nvarchar(450)";

    /// <summary>The functions, each to be created in a batch of its own.</summary>
    public static readonly IReadOnlyList<string> Functions =
    [
        Function(Platform, AnyKey),
        Function(Seller, "@TenantId varchar(26)", Own(Users.Seller, "TenantId")),
        Function(Buyer, "@BuyerId varchar(26)", Own(Users.Buyer, "BuyerId")),
        Function(Either, "@TenantId varchar(26), @BuyerId varchar(26)", Own(Users.Seller, "TenantId"), Own(Users.Buyer, "BuyerId")),
    ];

    public static IEnumerable<Predicate> Of(IEntityType entity)
    {
        var (read, write) = OwnershipOf.Class(entity.ClrType) switch
        {
            Ownership.Tenant => (Seller, Seller),
            Ownership.Shared => (Either, Either),
            Ownership.PublishedBySeller => (null, Seller),
            Ownership.PublishedByBuyer => (null, Buyer),
            Ownership.Published => (null, Platform),
            Ownership.Platform => (Platform, Platform),
            Ownership.Journal => ((string?)Either, Platform),
        };
        var insert = OwnershipOf.Class(entity.ClrType) == Ownership.Journal ? Either : write;
        if (read is not null) yield return Make(entity, Act.Read, read);
        yield return Make(entity, Act.Insert, insert);
        foreach (var act in (Act[])[Act.UpdateFrom, Act.UpdateTo, Act.Delete]) yield return Make(entity, act, write);
    }

    private static Predicate Make(IEntityType entity, Act act, string function) => new(act, function, function switch
    {
        Seller => ["TenantId"],
        Buyer => ["BuyerId"],
        Either => ["TenantId", "BuyerId"],
        _ => [entity.FindPrimaryKey()!.Properties[0].GetColumnName()],
    });

    private static string Function(string name, string parameters, params string[] branches) => $"""
        CREATE FUNCTION {Schema}.{name}({parameters}) RETURNS TABLE WITH SCHEMABINDING AS RETURN
          SELECT 1 AS Allowed WHERE DATABASE_PRINCIPAL_ID()
            IN (DATABASE_PRINCIPAL_ID(N'{Users.Platform}'), DATABASE_PRINCIPAL_ID(N'{Users.Migrator}'))
        """ + string.Concat(branches.Select(b => "\n  UNION ALL SELECT 1 WHERE " + b));

    /// <summary>
    /// Compared by its bytes even where the database compares otherwise. Wider than an id, for what was cut off would
    /// make two ids one.
    /// </summary>
    private static string Own(string user, string column) =>
        $"DATABASE_PRINCIPAL_ID() = DATABASE_PRINCIPAL_ID(N'{user}') AND @{column} = "
        + $"NULLIF(CAST(SESSION_CONTEXT(N'{column}') AS varchar(64)), '') COLLATE {SqlServerProvider.Collation}";
}

using Marketplace.Kernel.Data;
using Microsoft.Data.SqlClient;

namespace Marketplace.Migrations.SqlServer;

/// <summary>
/// One connection string and a password a user: a context connects as the user of its eyes, migrations as
/// <c>mk_migrator</c>, a member of db_owner.
/// </summary>
public sealed class SqlServerOptions
{
    public required string ConnectionString { get; init; }

    /// <summary>By user name (<c>mk_seller</c>); a user without one uses the connection string's.</summary>
    public IReadOnlyDictionary<string, string> Passwords { get; init; } = new Dictionary<string, string>();

    /// <summary>Three of four connections of a user: the fourth is for what a transaction reads beside itself (decision 0007).</summary>
    internal int TransactionsAtOnce => Math.Max(1, new SqlConnectionStringBuilder(ConnectionString).MaxPoolSize * 3 / 4);

    public static string DatabaseOf(string connectionString) => new SqlConnectionStringBuilder(connectionString).InitialCatalog;

    internal string For(Eyes eyes) => For(eyes switch
    {
        Eyes.Platform => Users.Platform,
        Eyes.Seller => Users.Seller,
        Eyes.Buyer => Users.Buyer,
    });

    internal string For(string user, bool isPooled = true)
    {
        // The client mends a broken connection behind the application's back, without what was said on it about who
        // asks. It shall break instead: the execution strategy opens a new one, which is told again.
        var builder = new SqlConnectionStringBuilder(ConnectionString)
        {
            UserID = user, ConnectRetryCount = 0, MultipleActiveResultSets = false, Enlist = false,
        };
        if (!isPooled) builder.Pooling = false;
        if (Passwords.TryGetValue(user, out var password)) builder.Password = password;
        return builder.ConnectionString;
    }
}

/// <summary>Users of the database, each with a login of its name. Predicates ask for them, not for roles (decision 0020).</summary>
public static class Users
{
    public const string Migrator = "mk_migrator";
    public const string Platform = "mk_platform";
    public const string Seller = "mk_seller";
    public const string Buyer = "mk_buyer";

    public static readonly IReadOnlyList<string> All = [Migrator, Platform, Seller, Buyer];
}

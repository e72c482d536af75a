using Marketplace.Kernel.Data;
using Npgsql;

namespace Marketplace.Migrations.PostgreSql;

/// <summary>
/// One connection string and a password a role: a context connects with the role of its eyes, migrations as
/// <c>mk_migrator</c>, the schema's owner.
/// </summary>
public sealed class PostgreSqlOptions
{
    public required string ConnectionString { get; init; }

    /// <summary>By role name (<c>mk_seller</c>); a role without one uses the connection string's.</summary>
    public IReadOnlyDictionary<string, string> Passwords { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Three of four connections of a role. The fourth is for reads, those inside a transaction too (settings are read
    /// beside it): if a rush on one row took them all, the one that holds the row would wait for a connection, and all
    /// others for the row.
    /// </summary>
    internal int TransactionsAtOnce => Math.Max(1, new NpgsqlConnectionStringBuilder(ConnectionString).MaxPoolSize * 3 / 4);

    internal string For(Eyes eyes) => For(eyes switch
    {
        Eyes.Platform => Roles.Platform,
        Eyes.Seller => Roles.Seller,
        Eyes.Buyer => Roles.Buyer,
    });

    internal string For(string role)
    {
        // Multiplexing would hand one tenant's session to another: 385 of 400 reads were wrong when it was tried.
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString) { Username = role, Multiplexing = false, NoResetOnClose = false };
        // Planning a page's join of eight tables takes ten times what running it takes, so what is asked again is prepared.
        if (builder.MaxAutoPrepare == 0) (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (200, 2);
        if (Passwords.TryGetValue(role, out var password)) builder.Password = password;
        return builder.ConnectionString;
    }
}

public static class Roles
{
    public const string Migrator = "mk_migrator";
    public const string Platform = "mk_platform";
    public const string Seller = "mk_seller";
    public const string Buyer = "mk_buyer";

    public static readonly IReadOnlyList<string> All = [Migrator, Platform, Seller, Buyer];
}

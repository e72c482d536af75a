using System.Data.Common;
using Marketplace.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Migrations.Sqlite.Security;

/// <summary>
/// Registers, on each connection that a context opens, the functions which the triggers ask: who writes here? A
/// connection opened otherwise has none, and every write on it fails.
/// </summary>
internal sealed class SightFunctions : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Register(connection, eventData);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Register(connection, eventData);
        return Task.CompletedTask;
    }

    private static void Register(DbConnection connection, ConnectionEndEventData eventData)
    {
        var sqlite = (SqliteConnection)connection;
        var sight = (eventData.Context as MarketplaceDb)?.Sight;
        sqlite.CreateFunction("app_role", () => sight?.Role, isDeterministic: false);
        sqlite.CreateFunction("app_tenant", () => sight?.TenantId, isDeterministic: false);
        sqlite.CreateFunction("app_buyer", () => sight?.BuyerId, isDeterministic: false);
        using var pragma = sqlite.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 15000; PRAGMA temp_store = MEMORY;";
        pragma.ExecuteNonQuery();
    }
}

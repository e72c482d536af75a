using System.Data;
using System.Data.Common;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Migrations.SqlServer.Security;

/// <summary>
/// Tells each opened connection whose rows it may see, once: it cannot be told otherwise later. A connection that comes
/// back from the pool is a new session to the server, which has forgotten it. An empty value means nobody.
/// </summary>
internal sealed class SessionSight : DbConnectionInterceptor
{
    internal const string Tell = """
        EXEC sp_set_session_context @key = N'TenantId', @value = @tenant, @read_only = 1;
        EXEC sp_set_session_context @key = N'BuyerId', @value = @buyer, @read_only = 1;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Telling(connection, (eventData.Context as MarketplaceDb)?.Sight);
        command?.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Telling(connection, (eventData.Context as MarketplaceDb)?.Sight);
        if (command is not null) await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static DbCommand? Telling(DbConnection connection, Sight? sight)
    {
        if (sight is null or { Eyes: Eyes.Platform }) return null;
        var command = connection.CreateCommand();
        command.CommandText = Tell;
        foreach (var (name, value) in ((string, string?)[])[("@tenant", sight.TenantId), ("@buyer", sight.BuyerId)])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, DbType.String, value ?? "");
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

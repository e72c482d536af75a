using System.Data.Common;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Migrations.PostgreSql.Security;

/// <summary>
/// Tells each opened connection whose rows it may see. The pool's reset clears it; an empty value means nobody.
/// </summary>
internal sealed class SightSettings : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command?.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData);
        if (command is not null) await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand? Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        var sight = (eventData.Context as MarketplaceDb)?.Sight;
        if (sight is null or { Eyes: Eyes.Platform }) return null;
        var command = connection.CreateCommand();
        command.CommandText = "SELECT set_config('app.tenant_id', $1, false), set_config('app.buyer_id', $2, false)";
        foreach (var value in (string?[])[sight.TenantId, sight.BuyerId])
        {
            var parameter = command.CreateParameter();
            parameter.Value = value ?? "";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

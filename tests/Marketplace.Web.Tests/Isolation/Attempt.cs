using Marketplace.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>What a statement did before it was undone.</summary>
/// <param name="Rows">How many rows it changed.</param>
/// <param name="IsRefused">Refused for whose row it is; a broken key would not count.</param>
internal sealed record Attempt(int Rows, bool IsRefused, string? Message)
{
    /// <summary>The row could be written but for a foreign key, a unique one or a check: these rows mean nothing.</summary>
    public bool IsBrokenKey => !IsRefused && Message is not null;

    public bool ChangedNothing => IsRefused || Rows == 0;

    /// <summary>Runs raw SQL with a context's connection, and undoes it.</summary>
    public static async Task<Attempt> AtAsync(MarketplaceDb db, string sql)
    {
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            try
            {
                return new Attempt(await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}")), false, null);
            }
            catch (PostgresException refused)
            {
                return new Attempt(0, refused.SqlState == PostgresErrorCodes.InsufficientPrivilege, refused.Message);
            }
            catch (SqliteException refused)
            {
                return new Attempt(0, refused.Message.Contains("not your row", StringComparison.Ordinal), refused.Message);
            }
        });
    }
}

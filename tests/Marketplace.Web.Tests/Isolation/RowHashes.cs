using System.Security.Cryptography;
using System.Text;
using Marketplace.Kernel.Data;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>Every row of every table as text, so that nothing changes unseen.</summary>
internal sealed class RowHashes
{
    private readonly Dictionary<string, string> _tables = [];

    /// <param name="mentioning">Only rows in which one of these occurs; null for all.</param>
    public static Task<RowHashes> OfAsync(WebSite site, IReadOnlyList<string>? mentioning) => site.WithPlatformAsync(async db =>
    {
        var hashes = new RowHashes();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
            hashes._tables[table] = await HashAsync(db, table, mentioning);
        return hashes;
    });

    public IEnumerable<string> ChangedSince(RowHashes before) =>
        _tables.Where(t => before._tables[t.Key] != t.Value).Select(t => t.Key);

    private static async Task<string> HashAsync(PlatformDb db, string table, IReadOnlyList<string>? mentioning)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        var row = new StringBuilder();
        while (await reader.ReadAsync())
        {
            row.Clear();
            for (var i = 0; i < reader.FieldCount; i++)
                row.Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i)).Append('|');
            var text = row.ToString();
            if (mentioning is null || mentioning.Any(m => text.Contains(m, StringComparison.Ordinal))) rows.Add(text);
        }

        rows.Sort(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
    }
}

using System.Globalization;
using System.Text.Json;

namespace Marketplace.SqlServerModel;

/// <summary>Commands that the test-suite collected, each as a procedure, whose columns a model resolves.</summary>
internal static class Queries
{
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.jsonl").SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<Said>(line)!)
            .Distinct().OrderBy(s => s.Sql, StringComparer.Ordinal).Select((said, i) =>
                $"CREATE PROCEDURE asked.q{i.ToString(CultureInfo.InvariantCulture)} AS BEGIN\n{said.Declarations}{said.Sql}\nEND"),
    ];

    private sealed record Said(string Sql, string Declarations);
}

/// <summary>Made by `migrate --roles`, before any migration: logins are a server's, so here without one.</summary>
internal static class Users
{
    public static IEnumerable<string> Sql =>
        ((string[])["mk_migrator", "mk_platform", "mk_seller", "mk_buyer"]).Select(user => $"CREATE USER [{user}] WITHOUT LOGIN");
}

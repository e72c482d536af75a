using System.Text.Json;

namespace Marketplace.Tests.SqlServer;

/// <summary>
/// Writes what SQL Server would be told into the folder MARKETPLACE_TEST_SQLSERVER, where it is set, for `ops/sqlserver`,
/// which builds a model of it.
/// </summary>
internal static class ForOtherTools
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("MARKETPLACE_TEST_SQLSERVER");
    private static readonly Lock Gate = new();

    public static void Write(string name, string text)
    {
        if (Folder is not null) File.WriteAllText(Path.Combine(Directory.CreateDirectory(Folder).FullName, name), text);
    }

    /// <summary>A file a process: suites run side by side.</summary>
    public static void Add(IEnumerable<SilentSqlServer.Said> commands)
    {
        if (Folder is null) return;
        var file = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"commands-{Environment.ProcessId}.jsonl");
        lock (Gate) File.AppendAllLines(file, commands.Select(c => JsonSerializer.Serialize(c)));
    }
}

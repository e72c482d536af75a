using Marketplace.Web.Commands;
using Microsoft.Data.Sqlite;

namespace Marketplace.Web.Tests.Commands;

/// <summary>The command, on a database of its own: the exit code is what a schedule watches.</summary>
public sealed class VerifyVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("marketplace-verify-").FullName;

    [Fact]
    public async Task It_answers_0_while_everything_holds_and_1_when_something_does_not()
    {
        string[] host = ["--environment=Production", "--Data:Folder=" + _folder, "--Serilog:MinimumLevel:Default=Fatal"];
        Assert.Equal(0, await new MigrateVerb().RunAsync(host));

        Assert.Equal(0, await new VerifyVerb().RunAsync([.. host, "--own"]));
        await LoseAnEventAsync();
        Assert.Equal(1, await new VerifyVerb().RunAsync([.. host, "--own"]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task LoseAnEventAsync()
    {
        var file = Directory.GetFiles(_folder, "*.db", SearchOption.AllDirectories).Single();
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        foreach (var name in (string[])["app_role", "app_tenant", "app_buyer"])
            connection.CreateFunction(name, () => name == "app_role" ? "platform" : null);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO "Outbox" ("Id", "EventName", "Payload", "OrderingKey", "OrderingVersion", "Position", "AtUtc", "State",
                "Attempts", "DueAtUtc")
            VALUES ('01lost', 'test.lost.v1', '{}', 'k', 1, 0, '2026-01-01 00:00:00', 'Dead', 9, '2026-01-01 00:00:00')
            """;
        await command.ExecuteNonQueryAsync();
    }
}

using Marketplace.Migrations.Sqlite;
using Marketplace.Web.Commands;

[assembly: AssemblyFixture(typeof(Marketplace.E2E.World.DemoWorld))]
[assembly: AssemblyFixture(typeof(Marketplace.E2E.World.Browser))]

namespace Marketplace.E2E.World;

/// <summary>
/// The demo world that <c>make run</c> shows, made once: every site starts on a copy of its folder.
/// <c>MARKETPLACE_TEST_WORLD</c> names a folder to keep it in, for whoever runs one test again and again.
/// </summary>
public sealed class DemoWorld : IAsyncLifetime
{
    private readonly string? _kept = Environment.GetEnvironmentVariable("MARKETPLACE_TEST_WORLD");
    private readonly string _folder;

    public DemoWorld() => _folder = _kept ?? Directory.CreateTempSubdirectory("marketplace-e2e-world-").FullName;

    /// <summary>What the host of a development machine would be told on its command line.</summary>
    public static string[] Arguments(string folder) =>
    [
        "--environment=Development", "--applicationName=marketplace", "--Data:Folder=" + folder,
        "--contentRoot=" + Path.Combine(Root(), "src", "Marketplace.Web"), "--Serilog:MinimumLevel:Default=Error",
    ];

    public async ValueTask InitializeAsync()
    {
        var code = await Verbs.Find("seed")!.RunAsync(["--if-empty", .. Arguments(_folder)]);
        if (code != 0) throw new InvalidOperationException($"Seeding ended with code {code}.");
        // Closed, each database is one whole file.
        SqliteProvider.ClosePools();
    }

    public void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(_folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_kept is null) Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Marketplace.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}

using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.Sqlite;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>
/// Development's embedded database is made on the first start, and made anew (demo data again) when other migrations
/// than this program's made it: what is in it is never worth a migration. A start that finds it as the same build of
/// the program left it asks nothing more, which saves half of its time.
/// </summary>
internal static class DemoDatabase
{
    private static readonly ModelParts Parts = new([typeof(KernelServices).Assembly, .. AppServices.Contexts]);

    /// <summary>Whether this very build has prepared it and filled it to the end.</summary>
    public static bool IsReady(WebApplicationBuilder builder) => Folder(builder) is { } folder
        && File.Exists(DatabaseOptions.SqliteFile(folder)) && File.Exists(Mark(folder))
        && File.ReadAllText(Mark(folder)) == Build();

    public static void SayReady(WebApplicationBuilder builder)
    {
        if (Folder(builder) is { } folder) File.WriteAllText(Mark(folder), Build());
    }

    public static async Task PrepareAsync(WebApplicationBuilder builder)
    {
        if (Folder(builder) is not { } folder) return;

        var provider = DatabaseOptions.From(builder.Configuration).Build(folder);
        try
        {
            await provider.MigrateAsync(Parts, default);
        }
        catch (ForeignSchemaException)
        {
            Console.WriteLine("The demo database is of another version of the program: it is made anew.");
            Discard(folder);
            await provider.MigrateAsync(Parts, default);
        }
    }

    /// <summary>Null where the database is not the embedded one.</summary>
    private static DataFolder? Folder(WebApplicationBuilder builder) =>
        DatabaseOptions.From(builder.Configuration) is { Provider: DatabaseKind.Sqlite, ConnectionString: null }
            ? new DataFolder(builder.Configuration, builder.Environment) : null;

    private static string Mark(DataFolder folder) => folder.In("ready.txt");

    /// <summary>The compiler names what it made of the same sources always the same.</summary>
    private static string Build() => string.Join(
        '\n', Parts.Assemblies.Append(typeof(AppServices).Assembly).Append(typeof(SqliteProvider).Assembly)
            .Select(a => a.ManifestModule.ModuleVersionId));

    /// <summary>The database and what refers to its ids: search index and simulated payments.</summary>
    private static void Discard(DataFolder folder)
    {
        SqliteProvider.ClosePools();
        foreach (var file in Directory.GetFiles(folder.Path, "*.db*")) File.Delete(file);
        if (Directory.Exists(folder.In("index"))) Directory.Delete(folder.In("index"), recursive: true);
    }
}

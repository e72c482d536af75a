using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.Sqlite;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>
/// Development's embedded database is made on the first start, and made anew (demo data again) when other migrations
/// than this program's made it: what is in it is never worth a migration.
/// </summary>
internal static class DemoDatabase
{
    public static async Task PrepareAsync(WebApplicationBuilder builder)
    {
        var options = DatabaseOptions.From(builder.Configuration);
        if (options.Provider != DatabaseKind.Sqlite || options.ConnectionString is not null) return;

        var folder = new DataFolder(builder.Configuration, builder.Environment);
        var parts = new ModelParts([typeof(KernelServices).Assembly, .. AppServices.Contexts]);
        var provider = options.Build(folder);
        try
        {
            await provider.MigrateAsync(parts, default);
        }
        catch (ForeignSchemaException)
        {
            Console.WriteLine("The demo database is of another version of the program: it is made anew.");
            Discard(folder);
            await provider.MigrateAsync(parts, default);
        }
    }

    /// <summary>The database and what refers to its ids: search index and simulated payments.</summary>
    private static void Discard(DataFolder folder)
    {
        SqliteProvider.ClosePools();
        foreach (var file in Directory.GetFiles(folder.Path, "*.db*")) File.Delete(file);
        if (Directory.Exists(folder.In("index"))) Directory.Delete(folder.In("index"), recursive: true);
    }
}

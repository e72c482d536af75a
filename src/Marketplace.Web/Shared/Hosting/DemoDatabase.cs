using System.Security.Cryptography;
using System.Text;
using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>
/// Development's embedded database is made on the first start, and made anew (demo data again) when the model has
/// changed since: what is in it is never worth a migration.
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
        var mark = folder.In("schema.txt");
        var schema = Fingerprint(provider, parts);
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark) != schema) Discard(folder);
        await provider.MigrateAsync(parts, default);
        await File.WriteAllTextAsync(mark, schema);
    }

    private static string Fingerprint(IDatabaseProvider provider, ModelParts parts)
    {
        var options = new DbContextOptionsBuilder<PlatformDb>();
        provider.Configure(options, Eyes.Platform);
        using var db = new PlatformDb(options.Options, parts);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(db.Database.GenerateCreateScript())));
    }

    /// <summary>The database and what refers to its ids: search index and simulated payments.</summary>
    private static void Discard(DataFolder folder)
    {
        SqliteProvider.ClosePools();
        foreach (var file in Directory.GetFiles(folder.Path, "*.db*")) File.Delete(file);
        if (Directory.Exists(folder.In("index"))) Directory.Delete(folder.In("index"), recursive: true);
    }
}

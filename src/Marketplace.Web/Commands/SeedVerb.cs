using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.App.Seeding;
using Marketplace.Web.Shared.Hosting;

namespace Marketplace.Web.Commands;

/// <summary>
/// Fills the database with the demo world; with <c>--count=100000</c> also with that many generated listings.
/// <c>--if-empty</c> leaves a platform alone that is set up. A repeat changes nothing.
/// </summary>
internal sealed class SeedVerb : IVerb
{
    private const string IfEmpty = "--if-empty";

    public string Name => "seed";

    public string Help => "Fill the database with the demo world (--count=N: and N generated listings).";

    public async Task<int> RunAsync(string[] args)
    {
        var builder = Composition.CreateBuilder([.. args.Where(arg => arg != IfEmpty)]);
        if (!builder.Environment.IsDevelopment() && !builder.Configuration.GetValue("Platform:AllowDemo", false))
        {
            await Console.Error.WriteLineAsync("The demo world is for Development, or where Platform:AllowDemo is true.");
            return 78;
        }

        if (builder.Environment.IsDevelopment()) await DemoDatabase.PrepareAsync(builder);
        var clock = new SeedClock(TimeProvider.System.GetUtcNow() - SeedDemo.Past);
        await using var bank = await SimulatedBank.StartAsync(builder, clock);
        builder.Services.AddSeeding(clock);
        builder.AddApplication(loops: false);
        await using var app = builder.Build();
        if (args.Contains(IfEmpty) && await IsReadyAsync(app.Services)) return 0;

        var options = new SeedOptions(Folder(app) ?? throw NoData(), line => Console.WriteLine("  " + line)) { Bank = bank };
        if (builder.Configuration["count"] is { Length: > 0 } count)
        {
            await SeedMany.RunAsync(app.Services, options, int.Parse(count, CultureInfo.InvariantCulture), default);
            return 0;
        }

        Console.WriteLine("Making the demo world …");
        var report = await SeedDemo.RunAsync(app.Services, options, default);
        Console.WriteLine($"The demo world is ready after {report.Took.TotalSeconds:N0} s.");
        return 0;
    }

    /// <summary>Set up by somebody, and not by a demo that was broken off in the middle.</summary>
    private static async Task<bool> IsReadyAsync(IServiceProvider services) =>
        (await services.GetRequiredService<ISettings>().GetAsync(default)).SetUpAtUtc is not null
        && !await SeedDemo.IsHalfMadeAsync(services, default);

    /// <summary><c>Seed:Folder</c>, else the folder beside the sources or beside the program.</summary>
    internal static string? Folder(WebApplication app)
    {
        if (app.Configuration["Seed:Folder"] is { Length: > 0 } named) return named;
        foreach (var start in (string[])[app.Environment.ContentRootPath, AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var found = Path.Combine(folder.FullName, "tenants-seed");
                if (Directory.Exists(found)) return found;
            }
        }

        return null;
    }

    private static DirectoryNotFoundException NoData() =>
        new("There is no demo data: set Seed:Folder to the folder tenants-seed.");
}

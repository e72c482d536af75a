using System.Diagnostics;
using Marketplace.Growth;
using Marketplace.Growth.Search;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Hosting;

namespace Marketplace.Web.Commands;

/// <summary>
/// The whole marketplace in one process: pages, jobs and outbox. <c>Worker:Enabled=false</c> leaves the loops to
/// workers of their own. Development also prepares its database and a demo world.
/// </summary>
internal sealed class RunVerb : IVerb
{
    public string Name => "run";

    public string Help => "Serve pages, and run jobs and outbox unless Worker:Enabled is false (default).";

    public async Task<int> RunAsync(string[] args)
    {
        var builder = Composition.CreateBuilder(args);
        if (builder.Environment.IsDevelopment() && await PrepareAsync(builder, args) is var code and not 0) return code;
        await using var simulator = await StripeInProcess.StartAsync(builder);
        builder.AddApplication(loops: builder.Configuration.GetValue("Worker:Enabled", true));
        builder.Services.AddSearchIndexLoop();
        builder.Services.AddViewLoop();
        builder.AddPages();
        await using var app = builder.Build();
        if (!await StartCheck.PassesAsync(app)) return 78;
        app.UsePages();
        await app.StartAsync();
        simulator?.Attach(app);
        await Welcome.PrintAsync(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> PrepareAsync(WebApplicationBuilder builder, string[] args)
    {
        // Where several processes share a database, whoever starts them fills it once.
        if (DemoDatabase.IsReady(builder) || !builder.Configuration.GetValue("Seed:AtStart", true)) return 0;
        await DemoDatabase.PrepareAsync(builder);
        var code = await SeedAsync(args);
        if (code == 0) DemoDatabase.SayReady(builder);
        return code;
    }

    /// <summary>In a process of its own: what thirty days of trade took of memory goes back with it.</summary>
    private static async Task<int> SeedAsync(string[] args)
    {
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(RunVerb).Assembly.Location] : [];
        using var seeding = Process.Start(new ProcessStartInfo(program, [.. self, "seed", "--if-empty", .. args]))!;
        await seeding.WaitForExitAsync();
        return seeding.ExitCode;
    }
}

namespace Marketplace.StripeSimulator;

/// <summary>
/// `dotnet run -- --urls http://127.0.0.1:4010 --data path/to/file.db`. Named, not top-level, because the web
/// host references this project and has an entry point of its own.
/// </summary>
internal static class SimulatorProgram
{
    private static async Task Main(string[] args)
    {
        var options = SimulatorOptions.FromCommandLine(args);
        await using var host = await SimulatorHost.StartAsync(options);
        await Console.Out.WriteLineAsync($"Stripe simulator (no real money) at {host.Url}");
        await host.WaitForShutdownAsync();
    }
}

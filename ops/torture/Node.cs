using System.Diagnostics;

namespace Marketplace.Torture;

/// <summary>Something that can be killed without a word and started again.</summary>
internal interface IVictim
{
    string Name { get; }

    /// <summary>SIGKILL: nothing of it says goodbye.</summary>
    Task KillAsync();

    /// <summary>Starts it and waits until it is of use; answers how long that took.</summary>
    Task<TimeSpan> StartAsync();
}

/// <summary>A process of the marketplace: <c>run</c> serves pages, <c>worker</c> runs jobs and the outbox.</summary>
internal sealed class Node(Settings settings, string verb, int port, HttpClient http) : IVictim
{
    private Process? _process;

    public string Name => $"{verb} at {port}";

    public string Url { get; } = $"http://localhost:{port}";

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<TimeSpan> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [settings.Program, verb, "--urls", Url])
        {
            WorkingDirectory = settings.Site, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // The embedded index belongs to one process; all else is shared.
        start.Environment["Search__Directory"] = Path.Combine(settings.Work, "index-" + port);
        start.Environment["Worker__Enabled"] = "false";
        var watch = Stopwatch.StartNew();
        _process = Process.Start(start)!;
        var log = File.AppendText(Path.Combine(settings.Work, $"node-{port}-{_process.Id}.log"));
        DataReceivedEventHandler keep = (_, e) => { lock (log) { log.WriteLine(e.Data); log.Flush(); } };
        _process.OutputDataReceived += keep;
        _process.ErrorDataReceived += keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await http.UntilReadyAsync(Url, TimeSpan.FromMinutes(3));
        return watch.Elapsed;
    }
}

/// <summary>The database server. Its files stay: what was committed is there again.</summary>
internal sealed class Server(Settings settings) : IVictim
{
    public string Name => "PostgreSQL";

    public async Task KillAsync()
    {
        var pid = (await File.ReadAllLinesAsync(Path.Combine(settings.Server, "data", "postmaster.pid")))[0];
        await Shell.RunAsync("kill", "-9", pid);
    }

    public async Task<TimeSpan> StartAsync()
    {
        var watch = Stopwatch.StartNew();
        // What the dead one's children still hold is free a moment later.
        for (var i = 0; ; i++)
        {
            try
            {
                await Shell.RunAsync(settings.PostgresScript, "start", settings.Server, settings.ServerPort);
                return watch.Elapsed;
            }
            catch (InvalidOperationException) when (i < 50)
            {
                await Task.Delay(100);
            }
        }
    }
}

internal static class Shell
{
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}

internal static class Readiness
{
    public static async Task UntilReadyAsync(this HttpClient http, string url, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < patience)
        {
            try
            {
                if ((await http.GetAsync(url + "/health/ready")).IsSuccessStatusCode) return;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{url} is not ready after {patience}.");
    }
}

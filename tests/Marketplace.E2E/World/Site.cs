using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Marketplace.E2E.World;

/// <summary>
/// The marketplace as a visitor meets it: the real program in a process of its own, on an empty folder, with the demo
/// world that <c>make run</c> shows. One for all journeys.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "Lanes-demo-2026";

    private readonly string _folder = Directory.CreateTempSubdirectory("marketplace-e2e-").FullName;
    private readonly List<string> _log = [];
    private Process? _process;

    public string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        Url = $"http://localhost:{port}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Binary(), "marketplace.dll"), "run"])
        {
            WorkingDirectory = Path.Combine(Root(), "src", "Marketplace.Web"), RedirectStandardOutput = true,
            RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Urls"] = Url;
        start.Environment["Platform__Url"] = Url;
        start.Environment["Data__Folder"] = _folder;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What the program said so far: shown when something fails.</summary>
    public string Log()
    {
        lock (_log) return string.Join(Environment.NewLine, _log.TakeLast(80));
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromMinutes(4))
        {
            if (_process!.HasExited) throw new InvalidOperationException($"The program ended:{Environment.NewLine}{Log()}");
            try
            {
                using var answer = await http.GetAsync(Url + "/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(250);
        }

        throw new TimeoutException($"The program was not ready within 4 minutes:{Environment.NewLine}{Log()}");
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_log) _log.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Marketplace.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private static string Binary() => Path.Combine(Root(), "src", "Marketplace.Web", "bin", "Debug", "net10.0");
}

[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<Site>, ICollectionFixture<Browser>
{
    public const string Name = "one site, one browser";
}

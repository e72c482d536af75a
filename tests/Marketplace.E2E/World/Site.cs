using System.Net;
using System.Net.Sockets;
using Marketplace.Growth.Search;
using Marketplace.Kernel.Jobs;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Hosting;
using Marketplace.Web.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.E2E.World;

/// <summary>
/// The marketplace as a visitor meets it: everything that <c>make run</c> starts (pages, jobs, outbox, the payment
/// simulator), on a port and a copy of the demo world of its own. Only its clock can be moved.
/// </summary>
public sealed class Site(DemoWorld world) : IAsyncLifetime
{
    public const string Password = "Lanes-demo-2026";

    private readonly string _folder = Directory.CreateTempSubdirectory("marketplace-e2e-").FullName;
    private readonly ShiftedClock _clock = new();
    private WebApplication? _app;
    private StripeInProcess? _simulator;

    public string Url { get; private set; } = "";

    /// <summary>A shop's own host; browsers find every name under localhost at home.</summary>
    public string ShopUrl(string slug) => Url.Replace("://", $"://{slug}.", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        world.CopyTo(_folder);
        Url = $"http://localhost:{FreePort()}";
        var builder = Composition.CreateBuilder(DemoWorld.Arguments(_folder));
        builder.Configuration.AddInMemoryCollection(Settings());
        await DemoDatabase.PrepareAsync(builder);
        _simulator = await StripeInProcess.StartAsync(builder, _clock);
        builder.AddApplication(loops: true);
        builder.Services.AddSearchIndexLoop();
        builder.AddPages();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        _app = builder.Build();
        _app.UsePages();
        await _app.StartAsync();
        _simulator?.Attach(_app);
        await WaitForSearchAsync();
    }

    /// <summary>Days go by, for the payment simulator too; what they make due is done at once.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        var runner = _app!.Services.GetRequiredService<JobRunner>();
        foreach (var job in (string[])["run-order-clocks", "release-holdings", "start-transfers", "run-payment-commands"])
            await runner.RunAsync(job, default);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_simulator is not null) await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string?> Settings()
    {
        var all = new Dictionary<string, string?> { ["Urls"] = Url, ["Platform:Url"] = Url };
        // All visitors come from one address.
        foreach (var limit in (string[])["login", "register", "search", "api"]) all["RateLimits:" + limit] = "1000000";
        return all;
    }

    /// <summary>The index is made at the start; a test should not find half of it.</summary>
    private async Task WaitForSearchAsync()
    {
        using var http = new HttpClient();
        for (var tries = 0; tries < 240; tries++)
        {
            using var answer = await http.GetAsync(Url + "/search?q=mug");
            if (answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains("class=\"tile\"", StringComparison.Ordinal))
                return;
            await Task.Delay(250);
        }

        throw new TimeoutException("Nothing could be found within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tests that only look, and leave the site as they found it.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<Site>
{
    public const string Name = "a site to look at";
}

using Marketplace.Accounts.Sellers.Domains;
using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Hosting;
using Marketplace.Web.Tests.Architecture;
using Mediator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.World;

/// <summary>
/// The real host on a real socket and a real database, the payment simulator beside it. Visitors come by the name
/// lanes.test, whatever the port. Loops do not run: a test drains the outbox and runs jobs by hand.
/// </summary>
public sealed class WebSite : IAsyncDisposable
{
    public const string Host = "lanes.test";
    public const string Url = "http://" + Host;

    private readonly string _folder;
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly StripeInProcess? _simulator;

    private WebSite(string folder, TestDatabase database, WebApplication app, StripeInProcess? simulator) =>
        (_folder, _database, _app, _simulator) = (folder, database, app, simulator);

    public required ShiftedClock Clock { get; init; }

    public required QueryLog Queries { get; init; }

    public required Failures Failures { get; init; }

    public required TextRecordsByHand Dns { get; init; }

    public IServiceProvider Services => _app.Services;

    internal TestDatabase Database => _database;

    /// <summary>Where it really listens.</summary>
    public required Uri Address { get; init; }

    /// <param name="settings">
    /// Beside those of a development host; <c>Platform:Url</c> among them, for https, and <c>environment</c> for another one.
    /// </param>
    public static Task<WebSite> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <param name="change">Takes something of the host away, or puts something in its place.</param>
    /// <param name="settings">As above.</param>
    public static async Task<WebSite> StartAsync(Action<IServiceCollection> change, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("marketplace-web-tests-").FullName;
        var builder = Composition.CreateBuilder(
        [
            "--environment=" + (settings.FirstOrDefault(s => s.Key == "environment").Value ?? "Development"), "--applicationName=marketplace",
            "--contentRoot=" + Path.Combine(Product.Root, "src", "Marketplace.Web"),
        ]);
        builder.Configuration.AddInMemoryCollection(Settings(folder, settings));
        var database = await TestDatabase.CreateAsync(new ModelParts([typeof(KernelServices).Assembly, .. AppServices.Contexts]));
        var simulator = await StripeInProcess.StartAsync(builder);
        builder.AddApplication(loops: false);
        builder.AddPages();
        var (clock, queries, failures, dns) = (new ShiftedClock(), new QueryLog(), new Failures(), new TextRecordsByHand());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IDatabaseProvider>(new OverheardProvider(database.Provider, queries));
        builder.Services.AddSingleton<IExceptionHandler>(failures);
        builder.Services.AddSingleton<ITextRecords>(dns);
        change(builder.Services);
        var app = builder.Build();
        app.UsePages();
        await app.StartAsync();
        simulator?.Attach(app);
        return new WebSite(folder, database, app, simulator)
        {
            Clock = clock, Queries = queries, Failures = failures, Dns = dns, Address = new Uri(app.Urls.First()),
        };
    }

    public Visitor Visitor() => new(this);

    public async Task<TResponse> SendAsync<TResponse>(Caller caller, ICommand<TResponse> command)
    {
        await using var scope = ScopeFor(caller);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(command);
    }

    public async Task<TResponse> SendAsync<TResponse>(Caller caller, IQuery<TResponse> query)
    {
        await using var scope = ScopeFor(caller);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(query);
    }

    /// <summary>Reads or prepares rows with the platform's eyes.</summary>
    public async Task<T> WithPlatformAsync<T>(Func<PlatformDb, Task<T>> work)
    {
        await using var scope = ScopeFor(Caller.System);
        return await work(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }

    public Task<int> DrainAsync() => Services.GetRequiredService<OutboxDispatcher>().DrainAsync(default);

    public Task<string> RunJobAsync(string name) => Services.GetRequiredService<JobRunner>().RunAsync(name, default);

    public AsyncServiceScope ScopeFor(Caller caller)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(caller);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_simulator is not null) await _simulator.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string?> Settings(string folder, (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0", ["Platform:Url"] = Url, ["Data:Folder"] = folder,
            // The developer's own mailbox; the tests of that page switch it on.
            ["Mail:ShowToEveryone"] = "false",
            ["Serilog:MinimumLevel:Default"] = "Fatal", ["Serilog:MinimumLevel:Override:Microsoft.AspNetCore"] = "Fatal",
        };
        // A test's visitors all come from one address.
        foreach (var limit in (string[])["login", "register", "search", "api"]) all["RateLimits:" + limit] = "1000000";
        foreach (var (key, value) in settings) all[key] = value;
        return all;
    }
}

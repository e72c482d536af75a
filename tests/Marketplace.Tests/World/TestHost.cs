using Marketplace.Accounts.Identity.Contracts;
using Marketplace.App;
using Marketplace.App.Files;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.World;

/// <summary>
/// The real application without HTTP on a real database, with a clock that stands still. Loops do not run: a test
/// drains the outbox and runs jobs by hand.
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly Func<ServiceProvider> _build;
    private ServiceProvider _services;

    private TestHost(TestDatabase database, Func<ServiceProvider> build, FakeTimeProvider clock) =>
        (_database, _build, _services, Clock) = (database, build, build(), clock);

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _services;

    public static async Task<TestHost> StartAsync(
        Action<IServiceCollection>? change = null, IReadOnlyDictionary<string, string?>? settings = null,
        FakeTimeProvider? clock = null)
    {
        var parts = new ModelParts([typeof(KernelServices).Assembly, .. AppServices.Contexts]);
        var database = await TestDatabase.CreateAsync(parts);
        clock ??= new FakeTimeProvider(Start);
        return new TestHost(database, () => Build(database, clock, change, settings), clock);
    }

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

    public Task<int> DrainAsync() => _services.GetRequiredService<OutboxDispatcher>().DrainAsync(default);

    public Task<string> RunJobAsync(string name) => _services.GetRequiredService<JobRunner>().RunAsync(name, default);

    public AsyncServiceScope ScopeFor(Caller caller)
    {
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(caller);
        return scope;
    }

    /// <summary>Everything in memory is gone, the database stays: a new process begins.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = _build();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static ServiceProvider Build(TestDatabase database, FakeTimeProvider clock, Action<IServiceCollection>? change,
        IReadOnlyDictionary<string, string?>? settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(database.Provider);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Security:SecondFactorRequired"] = "false" })
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>()).Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddMarketplace(configuration);
        services.AddSingleton<IFileStore>(new LocalFileStore(Path.Combine(Path.GetTempPath(), "mk_files_" + Guid.NewGuid().ToString("N"))));
        services.AddSingleton<ISignIn, RememberedSessions>();
        services.AddSingleton<ISecretSeal, PlainSeal>();
        services.AddSingleton<IPasskeys, MadeUpPasskeys>();
        change?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}

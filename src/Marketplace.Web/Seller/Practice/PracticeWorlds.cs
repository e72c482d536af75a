using System.Collections.Concurrent;
using Marketplace.App.Practice;
using Marketplace.App.Seeding;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Migrations.Sqlite;
using Marketplace.StripeSimulator;
using Marketplace.Web.Commands;

namespace Marketplace.Web.Seller.Practice;

/// <summary>
/// The practice worlds of this process, one a seller at most. There are few places; a world ends when nobody has
/// clicked in it for a while, and all end with the process.
/// </summary>
public sealed class PracticeWorlds(IServiceProvider services, TimeProvider clock) : IAsyncDisposable
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _door = new(1, 1);
    private ITimer? _sweep;

    /// <summary>Each holds some megabytes.</summary>
    public int Places { get; init; } = 8;

    /// <summary>The seller's own world, if it is open; nobody else's is ever answered.</summary>
    public PracticeWorld? Find(string tenantId)
    {
        if (!_places.TryGetValue(tenantId, out var place)) return null;
        place.UsedAt = clock.GetUtcNow();
        return place.World;
    }

    /// <summary>Opens the seller's world, anew where there is one.</summary>
    public async Task<Result> StartAsync(string tenantId, CancellationToken cancellation)
    {
        await _door.WaitAsync(cancellation);
        try
        {
            await SweepAsync();
            await EndAsync(tenantId);
            if (_places.Count >= Places) return PracticeErrors.Full;
            var parts = await PartsAsync(cancellation);
            var world = await PracticeWorld.OpenAsync(parts, services, tenantId, cancellation);
            if (world is null) return PracticeErrors.NothingPublished;
            _places[tenantId] = new Place(world) { UsedAt = clock.GetUtcNow() };
            _sweep ??= clock.CreateTimer(_ => _ = SweepSoonAsync(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
            return Result.Success();
        }
        finally
        {
            _door.Release();
        }
    }

    public async Task EndAsync(string tenantId)
    {
        if (_places.TryRemove(tenantId, out var place)) await place.World.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_sweep is not null) await _sweep.DisposeAsync();
        foreach (var tenant in _places.Keys) await EndAsync(tenant);
        _door.Dispose();
    }

    private async Task SweepSoonAsync()
    {
        if (!await _door.WaitAsync(0)) return;
        try
        {
            await SweepAsync();
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task SweepAsync()
    {
        var old = clock.GetUtcNow() - Idle;
        foreach (var (tenant, place) in _places)
            if (place.UsedAt < old) await EndAsync(tenant);
    }

    /// <summary>A clock that begins now, a bank on it that keeps everything in memory, and an empty database.</summary>
    private async Task<PracticeParts> PartsAsync(CancellationToken cancellation)
    {
        var own = new SeedClock(clock.GetUtcNow());
        var stripe = await SimulatorHost.StartAsync(
            new SimulatorOptions { TimeProvider = own, SignatureClock = own, RunDueWorkInBackground = false }, cancellation);
        var bank = new SimulatedBank(stripe);
        var database = await MemoryDatabase.CreateAsync(services.GetRequiredService<ModelParts>(), cancellation);
        return new PracticeParts(
            database, own, bank,
            new Dictionary<string, string?>
            {
                ["Stripe:SecretKey"] = "sk_test_practice", ["Stripe:ApiBase"] = stripe.Url,
                ["Stripe:PlatformWebhookSecret"] = "whsec_practice", ["Stripe:ConnectWebhookSecret"] = "whsec_practice_connect",
            },
            [bank, database]);
    }

    private sealed class Place(PracticeWorld world)
    {
        public PracticeWorld World => world;

        public DateTimeOffset UsedAt { get; set; }
    }
}

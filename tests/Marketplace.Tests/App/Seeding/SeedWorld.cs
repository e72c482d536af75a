using Marketplace.App.Files;
using Marketplace.App.Seeding;
using Marketplace.Kernel.Ports;
using Marketplace.StripeSimulator;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.App.Seeding;

/// <summary>
/// A host whose clock may be moved by the seeding, with a folder of its own for files; beside a Stripe on the same
/// clock where orders are wanted.
/// </summary>
internal sealed class SeedWorld : IAsyncDisposable
{
    private readonly DirectoryInfo _files;

    private SeedWorld(DirectoryInfo files, TestHost host, SimulatorHost? stripe) =>
        (_files, Host, Stripe) = (files, host, stripe);

    public TestHost Host { get; }

    public SimulatorHost? Stripe { get; }

    public SeedOptions Options => new(DemoFolder.Path, text => TestContext.Current.SendDiagnosticMessage(text))
    {
        Bank = Stripe is null ? null : new SimulatedBank(Stripe.Control),
    };

    public static async Task<SeedWorld> StartAsync(bool withStripe = false)
    {
        var files = Directory.CreateTempSubdirectory("mk_seed_");
        var clock = new SeedClock(TestHost.Start - SeedDemo.Past);
        var stripe = withStripe
            ? await SimulatorHost.StartAsync(new SimulatorOptions { TimeProvider = clock, RunDueWorkInBackground = false })
            : null;
        var host = await TestHost.StartAsync(
            services => services.AddSeeding(clock).AddSingleton<IFileStore>(new LocalFileStore(files.FullName)),
            stripe is null ? null : StripeWorld.SettingsFor(stripe.Url));
        return new SeedWorld(files, host, stripe);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        if (Stripe is not null) await Stripe.DisposeAsync();
        _files.Delete(recursive: true);
    }
}

using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Marketplace.App.Practice;

/// <summary>
/// The product's services on a world's own parts. Of the real configuration it takes nothing: no key, no address, no
/// folder. Nothing sends its mails, no loop runs, and files are kept nowhere.
/// </summary>
internal static class PracticeServices
{
    public static ServiceProvider Build(PracticeParts parts)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(parts.Settings)
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Security:SecondFactorRequired"] = "false" }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(parts.Clock);
        services.AddSingleton(parts.Database);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddMarketplace(configuration);
        services.AddSingleton<IFileStore, NoFiles>();
        services.AddSingleton<ISecretSeal, NoSecrets>();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>Links of mails that nobody gets guard nothing.</summary>
    private sealed class NoSecrets : ISecretSeal
    {
        public string Close(string secret) => secret;

        public string? Open(string sealedSecret) => sealedSecret;
    }

    private sealed class NoFiles : IFileStore
    {
        public Task PutAsync(string path, Stream content, string contentType, CancellationToken cancellation) => Task.CompletedTask;

        public Task<Stream?> OpenAsync(string path, CancellationToken cancellation) => Task.FromResult<Stream?>(null);

        public Task<bool> ExistsAsync(string path, CancellationToken cancellation) => Task.FromResult(false);

        public Task DeleteAsync(string path, CancellationToken cancellation) => Task.CompletedTask;
    }
}

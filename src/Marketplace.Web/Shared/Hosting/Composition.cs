using Marketplace.Accounts.Identity.Contracts;
using Marketplace.App;
using Marketplace.App.Files;
using Marketplace.Kernel.Ports;
using Microsoft.AspNetCore.DataProtection;
using Serilog;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>From configuration to services, the same for every verb.</summary>
internal static class Composition
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = true);
        builder.Services.AddSerilog(log => log.ReadFrom.Configuration(builder.Configuration));
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddOptions<PlatformOptions>().BindConfiguration(PlatformOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        return builder;
    }

    /// <param name="loops">Whether this process runs jobs and the outbox.</param>
    public static WebApplicationBuilder AddApplication(this WebApplicationBuilder builder, bool loops)
    {
        var folder = new DataFolder(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(DatabaseOptions.From(builder.Configuration).Build(folder));
        builder.Configuration["Search:Directory"] ??= folder.In("index");
        var files = builder.Configuration.GetSection(FilesOptions.Section).Get<FilesOptions>() ?? new FilesOptions();
        builder.Services.AddSingleton<IFileStore>(
            _ => files.Bucket is null ? new LocalFileStore(folder.In("files")) : new S3FileStore(files));
        builder.Services.AddMarketplace(builder.Configuration);
        builder.Services.AddDataProtection().SetApplicationName("marketplace")
            .PersistKeysToFileSystem(new DirectoryInfo(folder.In("keys")));
        builder.Services.AddSingleton<ISecretSeal, SecretSeal>();
        // The demo's logins are printed on the terminal: nobody could come in with a factor that they do not have.
        builder.Configuration[SecurityOptions.Section + ":" + nameof(SecurityOptions.SecondFactorRequired)] ??=
            builder.Environment.IsDevelopment() ? "false" : "true";
        if (loops) builder.Services.AddMarketplaceWorker();
        return builder;
    }
}

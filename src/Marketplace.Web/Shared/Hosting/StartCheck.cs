using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>
/// Fails closed: outside Development nothing starts half configured, so that no shop takes orders it cannot charge
/// for. <c>Platform:AllowDemo=true</c> lets a demo run, and every page says that it is one.
/// </summary>
internal static class StartCheck
{
    public static async Task<bool> PassesAsync(WebApplication app)
    {
        var platform = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        if (app.Environment.IsDevelopment() || platform.AllowDemo) return true;

        var missing = Missing(app.Configuration, platform).Concat(await MissingAsync(app.Services)).ToList();
        foreach (var line in missing) await Console.Error.WriteLineAsync("Not started: " + line);
        return missing.Count == 0;
    }

    /// <summary>In the database: its tables, then what the setup writes into them.</summary>
    internal static async Task<IReadOnlyList<string>> MissingAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var state = await SchemaHistory.ReadAsync(db, services.GetRequiredService<IDatabaseProvider>(), default);
        if (state == SchemaState.Foreign) return [new ForeignSchemaException().Message];
        if (state == SchemaState.Behind) return ["the database is not up to date: run `marketplace migrate`."];
        var settings = await services.GetRequiredService<ISettings>().GetAsync(default);
        return settings.SetUpAtUtc is null ? ["run `marketplace setup` first: it names the first admin."] : [];
    }

    internal static IEnumerable<string> Missing(IConfiguration configuration, PlatformOptions platform)
    {
        if (configuration["Stripe:SecretKey"] is null or "") yield return "Stripe:SecretKey is missing.";
        if (configuration["Stripe:PlatformWebhookSecret"] is null or "")
            yield return "Stripe:PlatformWebhookSecret is missing.";
        if (configuration["Stripe:ConnectWebhookSecret"] is null or "")
            yield return "Stripe:ConnectWebhookSecret is missing.";
        if (configuration["Mail:Smtp:Host"] is null or "") yield return "Mail:Smtp:Host is missing.";
        if (configuration.GetValue<bool>("Hooks:AllowLocal"))
            yield return "Hooks:AllowLocal is for Development: webhooks would reach into this machine.";
        if (!platform.Url.StartsWith("https://", StringComparison.Ordinal))
            yield return "Platform:Url must begin with https://.";
    }
}

using Marketplace.Accounts.Settings.Contracts;
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

        var settings = await app.Services.GetRequiredService<ISettings>().GetAsync(default);
        var missing = Missing(app.Configuration, platform, settings).ToList();
        foreach (var line in missing) await Console.Error.WriteLineAsync("Not started: " + line);
        return missing.Count == 0;
    }

    internal static IEnumerable<string> Missing(
        IConfiguration configuration, PlatformOptions platform, PlatformSettings settings)
    {
        if (settings.SetUpAtUtc is null) yield return "run `marketplace setup` first: it names the first admin.";
        if (configuration["Stripe:SecretKey"] is null or "") yield return "Stripe:SecretKey is missing.";
        if (configuration["Stripe:PlatformWebhookSecret"] is null or "")
            yield return "Stripe:PlatformWebhookSecret is missing.";
        if (configuration["Stripe:ConnectWebhookSecret"] is null or "")
            yield return "Stripe:ConnectWebhookSecret is missing.";
        if (configuration["Mail:SmtpHost"] is null or "") yield return "Mail:SmtpHost is missing.";
        if (!platform.Url.StartsWith("https://", StringComparison.Ordinal))
            yield return "Platform:Url must begin with https://.";
    }
}

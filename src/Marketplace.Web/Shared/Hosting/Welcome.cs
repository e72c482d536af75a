using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>What a person wants to know after the start: where it is.</summary>
internal static class Welcome
{
    public static async Task PrintAsync(WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        var platform = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        await Console.Out.WriteLineAsync($"\n  {platform.Name} is open at {platform.Url}   (Ctrl+C closes it)\n");
    }
}

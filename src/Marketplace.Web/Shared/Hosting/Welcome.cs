using System.Text.Json;
using Marketplace.Web.Commands;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>What a person wants to know after the start: where it is, and how to come in.</summary>
internal static class Welcome
{
    public static async Task PrintAsync(WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        var platform = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        await Console.Out.WriteLineAsync($"\n  {platform.Name} is open at {platform.Url}   (Ctrl+C closes it)");
        foreach (var line in Logins(SeedVerb.Folder(app), platform.Url)) await Console.Out.WriteLineAsync("  " + line);
        await Console.Out.WriteLineAsync();
    }

    /// <summary>One person of each kind, from the demo's own files; nothing where there are none.</summary>
    private static IEnumerable<string> Logins(string? folder, string url)
    {
        if (folder is null || Read(Path.Combine(folder, "platform.json")) is not { } platform) yield break;
        var people = platform.GetProperty("people");
        yield return $"Log in at {url}/login with the password {people.GetProperty("demoPassword").GetString()}";
        yield return $"  runs the marketplace  {Email(people.GetProperty("admins"))}";
        foreach (var shop in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Read(Path.Combine(shop, "seller.json")) is not { } seller) continue;
            yield return $"  has a shop            {Email(seller.GetProperty("people"))}";
            break;
        }

        yield return $"  buys                  {Email(people.GetProperty("buyers"))}";
    }

    private static string? Email(JsonElement people) =>
        people.EnumerateArray().Select(person => person.GetProperty("email").GetString()).FirstOrDefault();

    private static JsonElement? Read(string file) =>
        File.Exists(file) ? JsonDocument.Parse(File.ReadAllText(file)).RootElement : null;
}

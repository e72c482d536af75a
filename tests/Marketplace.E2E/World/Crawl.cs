using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Marketplace.E2E.World;

/// <summary>
/// Every kind of page that a role can reach by links: addresses that differ only by an id, a slug or a query are one
/// kind, and the first of them stands for all.
/// </summary>
public static partial class Crawl
{
    private const int Limit = 120;

    private static readonly string[] Stay = ["/logout", "/media/", "/assets/", "/dev/", "/stripe-simulator"];

    public static async Task<IReadOnlyList<string>> KindsAsync(IPage page, Role role)
    {
        var found = new List<string>();
        await VisitAsync(page, role, (path, _) =>
        {
            found.Add(path);
            return Task.CompletedTask;
        });
        return found;
    }

    /// <summary>Opens one page of each kind, and calls <paramref name="visit"/> while it is open.</summary>
    public static async Task VisitAsync(IPage page, Role role, Func<string, IResponse, Task> visit)
    {
        var seen = role.Starts.Select(Kind).ToHashSet(StringComparer.Ordinal);
        var waiting = new Queue<string>(role.Starts);
        while (waiting.TryDequeue(out var path))
        {
            Assert.True(seen.Count < Limit, "So many kinds of pages mean that one kind is taken for many.");
            var answer = await page.GotoAsync(path);
            if (answer!.Headers.GetValueOrDefault("content-type")?.Contains("html") != true) continue;
            var links = await LinksAsync(page);
            await visit(path, answer);
            foreach (var link in links.Where(role.Owns))
            {
                if (seen.Add(Kind(link))) waiting.Enqueue(link);
            }
        }
    }

    /// <summary>The address with everything that names one thing taken out.</summary>
    public static string Kind(string path)
    {
        var segments = path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < segments.Length; i++)
        {
            var after = i == 0 ? "" : segments[i - 1];
            if (after is "p" or "c" or "s" or "seller" or "help" or "collections" or "legal" or "sellers" || Named().IsMatch(segments[i]))
                segments[i] = "*";
        }

        return "/" + string.Join('/', segments);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(IPage page)
    {
        var found = await page.EvalOnSelectorAllAsync<string[]>(
            "a[href]", "links => links.filter(l => l.origin === location.origin && !l.download).map(l => l.pathname + l.search)");
        return [.. found.Distinct().Where(l => !Stay.Any(s => l.StartsWith(s, StringComparison.Ordinal))
            && !l.EndsWith(".csv", StringComparison.Ordinal) && !l.EndsWith(".xml", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"^([a-z]{2,4}_)?[0-9a-hjkmnp-tv-z]{20,}|[0-9]{3,}|^L-|[A-Za-z0-9_-]{32,}|%")]
    private static partial Regex Named();
}

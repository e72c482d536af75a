using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Marketplace.E2E.World;

/// <summary>
/// Every kind of page that somebody can reach by links: addresses that differ only by an id, a slug or a query are one
/// kind, and the first of them stands for all.
/// </summary>
public static partial class Crawl
{
    private static readonly string[] Stay = ["/logout", "/media/", "/assets/", "/dev/", "/stripe-simulator"];

    public static async Task<IReadOnlyList<string>> KindsAsync(IPage page, int limit, params string[] starts)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(starts);
        foreach (var start in starts) seen[Kind(start)] = start;
        while (waiting.TryDequeue(out var path) && seen.Count < limit)
        {
            var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            if (answer is null || answer.Headers.GetValueOrDefault("content-type")?.Contains("html") != true) continue;
            foreach (var link in await LinksAsync(page))
            {
                if (seen.TryAdd(Kind(link), link)) waiting.Enqueue(link);
            }
        }

        return [.. seen.Values];
    }

    /// <summary>The address with everything that names one thing taken out.</summary>
    public static string Kind(string path)
    {
        var segments = path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < segments.Length; i++)
        {
            var after = i == 0 ? "" : segments[i - 1];
            if (after is "p" or "c" or "s" or "seller" or "help" || Named().IsMatch(segments[i])) segments[i] = "*";
        }

        return "/" + string.Join('/', segments);
    }

    private static async Task<IEnumerable<string>> LinksAsync(IPage page)
    {
        var found = await page.EvalOnSelectorAllAsync<string[]>(
            "a[href]", "links => links.filter(l => l.origin === location.origin && !l.download).map(l => l.pathname + l.search)");
        return found.Distinct().Where(l => !Stay.Any(s => l.StartsWith(s, StringComparison.Ordinal))
            && !l.EndsWith(".csv", StringComparison.Ordinal) && !l.EndsWith(".xml", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^([a-z]{2,4}_)?[0-9a-hjkmnp-tv-z]{20,}|[0-9]{3,}|^L-|[A-Za-z0-9_-]{32,}|%")]
    private static partial Regex Named();
}

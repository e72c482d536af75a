using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Marketplace.E2E.World;

/// <summary>What must hold on every page: WCAG 2.2 AA as far as a program can tell, light and dark, and on small phones.</summary>
public static class Standards
{
    private const string WidestParts =
        """
        () => [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > 321
          && !e.closest("[popover]:not(:popover-open), .scroll, .tabs, .cats")).slice(-3).map(e => e.outerHTML.slice(0, 120))
        """;

    private static readonly AxeRunOptions All = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private static readonly AxeRunOptions Contrast = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] },
    };

    /// <summary>The page stays as it is: no typed word is lost.</summary>
    public static async Task<IReadOnlyList<string>> BrokenOnAsync(IPage page)
    {
        var size = page.ViewportSize!;
        var wrong = new List<string>(await AxeAsync(page, All, ""));
        await page.SetViewportSizeAsync(320, 640);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > 320)
            wrong.Add($"scrolls sideways: {width} px: {string.Join(" | ", await page.EvaluateAsync<string[]>(WidestParts))}");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        wrong.AddRange(await AxeAsync(page, Contrast, "dark: "));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(size.Width, size.Height);
        return [.. wrong.Select(line => $"{new Uri(page.Url).PathAndQuery}: {line}")];
    }

    private static async Task<IEnumerable<string>> AxeAsync(IPage page, AxeRunOptions rules, string scheme) =>
        (await page.RunAxe(rules)).Violations.Select(v =>
            $"{scheme}{v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html.Length > 160 ? n.Html[..160] : n.Html))}");
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Marketplace.E2E.World;

namespace Marketplace.E2E;

/// <summary>What must hold on every kind of page that a role can reach by links.</summary>
[Collection(SiteCollection.Name)]
public sealed class EveryPageTests(Site site, Browser browser)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static TheoryData<string, bool> RolesAndSchemes =>
        new(from role in Role.All from dark in (bool[])[false, true] select (role.Name, dark));

    [Theory(Explicit = true), MemberData(nameof(RolesAndSchemes))]
    public async Task Answers_has_no_console_error_asks_nobody_else_and_can_be_read_by_everybody(string roleName, bool dark)
    {
        var role = Role.All.Single(r => r.Name == roleName);
        var page = await role.EnterAsync(browser, site, dark: dark);
        var paths = await Crawl.KindsAsync(page, 80, role.Starts);
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") wrong.Add($"{page.Url}: console: {message.Text}"); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Url, StringComparison.Ordinal)) wrong.Add($"{page.Url}: asks {request.Url}"); };
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync(path);
            if (answer!.Status >= 400) wrong.Add($"{path}: {answer.Status}");
            var found = await page.RunAxe(Rules);
            wrong.AddRange(found.Violations.Select(v =>
                $"{path}: {v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html.Length > 160 ? n.Html[..160] : n.Html))}"));
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory(Explicit = true), InlineData("guest"), InlineData("buyer"), InlineData("seller"), InlineData("admin")]
    public async Task Never_scrolls_sideways_on_the_smallest_phone(string roleName)
    {
        var role = Role.All.Single(r => r.Name == roleName);
        var page = await role.EnterAsync(browser, site, 320, 640);
        var wide = new List<string>();
        foreach (var path in await Crawl.KindsAsync(page, 80, role.Starts))
        {
            await page.GotoAsync(path);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > 320) wide.Add($"{path}: {width} px");
        }

        Assert.True(wide.Count == 0, string.Join(Environment.NewLine, wide));
    }
}

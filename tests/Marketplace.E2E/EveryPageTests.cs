using Marketplace.E2E.World;

namespace Marketplace.E2E;

/// <summary>What must hold on every kind of page that a role can reach by links.</summary>
[Collection(SiteCollection.Name)]
public sealed class EveryPageTests(Site site, Browser browser)
{
    public static TheoryData<string> Roles => [.. Role.All.Select(r => r.Name)];

    [Theory(Explicit = true), MemberData(nameof(Roles))]
    public async Task Answers_without_an_error_asks_nobody_else_and_can_be_used_by_everybody(string roleName)
    {
        var role = Role.All.Single(r => r.Name == roleName);
        var page = await role.EnterAsync(browser, site);
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") wrong.Add($"{page.Url}: console: {message.Text}"); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Url, StringComparison.Ordinal)) wrong.Add($"{page.Url}: asks {request.Url}"); };
        await Crawl.VisitAsync(page, role, async (path, answer) =>
        {
            if (answer.Status >= 400) wrong.Add($"{path}: {answer.Status}");
            wrong.AddRange(await Standards.BrokenOnAsync(page));
        });

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task So_does_every_page_of_a_purchase_and_every_refusal_on_its_way()
    {
        var page = await Role.Guest.EnterAsync(browser, site);
        var wrong = new List<string>();
        var shopper = new Shopper(page, async () => wrong.AddRange(await Standards.BrokenOnAsync(page)));
        await page.GotoAsync("/");
        await shopper.FindAsync("bud vase");
        await shopper.TakeAsync("Bud vase, 12 cm");
        await shopper.CheckOutAsync();
        await shopper.SayWhereAsync("not an address", postcode: "1");
        wrong.AddRange(await Standards.BrokenOnAsync(page));
        await shopper.SayWhereAsync("axe@example.com");
        await shopper.OrderAsync();
        await shopper.PayAsync("1");
        await shopper.IsRefusedAsync("Please check the fields");
        await shopper.PayAsync(Shopper.Declined);
        await shopper.IsRefusedAsync("Your card was declined.");
        await shopper.PayAsync(Shopper.AsksTheBank);
        await shopper.ConfirmAsync();
        await page.GotoAsync("/no-such-page");
        wrong.AddRange(await Standards.BrokenOnAsync(page));

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Distinct()));
    }
}

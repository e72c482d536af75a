using Microsoft.Playwright;

namespace Marketplace.E2E.World;

/// <summary>Somebody who clicks and types by the names that a page says, and counts how often.</summary>
public sealed class Newcomer(IPage page)
{
    public IPage Page => page;

    public int Clicks { get; private set; }

    public int Fields { get; private set; }

    public Task PressAsync(string button, ILocator? within = null) => ClickAsync(
        (within is null ? page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            : within.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).First);

    public Task FollowAsync(string link) => ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = link }).First);

    public Task TickAsync(string label) => ClickAsync(page.GetByLabel(label).First);

    public async Task TypeAsync(string label, string value, ILocator? within = null)
    {
        var field = within is null ? page.GetByLabel(label, new() { Exact = true }) : within.GetByLabel(label, new() { Exact = true });
        await field.First.FillAsync(value);
        Fields++;
    }

    public async Task ChooseAsync(string label, string option)
    {
        await page.GetByLabel(label, new() { Exact = true }).First.SelectOptionAsync(new SelectOptionValue { Label = option });
        Fields++;
    }

    private async Task ClickAsync(ILocator what)
    {
        await what.ClickAsync();
        Clicks++;
    }
}

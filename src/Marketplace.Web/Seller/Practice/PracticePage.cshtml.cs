using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.App.Practice;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Practice;

/// <summary>The seller buys from itself in a world of its own and follows the order to the bank account.</summary>
public sealed class PracticePage(
    ISender sender, PracticeWorlds worlds, CallerAccessor caller, IFeatures features, IStringLocalizer<Words> words) : PageModel
{
    public string Root { get; private set; } = "";

    /// <summary>Null while no practice runs.</summary>
    public PracticeView? View { get; private set; }

    public IReadOnlyList<Shared.Components.TimelineStep> Way => View is null ? [] : PracticeWords.Way(View, words);

    public async Task<IActionResult> OnGetAsync(string seller) =>
        await ReadAsync(seller) is { } error ? this.Refused(error) : Page();

    public Task<IActionResult> OnPostStartAsync(string seller) => AfterAsync(
        seller, tenant => worlds.StartAsync(tenant, HttpContext.RequestAborted),
        words["Your practice shop is open. Nothing here is real."]);

    public Task<IActionResult> OnPostEndAsync(string seller) => AfterAsync(seller, async tenant =>
    {
        await worlds.EndAsync(tenant);
        return Result.Success();
    }, words["The practice is over, and nothing of it is left."]);

    public Task<IActionResult> OnPostBuyAsync(string seller, string? offer) =>
        InWorldAsync(seller, world => world.BuyAsync(offer ?? "", HttpContext.RequestAborted), words["You have bought from yourself."]);

    public Task<IActionResult> OnPostAcceptAsync(string seller) =>
        InWorldAsync(seller, world => world.AcceptAsync(HttpContext.RequestAborted), words["Accepted. Now pack it."]);

    public Task<IActionResult> OnPostShipAsync(string seller) =>
        InWorldAsync(seller, world => world.ShipAsync(HttpContext.RequestAborted), words["On its way."]);

    public Task<IActionResult> OnPostDeliverAsync(string seller) =>
        InWorldAsync(seller, world => world.DeliverAsync(HttpContext.RequestAborted), words["It has arrived; the hold begins."]);

    public Task<IActionResult> OnPostForwardAsync(string seller, int days) => InWorldAsync(
        seller, world => world.ForwardAsync(days, HttpContext.RequestAborted),
        words.Count(days, "{0} day has passed.", "{0} days have passed."));

    private Task<IActionResult> InWorldAsync(string seller, Func<PracticeWorld, Task<Result>> deed, string said) => AfterAsync(
        seller, tenant => worlds.Find(tenant) is { } world ? deed(world) : Task.FromResult<Result>(PracticeErrors.Over), said);

    private async Task<IActionResult> AfterAsync(string seller, Func<string, Task<Result>> deed, string said)
    {
        if ((await sender.Send(new EnterPractice(), HttpContext.RequestAborted)).Error is { } refused) return this.Refused(refused);
        var done = await deed(caller.Caller.TenantId!);
        if (!done.Ok) return await ReadAsync(seller) is { } error ? this.Refused(error) : this.Again(done.Error);
        this.Say(said);
        return RedirectToPage(new { seller });
    }

    private async Task<Error?> ReadAsync(string seller)
    {
        var shop = await sender.Send(new GetOnboarding(), HttpContext.RequestAborted);
        if (!shop.Ok) return shop.Error;
        if (!await features.IsOnAsync(Feature.Practice, caller.Caller.TenantId, null, HttpContext.RequestAborted))
            return FeatureErrors.Off;
        Root = "/seller/" + seller;
        if (worlds.Find(caller.Caller.TenantId!) is { } world) View = await world.ReadAsync(HttpContext.RequestAborted);
        return null;
    }
}

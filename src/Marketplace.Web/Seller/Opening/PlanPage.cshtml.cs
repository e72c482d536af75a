using Marketplace.Accounts.Sellers.Plans;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Opening;

/// <summary>The plans of the platform, and the one that the shop has chosen.</summary>
public sealed class PlanPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public string Root { get; private set; } = "";

    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    public MyPlan Mine { get; private set; } = new(null, false);

    public async Task<IActionResult> OnGetAsync(string seller) =>
        await ReadAsync(seller) is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync(string seller, string? plan)
    {
        var chosen = await sender.Send(new ChoosePlan(plan ?? ""), HttpContext.RequestAborted);
        if (!chosen.Ok) return await ReadAsync(seller) is { } error ? this.Refused(error) : this.Again(chosen.Error);
        this.Say(words["Your plan is chosen."]);
        return LocalRedirect($"/seller/{seller}/onboarding");
    }

    private async Task<Error?> ReadAsync(string seller)
    {
        Root = "/seller/" + seller;
        var mine = await sender.Send(new GetMyPlan(), HttpContext.RequestAborted);
        if (!mine.Ok) return mine.Error;
        Mine = mine.Value;
        Plans = (await sender.Send(new ListPlans(), HttpContext.RequestAborted)).Required();
        return null;
    }
}

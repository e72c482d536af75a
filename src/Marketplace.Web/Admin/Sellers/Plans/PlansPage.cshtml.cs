using System.Globalization;
using Marketplace.Accounts.Sellers.Plans;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Sellers.Plans;

/// <summary>The plans that shops choose among.</summary>
public sealed class PlansPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public PlanInput Input { get; set; } = new() { IsOffered = true };

    public IReadOnlyList<PlanLine> Plans { get; private set; } = [];

    /// <param name="edit">The plan in the form; none for a new one.</param>
    public async Task<IActionResult> OnGetAsync(string? edit)
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        if (Plans.FirstOrDefault(p => p.Plan.Id == edit) is { } line)
            Input = new PlanInput
            {
                Id = line.Plan.Id, Name = line.Plan.Name, MaximumListings = line.Plan.MaximumListings, IsOffered = line.IsOffered,
                Delta = line.Plan.CommissionDeltaBps == 0 ? null : Percent.Type(line.Plan.CommissionDeltaBps, CultureInfo.CurrentCulture),
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var delta = string.IsNullOrWhiteSpace(Input.Delta) ? 0 : Percent.Parse(Input.Delta, CultureInfo.CurrentCulture);
        if (delta is not { } bps)
            return await AgainAsync(Error.InvalidField("plan.delta", nameof(Input.Delta), words["A percentage, like -2 or 1.5."]));
        var saved = await sender.Send(
            new SavePlan(Input.Id is { Length: > 0 } id ? id : null, Input.Name ?? "", bps, Input.MaximumListings, Input.IsOffered),
            HttpContext.RequestAborted);
        if (!saved.Ok) return await AgainAsync(AtForm(saved.Error));
        this.Say(words["Saved. It holds for shops that choose it from now on."]);
        return RedirectToPage();
    }

    private static Error AtForm(Error error) => error.Fields?.ContainsKey(nameof(SavePlan.CommissionDeltaBps)) == true
        ? Error.InvalidField(error.Code, nameof(Input.Delta), error.Fields[nameof(SavePlan.CommissionDeltaBps)][0])
        : error;

    private async Task<IActionResult> AgainAsync(Error wrong) =>
        await ReadAsync() is { } error ? this.Refused(error) : this.Again(wrong);

    private async Task<Error?> ReadAsync()
    {
        var plans = await sender.Send(new ListAllPlans(), HttpContext.RequestAborted);
        Plans = plans.Value ?? [];
        return plans.Error;
    }

    public sealed class PlanInput
    {
        public string? Id { get; set; }
        public string? Name { get; set; }

        /// <summary>In percent, as it was typed.</summary>
        public string? Delta { get; set; }
        public int? MaximumListings { get; set; }
        public bool IsOffered { get; set; }
    }
}

using Marketplace.Growth.Search;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin;

public sealed class SearchIndexModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public SearchStatus Status { get; private set; } = null!;

    public bool IsRebuilding => Status.Rebuild is { EndedAtUtc: null };

    public async Task<IActionResult> OnGetAsync()
    {
        var status = await sender.Send(new GetSearchStatus(), HttpContext.RequestAborted);
        if (!status.Ok) return this.Refused(status.Error);
        Status = status.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostRebuildAsync()
    {
        var result = await sender.Send(new RebuildSearchIndex(), HttpContext.RequestAborted);
        if (!result.Ok && result.Error != SearchErrors.RebuildRunning) return this.Refused(result.Error);
        this.Say(result.Ok ? words["The index is being rebuilt."] : words["A rebuild is already running."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCompareAsync()
    {
        var result = await sender.Send(new ReconcileSearchIndex(), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        this.Say(words["Every listing is being compared with the database."]);
        return RedirectToPage();
    }
}

using Marketplace.Accounts.Operations;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Checks;

/// <summary>What must be true of the data, and whether it was when it was looked at last.</summary>
public sealed class ChecksPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    private const string Job = "check-invariants";

    public IReadOnlyList<InvariantLine> Lines { get; private set; } = [];

    public int Broken => Lines.Count(l => !l.Holds);

    public async Task<IActionResult> OnGetAsync()
    {
        var lines = await sender.Send(new ListInvariants(), HttpContext.RequestAborted);
        if (!lines.Ok) return this.Refused(lines.Error);
        Lines = lines.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var run = await sender.Send(new RunJob(Job), HttpContext.RequestAborted);
        if (!run.Ok) return this.Refused(run.Error);
        if (run.Value.Outcome is null) this.Say(words["It takes longer and goes on; its outcome appears here."]);
        else if (run.Value.Failed) this.Say(words["Something does not hold: it stands first in the list."], Tone.Bad);
        else this.Say(words["Everything was checked, and everything holds."]);
        return RedirectToPage();
    }
}

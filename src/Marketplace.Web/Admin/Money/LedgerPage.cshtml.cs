using Marketplace.Money.Ledger;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Money;

public sealed class LedgerPage(ISender sender, Shell shell, IStringLocalizer<Words> words) : PageModel
{
    public LedgerView Ledger { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? order = null, int at = 1)
    {
        var result = await sender.Send(new GetLedger(string.IsNullOrEmpty(order) ? null : order, at), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        Ledger = result.Value;
        shell.Work ??= new WorkFrame { Title = shell.Name, Links = WorkNav.Admin(words) };
        return Page();
    }
}

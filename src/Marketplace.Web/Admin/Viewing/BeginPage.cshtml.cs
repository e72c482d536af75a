using Marketplace.Accounts.Identity.Staff;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Admin.Viewing;

/// <summary>Asks why somebody of the staff wants to look at a shop for its seller, then opens its dashboard.</summary>
public sealed class BeginPage(ISender sender) : PageModel
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id) =>
        await ReadAsync(id) is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync(string id)
    {
        var begun = await sender.Send(new BeginView(id, (Input.Reason ?? "").Trim()), HttpContext.RequestAborted);
        if (begun.Ok) return LocalRedirect("/seller/" + begun.Value);
        return await ReadAsync(id) is { } error ? this.Refused(error) : this.Again(begun.Error);
    }

    private async Task<Error?> ReadAsync(string id)
    {
        var seller = await sender.Send(new GetSeller(id), HttpContext.RequestAborted);
        if (seller.Ok) (Id, Name) = (id, seller.Value.Line.Name);
        return seller.Error;
    }

    public sealed class ReasonInput
    {
        public string? Reason { get; set; }
    }
}

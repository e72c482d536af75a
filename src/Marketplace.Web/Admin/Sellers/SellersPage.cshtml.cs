using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Marketplace.Web.Admin.Sellers;

/// <summary>All sellers, by state; those to look at first.</summary>
public sealed class SellersPage(ISender sender) : PageModel
{
    public SellerState? State { get; private set; }

    public string? Search { get; private set; }

    public bool Appealing { get; private set; }

    public SellerList Sellers { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? state, string? q, string? after, bool appeals)
    {
        (State, Search) = (Enum.TryParse<SellerState>(state, true, out var known) && Enum.IsDefined(known) ? known : null, q?.Trim());
        Appealing = appeals;
        var sellers = await sender.Send(new ListSellers(State, Search, after, appeals), HttpContext.RequestAborted);
        if (!sellers.Ok) return this.Refused(sellers.Error);
        Sellers = sellers.Value;
        return Page();
    }

    public string With(SellerState? state, string? after = null, bool appeals = false) => QueryHelpers.AddQueryString(
        "/admin/sellers",
        new Dictionary<string, string?>
        {
            ["state"] = state?.ToString(), ["q"] = Search, ["appeals"] = appeals ? "true" : null, ["after"] = after,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}

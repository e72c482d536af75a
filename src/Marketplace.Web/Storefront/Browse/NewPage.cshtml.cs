using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Marketplace.Web.Storefront.Browse;

[OutputCache(PolicyName = ShopCache.Name)]
public sealed class NewPageModel(ISender sender, ICurrentMarket market) : PageModel
{
    public ResultsView Results { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var query = new ListingQuery(Request, market.Market);
        var found = await sender.Send(
            query.ToMessage(market.Market) with { Sort = SearchSort.Newest }, HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Results = new ResultsView(query, found.Value, market.Market.CurrencyCode);
        return Page();
    }
}

using Marketplace.Growth;
using Marketplace.Growth.Visits;
using Marketplace.Sales.Orders;
using Marketplace.Web.Seller.Home;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Visits;

/// <summary>What buyers looked at in the last days, and what came of it, listing by listing.</summary>
public sealed class VisitsPage(ISender sender, DisplayClock clock, IStringLocalizer<Words> words) : PageModel
{
    public VisitsView Visits { get; private set; } = null!;

    public VisitedListings Listings { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int days = 30, int at = 1)
    {
        var stop = HttpContext.RequestAborted;
        var period = SalesView.Periods.Contains(days) ? days : 30;
        var listings = await sender.Send(new ListVisitedListings(period, at), stop);
        if (!listings.Ok) return this.Refused(listings.Error);
        var visits = await sender.Send(new GetMyVisits(SalesView.DaysRead), stop);
        if (!visits.Ok) return this.Refused(visits.Error);
        var sales = await sender.Send(new GetSellerSales(SalesView.DaysRead), stop);
        if (!sales.Ok) return this.Refused(sales.Error);
        Listings = listings.Value;
        Visits = new VisitsView(visits.Value, sales.Value.Days, period, DateOnly.FromDateTime(clock.UtcNow), words);
        return Page();
    }
}

using Marketplace.Accounts.Sellers;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Orders.Papers;

/// <summary>Packing slips, address labels or order sheets of the orders named, in one PDF.</summary>
public sealed class PapersPage(ISender sender, DisplayClock clock, IStringLocalizer<Words> words) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string seller, string? kind, string? size, string[] pick)
    {
        if (pick.Length == 0)
        {
            this.Say(words["Tick the orders first."], Tone.Warn);
            return LocalRedirect($"/seller/{seller}/orders?tab=All");
        }

        var orders = await sender.Send(new GetOrderPapers(pick), HttpContext.RequestAborted);
        if (!orders.Ok) return this.Refused(orders.Error);
        var wanted = Enum.TryParse<PaperKind>(kind, true, out var known) && Enum.IsDefined(known) ? known : PaperKind.Slip;
        var label = Enum.TryParse<LabelSize>(size, true, out var format) && Enum.IsDefined(format) ? format : LabelSize.A6;
        var from = await FromAsync(seller, orders.Value[0].Part.SellerName);
        var file = new OrderPapers(words, clock, from).Write(wanted, orders.Value, label);
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/pdf", $"{wanted.ToString().ToLowerInvariant()}-{orders.Value[0].Part.Number}.pdf");
    }

    private async Task<PaperSender> FromAsync(string slug, string name)
    {
        var shop = await sender.Send(new GetSellerPublic(slug), HttpContext.RequestAborted);
        if (shop.Value?.Trader is not { } trader) return new PaperSender(name, []);
        return new PaperSender(shop.Value.Name,
        [
            .. new[]
            {
                trader.Line1, trader.Line2, $"{trader.Postcode} {trader.City}".Trim(), trader.Region,
                trader.Country.Length == 0 ? "" : MarketShell.CountryName(trader.Country),
            }.Where(line => !string.IsNullOrWhiteSpace(line)),
        ]);
    }
}

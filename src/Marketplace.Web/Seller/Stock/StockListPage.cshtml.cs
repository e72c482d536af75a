using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Growth.BackInStock;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Stock;

/// <summary>What the seller has, the scarcest first, and the places where it lies.</summary>
public sealed class StockListPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public string? Search { get; private set; }

    public bool LowOnly { get; private set; }

    public int PageNumber { get; private set; }

    public StockPage Stock { get; private set; } = null!;

    /// <summary>How many people wait for a variant; none is not named.</summary>
    public IReadOnlyDictionary<string, int> Waiting { get; private set; } = new Dictionary<string, int>();

    public async Task<IActionResult> OnGetAsync(string? q, bool low, int page = 1)
    {
        (Search, LowOnly, PageNumber) = (q, low, Math.Clamp(page, 1, 1000));
        var stock = await sender.Send(new ListStock(q, low, PageNumber), HttpContext.RequestAborted);
        if (!stock.Ok) return this.Refused(stock.Error);
        Stock = stock.Value;
        var waiting = await sender.Send(new CountWaiting(), HttpContext.RequestAborted);
        if (waiting.Ok) Waiting = waiting.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostLocationAsync(
        string seller, string? locationId, string? name, string? city, string? country, bool isClosed)
    {
        var saved = await sender.Send(
            new SaveLocation(
                string.IsNullOrEmpty(locationId) ? null : locationId, name ?? "", city ?? "",
                (country ?? "").ToUpperInvariant(), isClosed), HttpContext.RequestAborted);
        if (!saved.Ok && saved.Error.Kind is not (ErrorKind.Invalid or ErrorKind.Conflict)) return this.Refused(saved.Error);
        this.Say(saved.Ok ? words["Saved."] : words.Refusal(saved.Error.Message), saved.Ok ? Tone.Good : Tone.Bad);
        return LocalRedirect($"/seller/{seller}/stock");
    }

    public async Task<IActionResult> OnPostMarkAsync(string seller, int? units)
    {
        var saved = await sender.Send(new MarkLowStock(null, units), HttpContext.RequestAborted);
        if (!saved.Ok && saved.Error.Kind is not ErrorKind.Invalid) return this.Refused(saved.Error);
        this.Say(saved.Ok ? words["Saved."] : words.Refusal(saved.Error!.Message), saved.Ok ? Tone.Good : Tone.Bad);
        return LocalRedirect($"/seller/{seller}/stock");
    }
}

using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Growth.BackInStock;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Stock;

/// <summary>One variant: what lies where, why it changed, and the two ways to change it.</summary>
public sealed class StockItemPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public StockHistory History { get; private set; } = null!;

    public IReadOnlyList<LocationRow> Locations => History.Locations;

    /// <summary>Checkouts that are being paid.</summary>
    public IReadOnlyList<HoldRow> Holds { get; private set; } = [];

    /// <summary>Sold and still to be shipped; none for those whose role does not see orders.</summary>
    public IReadOnlyList<OrderOfOffer> Orders { get; private set; } = [];

    /// <summary>How many people asked to hear when it is back.</summary>
    public int Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(string offer)
    {
        var history = await sender.Send(new GetStockHistory(offer), HttpContext.RequestAborted);
        if (!history.Ok) return this.Refused(history.Error);
        History = history.Value;
        var holds = await sender.Send(new ListHolds(offer), HttpContext.RequestAborted);
        if (!holds.Ok) return this.Refused(holds.Error);
        Holds = holds.Value;
        var orders = await sender.Send(new ListOrdersOfOffer(offer), HttpContext.RequestAborted);
        if (orders.Ok) Orders = orders.Value;
        var waiting = await sender.Send(new CountWaiting(offer), HttpContext.RequestAborted);
        if (waiting.Ok) Waiting = waiting.Value.GetValueOrDefault(offer);
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(
        string seller, string offer, string? locationId, int quantity, StockReason reason, string? note) => After(
        await sender.Send(
            new ChangeStock([new StockChange(offer, Given(locationId), quantity)], reason, note ?? ""),
            HttpContext.RequestAborted),
        seller, offer);

    public async Task<IActionResult> OnPostTransferAsync(
        string seller, string offer, string? fromId, string? toId, int quantity, string? note) => After(
        await sender.Send(new TransferStock(offer, fromId ?? "", toId ?? "", quantity, note ?? ""), HttpContext.RequestAborted),
        seller, offer);

    public async Task<IActionResult> OnPostMarkAsync(string seller, string offer, int? units) => After(
        await sender.Send(new MarkLowStock(offer, units), HttpContext.RequestAborted), seller, offer);

    public string NameOf(string locationId) =>
        Locations.FirstOrDefault(l => l.Id == locationId)?.Name ?? words["Unknown place"];

    public string WordOf(MovementKind kind) => kind switch
    {
        MovementKind.Counted => words["Counted"],
        MovementKind.Received => words["Received"],
        MovementKind.Corrected => words["Corrected"],
        MovementKind.Damaged => words["Damaged"],
        MovementKind.Sold => words["Sold"],
        MovementKind.Returned => words["Came back"],
        MovementKind.TransferredOut => words["Moved away"],
        MovementKind.TransferredIn => words["Moved here"],
        MovementKind.Lost => words["Lost"],
        MovementKind.Other => words["Another reason"],
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private IActionResult After(Result result, string seller, string offer)
    {
        if (!result.Ok && result.Error.Kind is not (ErrorKind.Invalid or ErrorKind.Conflict)) return this.Refused(result.Error);
        this.Say(result.Ok ? words["Saved."] : words.Refusal(result.Error!.Message), result.Ok ? Tone.Good : Tone.Bad);
        return LocalRedirect($"/seller/{seller}/stock/{Uri.EscapeDataString(offer)}");
    }
}

using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
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

/// <summary>One variant: what lies where, why it changed, and the two ways to change it.</summary>
public sealed class StockItemPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public StockHistory History { get; private set; } = null!;

    public IReadOnlyList<LocationRow> Locations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string offer)
    {
        var history = await sender.Send(new GetStockHistory(offer), HttpContext.RequestAborted);
        if (!history.Ok) return this.Refused(history.Error);
        History = history.Value;
        var stock = await sender.Send(new ListStock(), HttpContext.RequestAborted);
        if (!stock.Ok) return this.Refused(stock.Error);
        Locations = stock.Value.Locations;
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
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private IActionResult After(Result result, string seller, string offer)
    {
        if (!result.Ok && result.Error.Kind is not (ErrorKind.Invalid or ErrorKind.Conflict)) return this.Refused(result.Error);
        this.Say(result.Ok ? words["The stock is changed."] : words.Refusal(result.Error!.Message), result.Ok ? Tone.Good : Tone.Bad);
        return LocalRedirect($"/seller/{seller}/stock/{Uri.EscapeDataString(offer)}");
    }
}

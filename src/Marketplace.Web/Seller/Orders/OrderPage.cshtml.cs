using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Orders;

/// <summary>One order of the seller: what to send where, what to do next, what it brings.</summary>
public sealed class OrderPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public ShipInput Input { get; set; } = new();

    public SellerOrderView Order { get; private set; } = null!;

    public SellerOrderMoney Money { get; private set; } = null!;

    public IReadOnlyList<OrderNoteView> Notes { get; private set; } = [];

    /// <summary>An address that was refused stays open.</summary>
    public bool EditIsOpen { get; private set; }

    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public string Seller { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ?? Page();

    public async Task<IActionResult> OnPostAcceptAsync() =>
        await AfterAsync(await sender.Send(new AcceptOrder(Id), HttpContext.RequestAborted), words["Accepted."]);

    public async Task<IActionResult> OnPostPackAsync() =>
        await AfterAsync(await sender.Send(new PackOrder(Id), HttpContext.RequestAborted), words["Packed."]);

    public async Task<IActionResult> OnPostShipAsync()
    {
        var shipped = await sender.Send(
            new ShipOrder(Id, Quantities(), Input.CarrierCode ?? "", Input.TrackingNumber, Input.TrackingUrl),
            HttpContext.RequestAborted);
        return await AfterAsync(
            shipped.Bare, words["Shipped. The buyer has got a mail with the tracking."]);
    }

    public async Task<IActionResult> OnPostCancelAsync() => await AfterAsync(
        await sender.Send(new CancelQuantities(Id, Quantities(), Input.Reason ?? ""), HttpContext.RequestAborted),
        words["Cancelled. The buyer is paid back."]);

    public async Task<IActionResult> OnPostAgreeToCancelAsync() => await AfterAsync(
        await sender.Send(new AcceptCancellation(Id), HttpContext.RequestAborted), words["Cancelled. The buyer is paid back."]);

    public async Task<IActionResult> OnPostDeclineAsync() => await AfterAsync(
        await sender.Send(new DeclineCancellation(Id, Input.Reason ?? ""), HttpContext.RequestAborted),
        words["The buyer reads that you ship it."]);

    public async Task<IActionResult> OnPostRefundAsync() => await AfterAsync(
        await sender.Send(
            new RefundItems(Input.Key, Id, Quantities(), Input.WithShipping, Input.Reason ?? ""), HttpContext.RequestAborted),
        words["The refund has started."]);

    public async Task<IActionResult> OnPostAddressAsync()
    {
        var order = await sender.Send(new GetSellerOrder(Id), HttpContext.RequestAborted);
        if (!order.Ok) return this.Refused(order.Error);
        EditIsOpen = true;
        // What was paid for is not asked: country and state stay those of the order.
        var wanted = Input.Address with { Country = order.Value.ShipTo.Country, Region = order.Value.ShipTo.Region };
        return await AfterAsync(
            await sender.Send(new ChangeDeliveryAddress(Id, wanted), HttpContext.RequestAborted),
            words["The address is changed. The buyer gets a mail with both."]);
    }

    public async Task<IActionResult> OnPostNoteAsync() => await AfterAsync(
        await sender.Send(new AddOrderNote(Id, Input.Note ?? ""), HttpContext.RequestAborted), words["The note is added."]);

    public async Task<IActionResult> OnPostDropNoteAsync(string? note) => await AfterAsync(
        await sender.Send(new RemoveOrderNote(note ?? ""), HttpContext.RequestAborted), words["The note is removed."]);

    private List<LineQuantity> Quantities() =>
        [.. Input.Pieces.Where(p => p.Value > 0).Select(p => new LineQuantity(p.Key, p.Value))];

    private async Task<IActionResult> AfterAsync(Result done, string said)
    {
        if (!done.Ok)
        {
            if (done.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden) return this.Refused(done.Error);
            if (done.Error.Fields is null) this.Say(words.Refusal(done.Error.Message), Tone.Warn);
            else return await ReadAsync() ?? this.Again(done.Error);
        }
        else
        {
            this.Say(said);
        }

        return LocalRedirect($"/seller/{Seller}/orders/{Id}");
    }

    private async Task<IActionResult?> ReadAsync()
    {
        var order = await sender.Send(new GetSellerOrder(Id), HttpContext.RequestAborted);
        if (!order.Ok) return this.Refused(order.Error);
        var money = await sender.Send(new GetSellerOrderMoney(Id), HttpContext.RequestAborted);
        if (!money.Ok) return this.Refused(money.Error);
        var notes = await sender.Send(new ListOrderNotes(Id), HttpContext.RequestAborted);
        if (!notes.Ok) return this.Refused(notes.Error);
        (Order, Money, Notes) = (order.Value, money.Value, notes.Value);
        if (!EditIsOpen) Input.Address = Order.ShipTo;
        return null;
    }
}

public sealed class ShipInput
{
    public string? CarrierCode { get; set; }
    public string? TrackingNumber { get; set; }
    public string? TrackingUrl { get; set; }
    public string? Reason { get; set; }
    public string? Note { get; set; }
    public Address Address { get; set; } = new();
    public bool WithShipping { get; set; }
    public string? Key { get; set; }

    /// <summary>How many of each line, by its id.</summary>
    public Dictionary<string, int> Pieces { get; set; } = [];
}

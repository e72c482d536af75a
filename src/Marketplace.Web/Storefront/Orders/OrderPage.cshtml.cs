using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Orders;

/// <summary>
/// The order that a link opens: confirmation right after paying, tracking from then on. Whoever has the link may read;
/// only the buyer's own browser or account sees the buttons, and the messages check it again.
/// </summary>
public sealed class OrderPage(
    ISender sender, CurrentPerson person, ICurrentMarket market, IStringLocalizer<Words> words) : PageModel
{
    public OrderView Order { get; private set; } = null!;

    public bool IsMine { get; private set; }

    public bool JustPlaced { get; private set; }

    public bool IsSignedIn => person.Person is not null;

    public async Task<IActionResult> OnGetAsync(string token)
    {
        JustPlaced = Request.Query.ContainsKey("placed");
        return await ShowAsync(token);
    }

    public async Task<IActionResult> OnPostDeliveredAsync(string token, string part)
    {
        var done = await sender.Send(new MarkDelivered(part), HttpContext.RequestAborted);
        return After(token, done, words["Thank you. The shop is paid in some days, unless you tell us that something is wrong."]);
    }

    public async Task<IActionResult> OnPostCancelAsync(string token, string part, string? reason)
    {
        var done = await sender.Send(new RequestCancellation(part, reason ?? ""), HttpContext.RequestAborted);
        return After(
            token, done.Bare,
            done is { Ok: true, Value: true }
                ? words["Cancelled. Your money is on its way back."]
                : words["We asked the shop not to ship. It answers soon."]);
    }

    public async Task<IActionResult> OnPostAgainAsync(string token)
    {
        var order = await sender.Send(new GetOrderByLink(token), HttpContext.RequestAborted);
        if (!order.Ok) return this.Refused(order.Error);
        var again = await sender.Send(new OrderAgain(order.Value.OrderId, market.Market.CurrencyCode), HttpContext.RequestAborted);
        if (!again.Ok) return this.Refused(again.Error);
        var (pieces, missing) = again.Value;
        var said = pieces == 0 ? words["Nothing new went into your basket."].Value
            : words.Count(pieces, "{0} item is in your basket.", "{0} items are in your basket.");
        if (missing.Count > 0)
            said += " " + words["Not to be had just now: {0}", string.Join("; ", missing.Take(10).Select(m =>
                $"{m.Title} ({words.Refusal(m.Why).TrimEnd('.')})"))].Value;
        this.Say(said, missing.Count == 0 ? Tone.Good : Tone.Warn);
        return LocalRedirect("/cart");
    }

    public async Task<IActionResult> OnPostClaimAsync(string token)
    {
        var done = await sender.Send(new ClaimOrderByLink(token), HttpContext.RequestAborted);
        return After(token, done, words["The order is in your account now."]);
    }

    private IActionResult After(string token, Result done, string said)
    {
        if (!done.Ok && done.Error.Kind is ErrorKind.Unauthenticated or ErrorKind.NotFound or ErrorKind.Forbidden)
            return this.Refused(done.Error);
        this.Say(done.Ok ? said : words.Refusal(done.Error.Message), done.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect("/orders/" + token);
    }

    private async Task<IActionResult> ShowAsync(string token)
    {
        var order = await sender.Send(new GetOrderByLink(token), HttpContext.RequestAborted);
        if (!order.Ok) return this.Refused(order.Error);
        Order = order.Value;
        IsMine = (await sender.Send(new GetBuyerOrder(Order.OrderId), HttpContext.RequestAborted)).Ok;
        if (Order.State != OrderState.Placed)
            return LocalRedirect(IsMine ? Checkout.ReturnPage.Address(Order.OrderId) : Checkout.ReturnPage.AddressByLink(token));
        return Page();
    }
}

using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Cart;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Basket;

/// <summary>
/// The basket by shop. "Add to basket" posts here from cacheable pages, which carry no token: the guard against other
/// sites' posts stands in for it.
/// </summary>
[MakesBuyer, IgnoreAntiforgeryToken]
public sealed class BasketPage(ISender sender, ICurrentMarket current, IStringLocalizer<Words> words) : PageModel
{
    public PricedCart Cart { get; private set; } = null!;

    public string? PlaceError { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAddAsync(string offerId, int quantity = 1, string? returnUrl = null)
    {
        var added = await sender.Send(
            new AddToCart(offerId ?? "", quantity, current.Market.CurrencyCode), HttpContext.RequestAborted);
        if (!added.Ok) this.Say(words.Refusal(added.Error.Message), Shared.Components.Tone.Warn);
        else this.Say(Said(added.Value));
        return LocalRedirect(added.Ok ? "/cart" : LocalUrl.Or(returnUrl, "/cart"));
    }

    public async Task<IActionResult> OnPostQuantityAsync(string offerId, int quantity) =>
        After(await sender.Send(new ChangeQuantity(offerId ?? "", quantity), HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostRemoveAsync(string offerId)
    {
        var gone = await sender.Send(new ChangeQuantity(offerId ?? "", 0), HttpContext.RequestAborted);
        if (gone.Ok) this.Say(words["Taken out of your basket."]);
        return After(gone);
    }

    public async Task<IActionResult> OnPostShippingAsync(string tenantId, string methodId) => After(
        await sender.Send(
            new ChooseShipping(new Dictionary<string, string> { [tenantId ?? ""] = methodId ?? "" }), HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostSeenAsync() => After(
        await sender.Send(new AcknowledgePrices(current.Market.CurrencyCode), HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostPlaceAsync(string? region, string? postcode)
    {
        PlaceError = Place.Keep(HttpContext, current.Market, region, postcode);
        return PlaceError is null ? LocalRedirect("/cart") : await ShowAsync();
    }

    private string Said(AddedToCart added) => added.WasCut
        ? words["Only {0} of “{1}” are left; they are in your basket.", added.Quantity, added.Title]
        : words["“{0}” is in your basket.", added.Title];

    private LocalRedirectResult After(Kernel.Results.Result done)
    {
        if (!done.Ok) this.Say(words.Refusal(done.Error.Message), Shared.Components.Tone.Warn);
        return LocalRedirect("/cart");
    }

    private async Task<IActionResult> ShowAsync()
    {
        var cart = await sender.Send(
            new GetCart(Place.Of(HttpContext, current.Market), current.Market.CurrencyCode), HttpContext.RequestAborted);
        if (!cart.Ok) return this.Refused(cart.Error);
        Cart = cart.Value;
        return Page();
    }
}

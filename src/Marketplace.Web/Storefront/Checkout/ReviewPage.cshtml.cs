using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Checkout;

/// <summary>
/// Everything once more, and the button that says what it costs. It drafts the order and leads to the payment page;
/// whatever changed meanwhile is shown here, and nothing is charged.
/// </summary>
public sealed class ReviewPage(
    ISender sender, ICurrentMarket current, TimeProvider clock, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The offers that the buyer agreed to leave out or to take less of.</summary>
    /// <remarks>Named: without a name and without such a field, every number of the form would be taken for one.</remarks>
    [BindProperty(Name = nameof(Change))]
    public Dictionary<string, int> Change { get; set; } = [];

    [BindProperty]
    public string Key { get; set; } = "";

    [BindProperty]
    public long ExpectedTotalMinor { get; set; }

    public PricedCart Cart { get; private set; } = null!;

    /// <summary>The same basket without what cannot be bought; its total is on the button.</summary>
    public PricedCart Rest { get; private set; } = null!;

    public CheckoutDetails Details { get; private set; } = null!;

    public Error? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is { } instead) return instead;
        var started = await StartAsync();
        if (started is { Ok: false, Error.Code: CheckoutErrors.AlreadyOpenCode })
        {
            var before = await sender.Send(new ExpireCheckout(started.Error.Fields!["OrderId"][0]), HttpContext.RequestAborted);
            if (!before.Ok) return await ShowAsync(before.Error);
            if (before.Value == OrderState.Placed) return LocalRedirect(ReturnPage.Address(started.Error.Fields["OrderId"][0]));
            if (before.Value == OrderState.AwaitingPayment) return await ShowAsync(CheckoutErrors.StillProcessing);
            started = await StartAsync();
        }

        if (!started.Ok) return await ShowAsync(started.Error);
        var page = await sender.Send(new OpenPaymentPage(started.Value.OrderId), HttpContext.RequestAborted);
        return page.Ok ? Redirect(page.Value) : await ShowAsync(page.Error);
    }

    private ValueTask<Result<StartedCheckout>> StartAsync() => sender.Send(
        new StartCheckout(
            Key.Length == 0 ? null : Key, ExpectedTotalMinor, current.Market.CurrencyCode, Details,
            [.. Change.Select(c => new LineChange(c.Key, c.Value))], current.Market.Locale,
            $"{Request.Scheme}://{Request.Host}"), HttpContext.RequestAborted);

    private async Task<IActionResult> ShowAsync(Error? trouble = null)
    {
        if (await ReadAsync() is { } instead)
        {
            // Nothing is left to order: the basket shows it, and this says why.
            if (trouble is not null) this.Say(words.Refusal(trouble.Message), Shared.Components.Tone.Warn);
            return instead;
        }

        (Trouble, Key, ExpectedTotalMinor) = (trouble, Ids.New(clock), Rest.TotalMinor);
        Change = Cart.Problems.ToDictionary(l => l.OfferId, l => l.CountedQuantity);
        ModelState.Clear();
        if (trouble is not null) Response.StatusCode = Outcomes.StatusOf(trouble.Kind);
        return Page();
    }

    private async Task<IActionResult?> ReadAsync()
    {
        var cart = await PriceAsync(new Destination(current.Market.Country), []);
        if (RememberDetails.Read(cart.DetailsJson) is not { } details || details.ShipTo.Country != current.Market.Country)
            return LocalRedirect(cart.Sellers.Count == 0 ? "/cart" : "/checkout");
        Details = details;
        var to = new Destination(details.ShipTo.Country, details.ShipTo.Region, Postcodes.Tidy(details.ShipTo.Postcode));
        Cart = await PriceAsync(to, []);
        Rest = Cart.IsReady
            ? Cart
            : await PriceAsync(to, [.. Cart.Problems.Select(l => new LineChange(l.OfferId, l.CountedQuantity))]);
        return Cart.HasRest ? null : LocalRedirect("/cart");
    }

    private async Task<PricedCart> PriceAsync(Destination to, IReadOnlyList<LineChange> changes) =>
        (await sender.Send(new GetCart(to, current.Market.CurrencyCode, changes), HttpContext.RequestAborted)).Required();
}

using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.BackInStock;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Storefront.BackInStock;

/// <summary>Where one asks to hear of a sold-out variant: <c>?v={offer}</c>, or the first one that is sold out.</summary>
[EnableRateLimiting(RateLimits.Register)]
public sealed class AskPage(ISender sender, ICurrentMarket market, CurrentPerson person) : PageModel
{
    [BindProperty]
    public AskInput Input { get; set; } = new();

    public ProductPage Product { get; private set; } = null!;

    public ProductVariant Variant { get; private set; } = null!;

    /// <summary>Null until it is asked.</summary>
    public StockRequestState? State { get; private set; }

    public bool IsSignedIn => person.Person is not null;

    public string Back => $"{Product.Url}?v={Variant.OfferId}";

    public string? Picture => Variant.PictureRef ?? (Product.Pictures.Count > 0 ? Product.Pictures[0].Ref : null);

    public async Task<IActionResult> OnGetAsync(string address, string? v) =>
        await ReadAsync(address, v) is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync(string address, string? v)
    {
        if (await ReadAsync(address, v) is { } error) return this.Refused(error);
        var asked = await sender.Send(
            new AskForStock(Variant.OfferId, IsSignedIn ? null : Input.Email ?? ""), HttpContext.RequestAborted);
        if (!asked.Ok) return asked.Error.Kind == ErrorKind.NotFound ? this.Refused(asked.Error) : this.Again(asked.Error);
        State = asked.Value;
        return Page();
    }

    private async Task<Error?> ReadAsync(string address, string? v)
    {
        var found = await sender.Send(
            new GetProductPage(address[(address.LastIndexOf('-') + 1)..], market.Market), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        Product = found.Value;
        if ((v is null ? Product.Variants.FirstOrDefault(one => one.Available <= 0) ?? Product.Variants.FirstOrDefault()
                : Product.Variants.FirstOrDefault(one => one.OfferId == v)) is not { } variant)
            return StockRequestErrors.NoOffer;
        Variant = variant;
        return null;
    }
}

public sealed class AskInput
{
    public string? Email { get; set; }
}

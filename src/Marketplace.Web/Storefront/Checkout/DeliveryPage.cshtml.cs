using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.AddressBook;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Storefront.Basket;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Checkout;

/// <summary>The step where the buyer says where it goes and how: guest first, one column, everything typed once.</summary>
public sealed class DeliveryPage(ISender sender, ICurrentMarket current, CurrentPerson person) : PageModel
{
    [BindProperty]
    public DeliveryInput Input { get; set; } = new();

    /// <summary>The delivery method by shop; named, else without such a field the whole form would be taken for it.</summary>
    [BindProperty(Name = nameof(Ship))]
    public Dictionary<string, string> Ship { get; set; } = [];

    public PricedCart Cart { get; private set; } = null!;

    /// <summary>The person's own addresses in this market's country.</summary>
    public IReadOnlyList<MyAddress> Book { get; private set; } = [];

    public bool IsGuest => person.Person is null;

    /// <summary>Whether the buyer came back from the payment page without paying.</summary>
    public bool CameBack { get; private set; }

    /// <summary>The rarely needed fields are shown open once they hold something.</summary>
    public bool MoreIsOpen => Input.Details.ShipTo is { Line2.Length: > 0 } or { Company.Length: > 0 }
        || Input.Details.Phone is { Length: > 0 };

    public async Task<IActionResult> OnGetAsync(string? back, string? address)
    {
        CameBack = back is not null;
        if (await ReadAsync() is { } instead) return instead;
        Input.Details = Start(address);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var details = Details();
        await sender.Send(new RememberDetails(details), HttpContext.RequestAborted);
        var saved = await sender.Send(new SaveDelivery(details, Ship), HttpContext.RequestAborted);
        if (saved.Ok)
        {
            // A full address book keeps nobody from buying.
            if (Input.Keep && !IsGuest)
                await sender.Send(new SaveAddress(null, details.ShipTo, details.Phone, false), HttpContext.RequestAborted);
            return LocalRedirect("/checkout/review");
        }

        return await ReadAsync() ?? this.Again(saved.Error);
    }

    /// <summary>What the form begins with: the address just chosen, what was typed before, the default, or nothing.</summary>
    private CheckoutDetails Start(string? addressId)
    {
        var typed = RememberDetails.Read(Cart.DetailsJson);
        var chosen = Book.FirstOrDefault(a => a.AddressId == addressId) ?? (typed is null ? Book.FirstOrDefault() : null);
        var start = typed ?? new CheckoutDetails
        {
            Email = person.Person?.Email ?? "",
            ShipTo = new Address
            {
                Name = person.Person?.Name ?? "", Postcode = Cart.Destination.Postcode ?? "", Region = Cart.Destination.Region,
            },
        };
        return chosen is null ? start : start with { ShipTo = chosen.Address, Phone = chosen.Phone ?? start.Phone };
    }

    /// <summary>The country is the market's: prices were shown for it.</summary>
    private CheckoutDetails Details() => Input.Details with
    {
        ShipTo = Input.Details.ShipTo with { Country = current.Market.Country },
    };

    private async Task<IActionResult?> ReadAsync()
    {
        var place = Place.Of(HttpContext, current.Market);
        var cart = await sender.Send(new GetCart(place, current.Market.CurrencyCode), HttpContext.RequestAborted);
        if (!cart.Ok) return this.Refused(cart.Error);
        Cart = cart.Value;
        if (RememberDetails.Read(Cart.DetailsJson)?.ShipTo is { } known && known.Country == place.Country)
        {
            var exact = new Destination(known.Country, known.Region ?? place.Region, known.Postcode);
            Cart = (await sender.Send(new GetCart(exact, current.Market.CurrencyCode), HttpContext.RequestAborted)).Required();
        }

        if (!Cart.HasRest) return LocalRedirect("/cart");
        if (IsGuest) return null;
        var book = await sender.Send(new ListMyAddresses(), HttpContext.RequestAborted);
        if (!book.Ok) return this.Refused(book.Error);
        Book = [.. book.Value.Where(a => a.Address.Country == place.Country)];
        return null;
    }
}

public sealed class DeliveryInput
{
    public CheckoutDetails Details { get; set; } = new();

    /// <summary>Into the address book, for who has an account.</summary>
    public bool Keep { get; set; } = true;
}

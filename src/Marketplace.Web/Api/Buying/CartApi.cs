using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Marketplace.Web.Shared.Market;
using Mediator;

namespace Marketplace.Web.Api.Buying;

/// <summary>A buyer's cart, by its token: the messages are the basket page's own.</summary>
internal static class CartApi
{
    internal const string Tag = "Buying";
    private const string Plain = "^[A-Za-z0-9][A-Za-z0-9 -]*$";

    internal static readonly ApiParameter Postcode =
        new("postcode", "Where delivery or tax depends on it.", "10115") { MaximumLength = 12, Pattern = Plain };

    internal static readonly ApiParameter Region =
        new("region", "A state, where delivery or tax depends on it, like CA.", "BE") { MaximumLength = 10, Pattern = Plain };

    private static readonly CartShape Filled = new(
        "EUR", "DE",
        [
            new CartSellerShape(
                ExampleId.Seller, new ShopShape("kiln-and-clay", "Kiln & Clay"),
                [
                    new CartItemShape(
                        ExampleId.Offer, ExampleId.Listing, "Speckled mug", "", "MUG-SPECKLED", 2, 2, 1900, 3800, LineProblem.None),
                ],
                [new MethodShape(ExampleId.Method, "Parcel", 395, new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 5))],
                ExampleId.Method, 3800, 395, 4195),
        ],
        3800, 395, 670, true, 4195, true);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cart", Create)
            .Describe("createCart", Tag, "Begin a cart", null, "Gives the token that everything else about the cart needs.")
            .Gives(201, "The new cart's token.", new NewCartShape(
                "ct_CfDJ8Nq1…", new DateTime(2026, 5, 31, 9, 30, 0, DateTimeKind.Utc)));
        api.MapGet("/cart", GetAsync)
            .Describe("getCart", Tag, "Read the cart", null,
                "With delivery, tax and totals for a place. Nothing is held back: that is the checkout's.")
            .OnCart().With(SearchApi.Country, SearchApi.CurrencyCode, Postcode, Region)
            .Gives(200, "The cart, priced.", Filled);
        api.MapPost("/cart/items", AddAsync)
            .Describe("addToCart", Tag, "Put something into the cart", null, "Pieces of an offer, beside those that lie there already.")
            .OnCart().Takes(new CartItemInput(ExampleId.Offer, 1, "EUR"))
            .Gives(200, "In the cart.", new AddedShape("Speckled mug", 1, false, 1))
            .Refuses(422, "cart.not-for-sale", "This is not for sale at the moment.")
            .Refuses(422, "cart.sold-out", "The last one was just sold.")
            .Refuses(
                422, "cart.not-in-currency",
                "This shop does not sell it in your currency. Choose another currency at the top of the page.");
        api.MapPut("/cart/items/{offerId}", ChangeAsync)
            .Describe("changeCartItem", Tag, "Change how many", null)
            .At("offerId", "The offer.", ExampleId.Offer).OnCart().Takes(new QuantityInput(2)).GivesNothing("So many are in the cart now.")
            .Refuses(404, "cart.no-line", "This is not in your basket any more.");
        api.MapDelete("/cart/items/{offerId}", RemoveAsync)
            .Describe("removeCartItem", Tag, "Take something out of the cart", null)
            .At("offerId", "The offer.", ExampleId.Offer).OnCart().GivesNothing("It is out.")
            .Refuses(404, "cart.no-line", "This is not in your basket any more.");
        api.MapPut("/cart/shipping", ShipAsync)
            .Describe("chooseShipping", Tag, "Choose how parcels travel", null,
                "Ways that getCart offers. One that no longer fits gives way to the cheapest.")
            .OnCart().Takes(new ShippingInput([new ChosenMethod(ExampleId.Seller, ExampleId.Method)])).GivesNothing("Chosen.");
    }

    private static IResult Create(CartTokens carts, TimeProvider clock) =>
        Results.Json(new NewCartShape(carts.Issue(), clock.GetUtcNow().UtcDateTime + CartTokens.Life), statusCode: 201);

    private static async Task<IResult> GetAsync(HttpContext http, ISender sender, ICurrentMarket market, ISettings settings)
    {
        var place = await SearchApi.MarketAsync(http, market, settings);
        var cart = await sender.Send(
            new GetCart(
                new Destination(place.Country, Query.Text(http, "region"), Tidy(Query.Text(http, "postcode"))), place.CurrencyCode),
            http.RequestAborted);
        return cart.Ok ? Results.Ok(CartShape.Of(cart.Value)) : new ApiRefusal(cart.Error);
    }

    private static async Task<IResult> AddAsync(HttpContext http, ISender sender, ISettings settings)
    {
        var body = await ApiBody.ReadAsync<CartItemInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        var item = body.Value;
        if (!await KnowsAsync(settings, item.CurrencyCode, http.RequestAborted))
            return new ApiRefusal(ApiErrors.WrongValue("currencyCode"));
        var added = await sender.Send(
            new AddToCart(PublicId.Read(PublicId.Offer, item.OfferId), item.Quantity, item.CurrencyCode), http.RequestAborted);
        return added.Ok
            ? Results.Ok(new AddedShape(added.Value.Title, added.Value.Quantity, added.Value.WasCut, added.Value.Pieces))
            : new ApiRefusal(added.Error);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, ISender sender)
    {
        var body = await ApiBody.ReadAsync<QuantityInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        if (body.Value.Quantity < 1) return new ApiRefusal(ApiErrors.WrongValue("quantity"));
        return Done(await sender.Send(new ChangeQuantity(OfferOf(http), body.Value.Quantity), http.RequestAborted));
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, ISender sender) =>
        Done(await sender.Send(new ChangeQuantity(OfferOf(http), 0), http.RequestAborted));

    private static async Task<IResult> ShipAsync(HttpContext http, ISender sender)
    {
        var body = await ApiBody.ReadAsync<ShippingInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        if (body.Value.Methods.Count > 20) return new ApiRefusal(ApiErrors.WrongValue("methods"));
        var chosen = body.Value.Methods.GroupBy(m => PublicId.Read(PublicId.Seller, m.SellerId)).ToDictionary(
            one => one.Key, one => PublicId.Read(PublicId.Method, one.Last().MethodId), StringComparer.Ordinal);
        return Done(await sender.Send(new ChooseShipping(chosen), http.RequestAborted));
    }

    internal static async Task<bool> KnowsAsync(ISettings settings, string currencyCode, CancellationToken cancellation) =>
        MarketReader.Known((await settings.GetAsync(cancellation)).Currencies, currencyCode) is not null;

    internal static string? Tidy(string? postcode) => postcode is { Length: > 0 } ? Postcodes.Tidy(postcode) : null;

    private static string OfferOf(HttpContext http) => PublicId.Read(PublicId.Offer, Query.Path(http, "offerId"));

    private static IResult Done(Result done) => done.Ok ? Results.NoContent() : new ApiRefusal(done.Error);
}

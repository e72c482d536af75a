using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Marketplace.Web.Shared;
using Mediator;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Api.Buying;

/// <summary>From a cart to the payment page, and how the order stands from then on.</summary>
internal static class CheckoutApi
{
    private static readonly DateTime Then = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    private static readonly CheckoutInput Input = new(
        "mara@example.org", new AddressInput("Mara de Wit", "Am Markt 4", "99423", "Weimar", "DE"), "EUR", 4195);

    private static readonly PurchaseShape Placed = new(
        ExampleId.Purchase, 100001, OrderState.Placed, "EUR", 3800, 395, 670, true, 4195, Then,
        [
            new PurchasePartShape(
                ExampleId.Order, "100001-1", new ShopShape("kiln-and-clay", "Kiln & Clay"), FulfilmentState.Shipped, 3800, 395, 4195,
                new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 5), null,
                [new PurchaseItemShape("Speckled mug", "", "MUG-SPECKLED", 2, 2, 0, 1900, 3800)],
                [new ParcelShape("PostNL", "3SABC123456", null, Then, new DateOnly(2026, 3, 5))]),
        ]);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cart/checkout", StartAsync)
            .Describe("startCheckout", CartApi.Tag, "Order what is in the cart", null,
                "Holds the goods for half an hour and answers the address of the payment page. Nothing is charged before the buyer "
                + "pays there.")
            .OnCart().Once().Takes(Input)
            .Gives(201, "Waiting for the payment.", new CheckoutShape(
                ExampleId.Purchase, ExampleId.PurchaseToken, "https://checkout.stripe.com/c/pay/cs_live_a1B2c3"))
            .Refuses(
                409, "checkout.total-changed",
                "Prices or delivery changed meanwhile: the total is now 41.95 EUR. Nothing has been charged.")
            .Refuses(409, "checkout.items-unavailable", "Some items are not available as you want them. Nothing has been charged.")
            .Refuses(409, "checkout.processing", "Your bank is still working on the payment. We write to you as soon as it is through.")
            .Refuses(422, "checkout.empty-cart", "Your basket is empty.")
            .Refuses(422, "checkout.below-minimum", "A payment in this currency is at least 0.50 EUR. Add something small to your basket.")
            .Refuses(503, "payment.unavailable", "The payment page does not answer. Nothing was charged; try again in a minute.");
        api.MapGet("/purchases/{token}", GetAsync)
            .Describe("getPurchase", CartApi.Tag, "Read how an order stands", null,
                "By the token of its checkout, or of the link in its mails. Whoever has it may read, and nothing else.")
            .At("token", "The order's token.", ExampleId.PurchaseToken).Gives(200, "The order.", Placed)
            .Refuses(404, "checkout.no-order", "There is no such order.");
    }

    private static async Task<IResult> StartAsync(
        HttpContext http, ISender sender, ISettings settings, ICurrentMarket market, IOptions<PlatformOptions> platform)
    {
        var body = await ApiBody.ReadAsync<CheckoutInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        if (!await CartApi.KnowsAsync(settings, body.Value.CurrencyCode, http.RequestAborted))
            return new ApiRefusal(ApiErrors.WrongValue("currencyCode"));
        var command = new StartCheckout(
            Query.Idempotency(http) is { } key ? Ids.From(key) : null, body.Value.ExpectedTotalMinor, body.Value.CurrencyCode,
            body.Value.ToDetails(), [], market.Market.Locale, platform.Value.Url.TrimEnd('/'), ReturnsByLink: true);
        var order = await DraftAsync(sender, command, http.RequestAborted);
        if (!order.Ok) return new ApiRefusal(order.Error);
        var page = await sender.Send(new OpenPaymentPage(order.Value), http.RequestAborted);
        if (!page.Ok) return new ApiRefusal(page.Error);
        var drafted = (await sender.Send(new GetBuyerOrder(order.Value), http.RequestAborted)).Required();
        return Results.Json(
            new CheckoutShape(PublicId.Of(PublicId.Purchase, drafted.OrderId), drafted.LinkToken, page.Value), statusCode: 201);
    }

    /// <summary>The order's id. A payment page for an earlier state of the cart is closed first.</summary>
    private static async Task<Result<string>> DraftAsync(ISender sender, StartCheckout command, CancellationToken cancellation)
    {
        var started = await sender.Send(command, cancellation);
        if (started is { Ok: false, Error.Code: CheckoutErrors.AlreadyOpenCode })
        {
            var before = await sender.Send(new ExpireCheckout(started.Error.Fields!["OrderId"][0]), cancellation);
            if (!before.Ok) return before.Error;
            if (before.Value == OrderState.AwaitingPayment) return CheckoutErrors.StillProcessing;
            started = await sender.Send(command, cancellation);
        }

        return started.Ok ? started.Value.OrderId : started.Error;
    }

    /// <summary>Asks the processor first where the payment is still open, so that nobody need wait for its webhook.</summary>
    private static async Task<IResult> GetAsync(HttpContext http, ISender sender)
    {
        var token = Query.Path(http, "token");
        var order = await sender.Send(new GetOrderByLink(token), http.RequestAborted);
        if (order is { Ok: true, Value.State: OrderState.AwaitingPayment }
            && (await sender.Send(new ConfirmPaymentByLink(token), http.RequestAborted)).Ok)
            order = await sender.Send(new GetOrderByLink(token), http.RequestAborted);
        return order.Ok ? Results.Ok(PurchaseShape.Of(order.Value)) : new ApiRefusal(order.Error);
    }
}

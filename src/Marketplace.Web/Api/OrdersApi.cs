using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Mediator;

namespace Marketplace.Web.Api;

/// <summary>A seller's orders: read, accepted, shipped, cancelled.</summary>
internal static class OrdersApi
{
    private const string Tag = "Orders";
    private static readonly DateTime Then = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 3, 4);

    private static readonly OrderShape Whole = new(
        ExampleId.Order, "100042-1", FulfilmentState.Placed, Then, Then.AddHours(48), Day, Then.AddDays(9), null, false, null, "Mara",
        null, new AddressShape("Mara Lindt", null, "Am Markt 1", null, "99423", "Weimar", null, "DE"), "Parcel", "EUR", 1900, 395, 366,
        2295, [new OrderLineShape(ExampleId.Line, ExampleId.Listing, "Speckled mug", "", "MUG-SPECKLED", 1, 0, 0, 0, 1900, 1900, 303)], []);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/orders", ListAsync)
            .Describe("listOrders", Tag, "List your orders", ApiScopes.OrdersRead, "The newest first.")
            .With(
                ApiParameter.OfEnum<ApiOrderState>("state", "Only those of one state.", "placed"),
                new ApiParameter("updatedFrom", "Only those to which something happened since.", "2026-01-01T00:00:00Z")
                {
                    Format = "date-time",
                },
                ApiParameter.Limit(ListSellerOrders.MaximumSize), ApiParameter.Cursor)
            .Gives(200, "A page of orders.", new ApiPage<OrderItem>(
                [new OrderItem(ExampleId.Order, "100042-1", FulfilmentState.Placed, Then, "Mara", "Weimar", "DE", Day, Then.AddHours(48),
                    false, "EUR", 2295, 1)], null));
        api.MapGet("/orders/{id}", GetAsync)
            .Describe("getOrder", Tag, "Read an order", ApiScopes.OrdersRead)
            .At("id", "The order's id.", ExampleId.Order).Gives(200, "The order.", Whole)
            .Refuses(404, "order.not-found", "There is no such order.");
        api.MapPost("/orders/{id}/acceptance", AcceptAsync)
            .Describe("acceptOrder", Tag, "Accept an order", ApiScopes.OrdersWrite,
                "The clock that would have cancelled it stops.")
            .At("id", "The order's id.", ExampleId.Order).Once().GivesNothing("Accepted.")
            .Refuses(404, "order.not-found", "There is no such order.")
            .Refuses(409, "order.wrong-state", "The order is no longer in a state that allows this. Look at it again.");
        api.MapPost("/orders/{id}/shipments", ShipAsync)
            .Describe("shipOrder", Tag, "Ship an order", ApiScopes.OrdersWrite,
                "All that is open, or the pieces named. Carriers: postnl, dhl, dpd, gls, ups, fedex, usps, royal-mail, la-poste, "
                + "correos, poste-italiane, bpost, japan-post, aramex, courier, other.")
            .At("id", "The order's id.", ExampleId.Order).Once()
            .Takes(new ShipmentInput("postnl", "3SABC123456", null, [new Pieces(ExampleId.Line, 1)]))
            .Gives(201, "Shipped.", new ShipmentMade(ExampleId.Shipment))
            .Refuses(400, "order.no-carrier", "Choose a carrier from the list.")
            .Refuses(404, "order.not-found", "There is no such order.")
            .Refuses(409, "order.wrong-state", "The order is no longer in a state that allows this. Look at it again.");
        api.MapPost("/orders/{id}/cancellations", CancelAsync)
            .Describe("cancelOrder", Tag, "Cancel pieces of an order", ApiScopes.OrdersWrite, "They are paid back.")
            .At("id", "The order's id.", ExampleId.Order).Once()
            .Takes(new CancellationInput("The last one broke in the kiln. We are sorry.", [new Pieces(ExampleId.Line, 1)]))
            .GivesNothing("Cancelled.")
            .Refuses(400, "order.wrong-quantity", "Choose at least one item, and no more of each than is still open.")
            .Refuses(404, "order.not-found", "There is no such order.")
            .Refuses(409, "order.wrong-state", "The order is no longer in a state that allows this. Look at it again.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ISender sender)
    {
        var cursor = Cursor.Read(http);
        if (!cursor.Ok) return new ApiRefusal(cursor.Error);
        var state = Query.Choice<ApiOrderState>(http, "state");
        var found = await sender.Send(
            new ListSellerOrders(
                SellerOrderTab.All, null, cursor.Value.Text, state is { } one ? Enum.Parse<FulfilmentState>(one.ToString()) : null,
                Query.Instant(http, "updatedFrom"), Query.Number(http, "limit", ListSellerOrders.UsualSize)), http.RequestAborted);
        return found.Ok
            ? Results.Ok(new ApiPage<OrderItem>([.. found.Value.Rows.Select(OrderItem.Of)], Cursor.Write(found.Value.Next)))
            : new ApiRefusal(found.Error);
    }

    private static async Task<IResult> GetAsync(HttpContext http, ISender sender)
    {
        var found = await sender.Send(new GetSellerOrder(IdOf(http)), http.RequestAborted);
        return found.Ok ? Results.Ok(OrderShape.Of(found.Value)) : new ApiRefusal(found.Error);
    }

    private static async Task<IResult> AcceptAsync(HttpContext http, ISender sender)
    {
        var done = await sender.Send(new AcceptOrder(IdOf(http), Query.Idempotency(http)), http.RequestAborted);
        return done.Ok ? Results.NoContent() : new ApiRefusal(done.Error);
    }

    private static async Task<IResult> ShipAsync(HttpContext http, ISender sender)
    {
        var body = await ApiBody.ReadAsync<ShipmentInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        var (input, id) = (body.Value, IdOf(http));
        var shipped = await sender.Send(
            new ShipOrder(
                id, Quantities(input.Lines), input.CarrierCode, input.TrackingNumber, input.TrackingUrl, Query.Idempotency(http)),
            http.RequestAborted);
        return shipped.Ok
            ? Results.Created(
                $"/api/v1/orders/{PublicId.Of(PublicId.Order, id)}", new ShipmentMade(PublicId.Of(PublicId.Shipment, shipped.Value)))
            : new ApiRefusal(shipped.Error);
    }

    private static async Task<IResult> CancelAsync(HttpContext http, ISender sender)
    {
        var body = await ApiBody.ReadAsync<CancellationInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        var done = await sender.Send(
            new CancelQuantities(IdOf(http), Quantities(body.Value.Lines), body.Value.Reason, Query.Idempotency(http)),
            http.RequestAborted);
        return done.Ok ? Results.NoContent() : new ApiRefusal(done.Error);
    }

    private static List<LineQuantity> Quantities(IReadOnlyList<Pieces>? lines) => [.. (lines ?? []).Select(l => l.ToQuantity())];

    private static string IdOf(HttpContext http) => PublicId.Read(PublicId.Order, Query.Path(http, "id"));
}

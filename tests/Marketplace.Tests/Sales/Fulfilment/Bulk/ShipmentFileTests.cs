using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Fulfilment.Bulk;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Fulfilment.Bulk;

public sealed class ShipmentFileTests
{
    [Fact]
    public async Task A_dry_run_says_of_each_row_what_it_would_do_and_does_nothing()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var (kiln, trail) = (await world.PartAsync(order, Kiln), await world.PartAsync(order, Trail));
        var file = $"""
            Order;SKU;Quantity;Carrier;Tracking
            {kiln.Number};sto;1;PostNL;3S1
            {kiln.Number};Sto;2;postnl;3S2
            {kiln.Number};;;postnl;3S3
            {kiln.Number};CUP;1;postnl;3S4
            {kiln.Number};Sto;half;postnl;3S5
            {kiln.Number};;;pigeon;3S6
            {trail.Number};;;postnl;3S7
            {kiln.Number};Sto;1;postnl;"3S;8"
            ;;;postnl;3S9
            """;

        var plan = (await world.Host.SendAsync(KilnStaff, new PlanShipments(file))).Required();

        Assert.Equal(
            [
                RowOutcome.Ships, RowOutcome.MoreThanOpen, RowOutcome.WholeAndParts, RowOutcome.NoSku, RowOutcome.WrongQuantity,
                RowOutcome.NoCarrier, RowOutcome.NoOrder, RowOutcome.WrongTracking, RowOutcome.NoNumber,
            ],
            plan.Rows.Select(r => r.Outcome));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9, 10], plan.Rows.Select(r => r.Line));
        Assert.Equal(FulfilmentState.Placed, (await world.PartAsync(order, Kiln)).State);
    }

    [Fact]
    public async Task A_file_applied_twice_and_at_once_ships_once()
    {
        await using var world = await OpenAsync();
        var part = await world.PartAsync(await world.BuyAsync(Mara), Kiln);
        var one = $"order,sku,quantity,carrier,tracking\n{part.Number},Sto,1,dhl,\n";

        var both = await Task.WhenAll(
            world.Host.SendAsync(KilnStaff, new ApplyShipments(one)), world.Host.SendAsync(KilnStaff, new ApplyShipments(one)));
        Assert.All(both, a => Assert.Equal((1, 0), (a.Required().Parcels, a.Required().Refused.Count)));
        Assert.Equal(1, await ParcelsAsync(world));
        var rest = $"order,carrier,tracking\n{part.Number},dhl,JD014\n";
        Assert.Equal(1, (await world.Host.SendAsync(KilnStaff, new ApplyShipments(rest))).Required().Parcels);
        var again = (await world.Host.SendAsync(KilnStaff, new PlanShipments(rest))).Required();
        Assert.Equal(RowOutcome.ShippedBefore, Assert.Single(again.Rows).Outcome);
        var late = (await world.Host.SendAsync(KilnStaff, new PlanShipments(one))).Required();

        Assert.Equal(RowOutcome.NotOpen, Assert.Single(late.Rows).Outcome);
        Assert.Equal(2, await ParcelsAsync(world));
    }

    [Fact]
    public async Task Rows_with_one_number_are_one_parcel_and_a_request_to_cancel_comes_first()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug, 2);
        await world.AddAsync(Mara, Bowl);
        var order = await world.ToPaymentPageAsync(Mara);
        world.Gateway.Pay(order);
        await world.Host.SendAsync(Mara, new Marketplace.Sales.Checkout.ConfirmPayment(order));
        await world.Host.DrainAsync();
        var part = await world.PartAsync(order, Kiln);
        var file = $"order,sku,quantity,carrier,tracking\n{part.Number},Sto,2,dhl,JD1\n{part.Number},Bre,1,dhl,JD1\n";
        await world.Host.SendAsync(KilnStaff, new AcceptOrder(part.Id));
        await world.Host.SendAsync(Mara, new RequestCancellation(part.Id, ""));
        var asked = (await world.Host.SendAsync(KilnStaff, new PlanShipments(file))).Required();
        await world.Host.SendAsync(KilnStaff, new DeclineCancellation(part.Id, "It is in the van."));

        Assert.All(asked.Rows, r => Assert.Equal(RowOutcome.CancellationAsked, r.Outcome));
        var parcel = Assert.Single((await world.Host.SendAsync(KilnStaff, new PlanShipments(file))).Required().Parcels);
        Assert.Equal([2, 3], parcel.Lines);
        Assert.Equal(1, (await world.Host.SendAsync(KilnStaff, new ApplyShipments(file))).Required().Parcels);
        Assert.Equal(FulfilmentState.Shipped, (await world.PartAsync(order, Kiln)).State);
    }

    [Fact]
    public async Task A_file_without_its_columns_or_too_long_is_refused()
    {
        await using var world = await OpenAsync();
        var long501 = "order,carrier\n" + string.Join('\n', Enumerable.Repeat("1-1,dhl", 501));

        foreach (var file in (string[])["", "sku,quantity\nA,1", "PK\u0003\u0004"])
            Assert.Equal(ShipmentFileErrors.NoColumns, (await world.Host.SendAsync(KilnStaff, new PlanShipments(file))).Error);
        Assert.Equal(ShipmentFileErrors.TooMany, (await world.Host.SendAsync(KilnStaff, new PlanShipments(long501))).Error);
        Assert.Equal(ShipmentFileErrors.TooMany, (await world.Host.SendAsync(KilnStaff, new ApplyShipments(new string('x', 200_001)))).Error);
    }

    private static Task<int> ParcelsAsync(SalesWorld world) =>
        world.Host.WithPlatformAsync(db => db.Set<Shipment>().CountAsync());
}

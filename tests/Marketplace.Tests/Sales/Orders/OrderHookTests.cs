using Marketplace.Accounts.Hooks;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Orders;

public sealed class OrderHookTests
{
    [Fact]
    public async Task A_shops_program_hears_of_each_step_of_its_own_part_and_of_no_buyers_name()
    {
        await using var world = await OpenAsync();
        var host = world.Host;
        (await host.SendAsync(KilnStaff, new AddHook("https://kiln.example.com/hooks", HookEvents.All))).Required();
        var order = await world.BuyAsync(Mara);
        var (kiln, trail) = (await world.PartAsync(order, Kiln), await world.PartAsync(order, Trail));
        (await host.SendAsync(TrailStaff, new AcceptOrder(trail.Id))).Done();
        (await host.SendAsync(KilnStaff, new AcceptOrder(kiln.Id))).Done();
        (await host.SendAsync(Mara, new RequestCancellation(kiln.Id, "Ordered twice"))).Required();
        (await host.SendAsync(KilnStaff, new DeclineCancellation(kiln.Id, "It is packed"))).Done();
        (await host.SendAsync(KilnStaff, new ShipOrder(kiln.Id, [], "postnl", "3S1"))).Required();
        (await host.SendAsync(Mara, new MarkDelivered(kiln.Id))).Done();
        (await host.SendAsync(KilnStaff, new RefundItems("r1", kiln.Id, [], true, "A scratch."))).Done();
        await host.RunJobAsync("run-payment-commands");
        await host.DrainAsync();
        foreach (var command in new HooksAboutOrders().On(new TransferMade(kiln.Id, order, Kiln, 44_00, "EUR", "tr_1")))
            (await host.SendAsync(Caller.System, command)).Done();
        await world.AddAsync(Mara, Bowl);
        var second = await world.ToPaymentPageAsync(Mara);
        world.Gateway.Pay(second);
        (await host.SendAsync(Mara, new Marketplace.Sales.Checkout.ConfirmPayment(second))).Required();
        (await host.SendAsync(KilnStaff, new CancelQuantities((await world.PartAsync(second, Kiln)).Id, [], "Broken"))).Done();
        await host.DrainAsync();

        var sent = await host.WithPlatformAsync(db => db.HookDeliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync());

        Assert.Equal(
            [
                HookEvents.CancellationRequested, HookEvents.OrderCancelled, HookEvents.OrderDelivered, HookEvents.OrderPlaced,
                HookEvents.OrderPlaced, HookEvents.OrderRefunded, HookEvents.OrderShipped, HookEvents.TransferMade,
            ],
            sent.Select(d => d.EventType).Order(StringComparer.Ordinal));
        Assert.All(sent, d => Assert.Equal(Kiln, d.TenantId));
        Assert.Equal(6, sent.Count(d => d.Payload.Contains($"\"orderId\":\"so_{kiln.Id}\"", StringComparison.Ordinal)));
        Assert.DoesNotContain(sent, d => d.Payload.Contains("Mara", StringComparison.OrdinalIgnoreCase)
            || d.Payload.Contains("Delft", StringComparison.Ordinal));
    }
}

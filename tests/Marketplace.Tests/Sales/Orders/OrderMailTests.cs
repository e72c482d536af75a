using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Orders;

public sealed class OrderMailTests
{
    [Fact]
    public async Task The_buyer_hears_of_each_step_once_with_the_link_to_follow_it()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        await world.Host.SendAsync(KilnStaff, new AcceptOrder(part.Id));
        await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "postnl", "3S1"));
        await world.Host.DrainAsync();
        await world.Host.SendAsync(Caller.System, new TellAboutOrder(OrderNews.Placed, order));

        var mails = await MailsAsync(world);

        Assert.Equal(
            ["Kiln & Clay has accepted your order 100001-1", "On its way: your order 100001-1", "Your order 100001"],
            mails.Where(m => m.Recipient == Details.Email).Select(m => m.Subject).Order(StringComparer.Ordinal));
        var token = (await world.Host.SendAsync(Mara, new GetBuyerOrder(order))).Required().LinkToken;
        Assert.Contains("/orders/" + token, mails.First(m => m.Subject.StartsWith("Your order", StringComparison.Ordinal)).Text);
        Assert.Contains("PostNL, number 3S1", mails.First(m => m.Subject.StartsWith("On", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public async Task Who_confirms_the_receipts_address_gets_the_guests_orders_and_nobody_elses()
    {
        await using var world = await OpenAsync();
        var guests = await world.BuyAsync(Mara);
        await world.AddAsync(Otto, Mug);
        var otto = await world.ToPaymentPageAsync(Otto);
        world.Gateway.Pay(otto);
        await world.Host.DrainAsync();
        var third = new Caller(PersonId: Ids.From("person", "third"), BuyerId: Ids.From("buyer", "third"));

        await world.Host.SendAsync(Caller.System, new ClaimOrdersByEmail("MARA@example.org", third.BuyerId!));

        Assert.True((await world.Host.SendAsync(third, new GetBuyerOrder(guests))).Ok);
        Assert.False((await world.Host.SendAsync(third, new GetBuyerOrder(otto))).Ok);
    }

    private static Task<List<QueuedMail>> MailsAsync(SalesWorld world) =>
        world.Host.WithPlatformAsync(db => db.Set<QueuedMail>().AsNoTracking().ToListAsync());
}

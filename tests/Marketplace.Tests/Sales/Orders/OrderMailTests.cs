using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Marketplace.Tests.World;
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
    public async Task A_parcel_that_is_packed_and_one_that_is_only_a_part_are_told_with_what_is_in_them()
    {
        await using var world = await OpenAsync();
        var part = await world.PartAsync(await world.BuyAsync(Mara), Kiln);
        var line = (await world.LinesAsync(part.Id))[0];
        await world.Host.SendAsync(KilnStaff, new PackOrder(part.Id));
        (await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [new(line.Id, 1)], "postnl", "3S1"))).Required();
        await world.Host.DrainAsync();

        var mails = (await MailsAsync(world)).Where(m => m.Recipient == Details.Email).ToList();

        Assert.Single(mails, m => m.Subject == "Packed: your order 100001-1");
        var first = Assert.Single(mails, m => m.Subject == "On its way: part of your order 100001-1");
        Assert.Contains("follows in another parcel", first.Text);
        Assert.Contains("Stoneware mug", first.Text);
        Assert.DoesNotContain("Daypack", first.Text);
    }

    [Fact]
    public async Task A_refund_is_told_to_the_buyer_with_its_reason_and_to_a_seller_who_did_not_make_it()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        await AddOwnerAsync(world, Kiln, "vera");
        await AddOwnerAsync(world, Trail, "tom");
        var (kiln, trail) = (await world.PartAsync(order, Kiln), await world.PartAsync(order, Trail));
        (await world.Host.SendAsync(Admin, new RefundItemsByPlatform("r1", kiln.Id, [], true, "It never came."))).Done();
        (await world.Host.SendAsync(TrailStaff, new RefundItems("r2", trail.Id, [], true, "A scratch."))).Done();
        await world.Host.RunJobAsync("run-payment-commands");
        await world.Host.DrainAsync();

        var mails = await MailsAsync(world);

        Assert.Contains(mails, m => m.Recipient == Details.Email && m.Text.Contains("The reason: It never came."));
        Assert.Contains(mails, m => m.Recipient == Details.Email && m.Text.Contains("The reason: A scratch."));
        Assert.Contains("51.95 EUR", Assert.Single(mails, m => m.Recipient == "vera@example.com").Subject);
        Assert.DoesNotContain(mails, m => m.Recipient == "tom@example.com");
    }

    [Fact]
    public async Task A_refund_that_the_bank_sent_back_is_told_to_both_sides()
    {
        await using var world = await OpenAsync();
        var part = await world.PartAsync(await world.BuyAsync(Mara), Kiln);
        await AddOwnerAsync(world, Kiln, "vera");
        (await world.Host.SendAsync(KilnStaff, new RefundItems("r1", part.Id, [], true, "Lost"))).Done();
        await world.Host.RunJobAsync("run-payment-commands");
        var refund = await world.Host.WithPlatformAsync(db => db.Set<OrderRefund>().SingleAsync());

        await world.Host.SendAsync(Caller.System, new RecordRefund(
            refund.Id, new RefundSnapshot("re_1", refund.Id, "failed", refund.AmountMinor, "lost_card"), null));
        await world.Host.DrainAsync();

        var mails = await MailsAsync(world);
        Assert.Contains(mails, m => m.Recipient == Details.Email && m.Subject.StartsWith("A refund for order", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.Recipient == "vera@example.com" && m.Subject.StartsWith("A refund of order", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_seller_hears_when_its_share_is_on_its_way()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        await AddOwnerAsync(world, Kiln, "vera");
        var happened = new TransferMade(part.Id, order, Kiln, 44_00, "EUR", "tr_1");

        foreach (var command in new MailsAboutOrders().On(happened).Concat(new MailsAboutOrders().On(happened)))
            (await world.Host.SendAsync(Caller.System, command)).Done();

        var mail = Assert.Single(await MailsAsync(world), m => m.Recipient == "vera@example.com");
        Assert.Equal("Paid: 44.00 EUR for order 100001-1", mail.Subject);
        Assert.Contains($"/seller/{part.SellerSlug}/money", mail.Text);
    }

    private static async Task AddOwnerAsync(SalesWorld world, string tenantId, string name)
    {
        await world.Host.PersonAsync(name);
        await world.Host.WithPlatformAsync(db =>
        {
            db.Add(new Membership
            {
                TenantId = tenantId, PersonId = Ids.From("person", name), Role = SellerRole.Owner,
                SinceUtc = world.Host.Clock.GetUtcNow().UtcDateTime,
            });
            return db.SaveChangesAsync();
        });
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

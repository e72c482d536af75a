using Marketplace.Accounts.Mailing.Model;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Fulfilment;

public sealed class CancellationRequestTests
{
    [Fact]
    public async Task The_seller_agrees_the_money_goes_back_and_each_step_was_mailed()
    {
        await using var world = await OpenAsync();
        var part = await AskedAsync(world);
        var shipped = await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "postnl", "3S1"));

        Assert.True((await world.Host.SendAsync(KilnStaff, new AcceptCancellation(part.Id))).Ok);
        await world.Host.DrainAsync();

        Assert.Equal(FulfilmentErrors.CancellationOpen, shipped.Error);
        Assert.Equal(FulfilmentState.Cancelled, (await world.PartAsync(part.OrderId, Kiln)).State);
        Assert.Equal(4800 + 395, (await world.AmountsAsync(part.Id)).RefundedMinor);
        var mails = await MailsAsync(world);
        Assert.Contains(mails, m => m.Subject.StartsWith("You asked to cancel", StringComparison.Ordinal) && m.Text.Contains("Ordered twice"));
        Assert.Contains(mails, m => m.Subject.StartsWith("Cancelled:", StringComparison.Ordinal));
        Assert.Equal(FulfilmentErrors.WrongState, (await world.Host.SendAsync(KilnStaff, new AcceptCancellation(part.Id))).Error);
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_decides()
    {
        await using var world = await OpenAsync();
        var part = await AskedAsync(world);

        var answers = await Task.WhenAll(
            world.Host.SendAsync(KilnStaff, new AcceptCancellation(part.Id)),
            world.Host.SendAsync(KilnStaff, new DeclineCancellation(part.Id, "It is in the van.")));

        Assert.Single(answers, a => a.Ok);
        Assert.Equal(FulfilmentErrors.WrongState, Assert.Single(answers, a => !a.Ok).Error);
        var state = (await world.PartAsync(part.OrderId, Kiln)).State;
        Assert.Equal(answers[0].Ok ? FulfilmentState.Cancelled : FulfilmentState.Accepted, state);
    }

    [Fact]
    public async Task Without_an_answer_in_time_it_is_cancelled_and_with_one_it_is_not()
    {
        await using var world = await OpenAsync();
        var part = await AskedAsync(world);
        var trail = await world.PartAsync(part.OrderId, Trail);
        Assert.True((await world.Host.SendAsync(TrailStaff, new AcceptOrder(trail.Id))).Ok);
        await world.Host.SendAsync(Mara, new RequestCancellation(trail.Id, ""));
        Assert.True((await world.Host.SendAsync(TrailStaff, new DeclineCancellation(trail.Id, "It is in the van."))).Ok);

        world.Host.Clock.Advance(TimeSpan.FromHours(47));
        await world.Host.RunJobAsync("run-order-clocks");
        Assert.Equal(FulfilmentState.Accepted, (await world.PartAsync(part.OrderId, Kiln)).State);
        world.Host.Clock.Advance(TimeSpan.FromHours(2));
        await world.Host.RunJobAsync("run-order-clocks");

        Assert.Equal(FulfilmentState.Cancelled, (await world.PartAsync(part.OrderId, Kiln)).State);
        Assert.Equal(FulfilmentState.Accepted, (await world.PartAsync(part.OrderId, Trail)).State);
    }

    /// <summary>Two mugs, accepted by the kiln, and the buyer does not want them any more.</summary>
    private static async Task<SellerOrder> AskedAsync(SalesWorld world)
    {
        var part = await world.PartAsync(await world.BuyAsync(Mara), Kiln);
        Assert.True((await world.Host.SendAsync(KilnStaff, new AcceptOrder(part.Id))).Ok);
        Assert.False((await world.Host.SendAsync(Mara, new RequestCancellation(part.Id, "Ordered twice"))).Required());
        await world.Host.DrainAsync();
        return part;
    }

    private static Task<List<QueuedMail>> MailsAsync(SalesWorld world) =>
        world.Host.WithPlatformAsync(db => db.Set<QueuedMail>().AsNoTracking().ToListAsync());
}

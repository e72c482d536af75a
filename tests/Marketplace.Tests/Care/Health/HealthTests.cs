using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Health;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Marketplace.Tests.Sales;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Care.Health;

public sealed class HealthTests
{
    private static readonly HealthMarks OneIsEnough = HealthMarks.Usual with { Fewest = 1 };

    [Fact]
    public async Task What_left_in_time_speaks_for_the_shop_and_what_is_late_or_left_late_against_it()
    {
        await using var world = await StartAsync();
        var (inTime, late, waiting) = (await BuyMugAsync(world), await BuyMugAsync(world), await BuyMugAsync(world));
        await ShipAsync(world, inTime);
        world.Host.Clock.Advance(late.ShipByDate.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Now(world));
        foreach (var part in (SellerOrder[])[late, waiting]) (await world.Host.SendAsync(KilnStaff, new AcceptOrder(part.Id))).Done();
        await ShipAsync(world, late);

        var line = await LineAsync(world, HealthMetric.LateShipments);

        Assert.Equal((2, 3, 6667, HealthVerdict.Missed), (line.Count, line.Of, line.Value, line.Verdict));
        Assert.Equal(
            new[] { late.Id, waiting.Id }.Order(), (await FaultsAsync(world)).Where(f => f.Fault == FulfilmentFault.Late)
                .Select(f => f.SellerOrderId).Order());
    }

    [Fact]
    public async Task A_cancellation_counts_when_nobody_had_asked_for_it()
    {
        await using var world = await StartAsync();
        var (own, asked, timedOut, byStaff) = (
            await BuyMugAsync(world), await BuyMugAsync(world), await BuyMugAsync(world), await BuyMugAsync(world));
        (await world.Host.SendAsync(KilnStaff, new CancelQuantities(own.Id, [], "Broken in the kiln"))).Done();
        (await world.Host.SendAsync(KilnStaff, new AcceptOrder(asked.Id))).Done();
        (await world.Host.SendAsync(Mara, new RequestCancellation(asked.Id, "Ordered twice"))).Required();
        (await world.Host.SendAsync(KilnStaff, new AcceptCancellation(asked.Id))).Done();
        (await world.Host.SendAsync(Admin, new CancelByPlatform(byStaff.Id, "The buyer's card was stolen."))).Done();
        world.Host.Clock.Advance(timedOut.AcceptByUtc!.Value - Now(world));
        await world.Host.RunJobAsync("run-order-clocks");

        var line = await LineAsync(world, HealthMetric.Cancellations);

        Assert.Equal((2, 4, HealthVerdict.Missed), (line.Count, line.Of, line.Verdict));
        Assert.Equal(
            new[] { own.Id, timedOut.Id }.Order(), (await FaultsAsync(world)).Where(f => f.Fault == FulfilmentFault.CancelledBySeller)
                .Select(f => f.SellerOrderId).Order());
    }

    [Fact]
    public async Task Money_back_counts_after_the_parcel_has_left()
    {
        await using var world = await StartAsync();
        var (before, after) = (await BuyMugAsync(world), await BuyMugAsync(world));
        await RefundAsync(world, before);
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await ShipAsync(world, before);
        await ShipAsync(world, after);
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        await RefundAsync(world, after);

        var line = await LineAsync(world, HealthMetric.Refunds);

        Assert.Equal((1, 2, HealthVerdict.Missed), (line.Count, line.Of, line.Verdict));
        var fault = Assert.Single(await FaultsAsync(world));
        Assert.Equal((FulfilmentFault.Refunded, after.Id, after.OrderId), (fault.Fault, fault.SellerOrderId, fault.OrderId));
    }

    [Fact]
    public async Task Owners_are_told_once_of_each_mark_and_staff_sees_to_it_once()
    {
        await using var world = await StartAsync();
        var host = world.Host;
        var part = await BuyMugAsync(world);
        (await host.SendAsync(KilnStaff, new CancelQuantities(part.Id, [], "Broken in the kiln"))).Done();

        for (var i = 0; i < 3; i++)
        {
            await host.RunJobAsync("measure-health");
            host.Clock.Advance(TimeSpan.FromDays(1));
        }

        var mail = Assert.Single(await host.MailsToAsync("vera@example.com"), m => m.Key.StartsWith("health/", StringComparison.Ordinal));
        Assert.Contains("Cancelled by the shop: 100 % (1 of 1), mark: at most 2.5 %", mail.Text);
        var queue = (await host.SendAsync(Admin, new CountMissedHealth())).Required();
        Assert.Equal((1, Now(world).AddDays(-3)), (queue.Count, queue.SinceUtc));
        Assert.Equal(Kiln, Assert.Single((await host.SendAsync(Admin, new ListHealth(OnlyMissed: true))).Required().Rows).TenantId);

        (await host.SendAsync(Admin, new SeeToHealth(Kiln))).Done();
        Assert.Equal("health.kept", (await host.SendAsync(Admin, new SeeToHealth(Kiln))).Error?.Code);
        Assert.Equal(0, (await host.SendAsync(Admin, new CountMissedHealth())).Required().Count);
        Assert.Single((await host.SendAsync(Admin, new ListHealth())).Required().Rows);

        host.Clock.Advance(TimeSpan.FromDays(61));
        await host.RunJobAsync("measure-health");
        var view = (await host.SendAsync(KilnStaff, new GetMyHealth())).Required();
        Assert.Empty(view.Missed);
        Assert.Null(view.MissedSinceUtc);
        Assert.Null(view.SeenAtUtc);
    }

    [Fact]
    public async Task Every_number_sorts_the_shops_the_worst_first()
    {
        await using var world = await StartAsync();
        var part = await BuyMugAsync(world);
        (await world.Host.SendAsync(KilnStaff, new CancelQuantities(part.Id, [], "Broken in the kiln"))).Done();
        await world.Host.RunJobAsync("measure-health");

        foreach (var sort in Enum.GetValues<HealthSort>())
        {
            var rows = (await world.Host.SendAsync(Admin, new ListHealth(sort))).Required().Rows;
            if (sort is HealthSort.Cancelled or HealthSort.Missed) Assert.Equal(Kiln, rows[0].TenantId);
            Assert.NotEmpty(rows);
        }
    }

    [Fact]
    public async Task Marks_are_set_by_one_person_at_a_time_and_hold_from_the_next_measuring()
    {
        await using var world = await StartAsync();
        var marks = (await world.Host.SendAsync(Admin, new ListHealth())).Required().Marks;
        var part = await BuyMugAsync(world);
        (await world.Host.SendAsync(KilnStaff, new CancelQuantities(part.Id, [], "Broken in the kiln"))).Done();

        var late = await SetAsync(marks with { Version = 7 });
        var wrong = await SetAsync(marks with { LateBps = 10_001 });
        (await SetAsync(marks with { CancelledBps = 10_000 })).Done();

        Assert.Equal(("health.marks-changed", ErrorKind.Invalid), (late.Error?.Code, wrong.Error?.Kind));

        Assert.Equal(HealthVerdict.Kept, (await LineAsync(world, HealthMetric.Cancellations)).Verdict);
        Assert.Equal("health.no-shop", (await world.Host.SendAsync(Staff("01none"), new GetMyHealth())).Error?.Code);

        async Task<Result> SetAsync(HealthMarks some) => await world.Host.SendAsync(Admin, new SetHealthMarks(some));
    }

    private static DateTime Now(SalesWorld world) => world.Host.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The kiln is open and owned by Vera; one order is enough to say something.</summary>
    private static async Task<SalesWorld> StartAsync()
    {
        var world = await OpenAsync();
        var now = Now(world);
        await world.Host.PersonAsync("vera");
        await world.Host.WithPlatformAsync(async db =>
        {
            if (!await db.Set<SellerProfile>().AnyAsync(p => p.TenantId == Kiln))
                db.Add(new SellerProfile { TenantId = Kiln, Slug = "kiln", Name = "Kiln & Clay", Country = "NL", SinceUtc = now });
            if (!await db.Set<SellerStanding>().AnyAsync(s => s.TenantId == Kiln))
                db.Add(new SellerStanding { TenantId = Kiln, IsOpen = true, ChangedAtUtc = now });
            db.Add(new Membership { TenantId = Kiln, PersonId = Ids.From("person", "vera"), Role = SellerRole.Owner, SinceUtc = now });
            return await db.SaveChangesAsync();
        });
        (await world.Host.SendAsync(Admin, new SetHealthMarks(OneIsEnough))).Done();
        return world;
    }

    private static async Task<SellerOrder> BuyMugAsync(SalesWorld world)
    {
        await world.AddAsync(Mara, Mug);
        var order = await world.ToPaymentPageAsync(Mara);
        world.Gateway.Pay(order);
        Assert.Equal(
            OrderState.Placed, (await world.Host.SendAsync(Mara, new Marketplace.Sales.Checkout.ConfirmPayment(order))).Required().State);
        await world.Host.DrainAsync();
        return await world.PartAsync(order, Kiln);
    }

    private static async Task ShipAsync(SalesWorld world, SellerOrder part) =>
        (await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "postnl", "3STEST"))).Required();

    private static async Task RefundAsync(SalesWorld world, SellerOrder part)
    {
        var line = (await world.LinesAsync(part.Id)).Single();
        (await world.Host.SendAsync(KilnStaff, new RefundItems(null, part.Id, [new LineQuantity(line.Id, 1)], false, "A crack"))).Done();
    }

    private static async Task<HealthLine> LineAsync(SalesWorld world, HealthMetric metric)
    {
        await world.Host.RunJobAsync("measure-health");
        return (await world.Host.SendAsync(KilnStaff, new GetMyHealth())).Required().Lines.Single(l => l.Metric == metric);
    }

    private static async Task<IReadOnlyList<FaultyOrder>> FaultsAsync(SalesWorld world)
    {
        var since = (await world.Host.SendAsync(KilnStaff, new GetMyHealth())).Required().SinceUtc;
        var mine = (await world.Host.SendAsync(KilnStaff, new ListMyFaults(since))).Required();
        Assert.Equal(mine, (await world.Host.SendAsync(Admin, new ListFaultsOfSeller(Kiln, since))).Required());
        Assert.Empty((await world.Host.SendAsync(TrailStaff, new ListMyFaults(since))).Required());
        return mine;
    }
}

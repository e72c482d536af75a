using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Orders;

/// <summary>What a shop's team does with its orders beside shipping them.</summary>
public sealed class OrderTeamTests
{
    [Fact]
    public async Task The_team_reads_a_note_its_writer_takes_it_away_and_nobody_else_sees_it()
    {
        await using var world = await OpenAsync();
        var (host, part) = (world.Host, await world.PartAsync(await world.BuyAsync(Mara), Kiln));
        await host.PersonAsync("vera");
        var vera = KilnStaff with { PersonId = Ids.From("person", "vera") };
        Assert.True((await host.SendAsync(vera, new AddOrderNote(part.Id, " Two boxes. "))).Ok);

        var note = Assert.Single((await host.SendAsync(KilnStaff, new ListOrderNotes(part.Id))).Required());

        Assert.Equal(("Vera", "Two boxes.", false), (note.Author, note.Text, note.IsMine));
        Assert.Empty((await host.SendAsync(TrailStaff, new ListOrderNotes(part.Id))).Required());
        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await host.SendAsync(TrailStaff, new AddOrderNote(part.Id, "Mine"))).Error);
        Assert.Equal(NoteErrors.NotFound, (await host.SendAsync(KilnStaff, new RemoveOrderNote(note.NoteId))).Error);
        Assert.True((await host.SendAsync(vera, new RemoveOrderNote(note.NoteId))).Ok);
        for (var i = 0; i < OrderNote.Most; i++) Assert.True((await host.SendAsync(vera, new AddOrderNote(part.Id, $"{i}"))).Ok);
        Assert.Equal(NoteErrors.Full, (await host.SendAsync(vera, new AddOrderNote(part.Id, "51"))).Error);
    }

    [Fact]
    public async Task Views_are_each_members_own_and_twenty_are_enough()
    {
        await using var world = await OpenAsync();
        var host = world.Host;
        var other = KilnStaff with { PersonId = Ids.From("person", "sam") };
        foreach (var query in (string[])["tab=All&country=NL", "tab=All&country=DE"])
            Assert.True((await host.SendAsync(KilnStaff, new SaveOrderView("Abroad", query))).Ok);

        Assert.Equal("tab=All&country=DE", Assert.Single((await host.SendAsync(KilnStaff, new ListOrderViews())).Required()).Query);
        Assert.Empty((await host.SendAsync(other, new ListOrderViews())).Required());
        Assert.Equal("input.invalid", (await host.SendAsync(other, new SaveOrderView("Bad", "\"><script>"))).Error!.Code);
        for (var i = 1; i < SavedOrderView.Most; i++) await host.SendAsync(KilnStaff, new SaveOrderView($"View {i}", "tab=New"));
        Assert.Equal(ViewErrors.Full, (await host.SendAsync(KilnStaff, new SaveOrderView("One more", "tab=New"))).Error);
        var mine = (await host.SendAsync(KilnStaff, new ListOrderViews())).Required();
        await host.SendAsync(other, new RemoveOrderView(mine[0].ViewId));
        await host.SendAsync(KilnStaff, new RemoveOrderView(mine[1].ViewId));
        Assert.Equal(mine.Count - 1, (await host.SendAsync(KilnStaff, new ListOrderViews())).Required().Count);
    }

    [Fact]
    public async Task Orders_are_narrowed_by_day_country_and_amount()
    {
        await using var world = await OpenAsync();
        await world.BuyAsync(Mara);
        var day = DateOnly.FromDateTime(TestHost.Start.UtcDateTime);
        async Task<int> CountAsync(OrderFilter filter) => (await world.Host.SendAsync(
            KilnStaff, new ListSellerOrders(SellerOrderTab.All, Filter: filter))).Required().Rows.Count;

        Assert.Equal(1, await CountAsync(new OrderFilter(day, day, "NL", 5195, 5195, "EUR")));
        Assert.Equal(0, await CountAsync(new OrderFilter(day.AddDays(1))));
        Assert.Equal(0, await CountAsync(new OrderFilter(To: day.AddDays(-1))));
        Assert.Equal(0, await CountAsync(new OrderFilter(Country: "DE")));
        Assert.Equal(0, await CountAsync(new OrderFilter(FromMinor: 5196, CurrencyCode: "EUR")));
        Assert.Equal(0, await CountAsync(new OrderFilter(ToMinor: 9999, CurrencyCode: "USD")));
    }

    [Fact]
    public async Task The_address_changes_within_the_country_before_shipping_and_the_buyer_is_told_both()
    {
        await using var world = await OpenAsync();
        var (host, part) = (world.Host, await world.PartAsync(await world.BuyAsync(Mara), Kiln));
        var moved = Delft with { Line1 = "Voldersgracht 1", Postcode = "2611 ev" };

        Assert.True((await host.SendAsync(KilnStaff, new ChangeDeliveryAddress(part.Id, moved))).Ok);
        var abroad = await host.SendAsync(KilnStaff, new ChangeDeliveryAddress(part.Id, Delft with { Country = "BE", Postcode = "1000" }));
        var foreign = await host.SendAsync(TrailStaff, new ChangeDeliveryAddress(part.Id, moved));
        await host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "postnl", "3S1"));
        var late = await host.SendAsync(KilnStaff, new ChangeDeliveryAddress(part.Id, Delft));
        await host.DrainAsync();

        var read = (await host.SendAsync(KilnStaff, new GetSellerOrder(part.Id))).Required();
        Assert.Equal(moved with { Postcode = "2611 EV" }, read.ShipTo);
        Assert.Equal(
            (FulfilmentErrors.OtherCountry.Code, FulfilmentErrors.NoSuchOrder.Code, FulfilmentErrors.WrongState.Code),
            (abroad.Error!.Code, foreign.Error!.Code, late.Error!.Code));
        var mail = Assert.Single(
            await world.Host.WithPlatformAsync(db => db.Set<QueuedMail>().AsNoTracking().ToListAsync()),
            m => m.Subject.StartsWith("Another address", StringComparison.Ordinal));
        Assert.Contains("Oude Delft 14", mail.Text);
        Assert.Contains("Voldersgracht 1", mail.Text);
        Assert.Contains(read.Part.Timeline, e => e.Kind == OrderEventKind.AddressChanged);
    }

    [Fact]
    public async Task Papers_are_of_ones_own_orders_in_the_order_asked_for()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var (kiln, trail) = (await world.PartAsync(order, Kiln), await world.PartAsync(order, Trail));

        var papers = (await world.Host.SendAsync(KilnStaff, new GetOrderPapers([trail.Id, kiln.Id, kiln.Id]))).Required();

        Assert.Equal(kiln.Id, Assert.Single(papers).Part.SellerOrderId);
        Assert.Equal(FulfilmentErrors.NoSuchOrder, (await world.Host.SendAsync(KilnStaff, new GetOrderPapers([trail.Id]))).Error);
        var money = (await world.Host.SendAsync(KilnStaff, new GetSellerOrderMoney(kiln.Id))).Required();
        Assert.Equal(money.CommissionMinor, money.Lines.Sum(l => l.CommissionMinor));
    }
}

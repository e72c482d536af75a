using CsCheck;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Inventory;

public sealed class StockInvariantTests
{
    /// <summary>What happens to a shelf: who reserves, pays, gives up, returns, adds or takes, in any order.</summary>
    private static readonly Gen<(int Act, int Order, int Quantity)[]> Acts =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[1, 4]).Array[25];

    [Fact]
    public async Task Whatever_happens_the_movements_sum_to_what_lies_there_and_reservations_to_what_is_held()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        var red = (await world.ReadAsync(Potter, saved.ListingId)).Draft.Variants[0].Id!;

        await Acts.SampleAsync(async acts =>
        {
            foreach (var (act, order, quantity) in acts) await DoAsync(world.Host, red, act, $"01order{order}", quantity);
            await CheckAsync(world.Host, red);
        }, iter: 8, threads: 1, seed: "0N0XIzNsQ0O2");
    }

    [Fact]
    public void A_plan_takes_exactly_the_quantity_and_never_more_than_a_location_has() =>
        Gen.Select(Gen.Int[-2, 9].Array[0, 6], Gen.Int[1, 30]).Sample((free, quantity) =>
        {
            var locations = free.Select((f, i) => new LocationStock($"l{i}", f)).ToList();
            var plan = StockPlan.Over(locations, quantity);

            if (plan is null) Assert.True(free.Where(f => f > 0).Sum() < quantity || free.Sum() < quantity);
            else
            {
                Assert.Equal(quantity, plan.Sum(p => p.Quantity));
                Assert.All(plan, p => Assert.InRange(p.Quantity, 1, locations.Single(l => l.LocationId == p.LocationId).Available));
                Assert.Equal(plan.Select(p => p.LocationId).Order(StringComparer.Ordinal), plan.Select(p => p.LocationId));
            }
        });

    private static async Task DoAsync(TestHost host, string offer, int act, string order, int quantity)
    {
        switch (act)
        {
            case 0 when !await HasPaidAsync(host, order): await host.ReserveAsync(order, (Pottery, offer, quantity)); break;
            case 1: await host.SendAsync(Caller.System, new CommitStock(order)); break;
            case 2: await host.SendAsync(Caller.System, new ReleaseStock(order)); break;
            case 3:
                await host.SendAsync(Caller.System, new Restock(order, Pottery, offer, quantity, "", Guid.NewGuid().ToString("N")));
                break;
            case 4: await host.SendAsync(Potter, new ChangeStock([new StockChange(offer, null, quantity)], StockReason.Received, "")); break;
            case 5: await host.SendAsync(Potter, new ChangeStock([new StockChange(offer, null, -quantity)], StockReason.Corrected, "")); break;
        }
    }

    /// <summary>A paid order holds nothing more: a new purchase is a new order.</summary>
    private static Task<bool> HasPaidAsync(TestHost host, string order) => host.WithPlatformAsync(db =>
        db.StockReservations.AnyAsync(r => r.OrderId == order && r.State == ReservationState.Committed));

    private static Task<bool> CheckAsync(TestHost host, string offer) => host.WithPlatformAsync(async db =>
    {
        var stock = await db.OfferStocks.Where(s => s.OfferId == offer).ToListAsync();
        var moved = await db.StockMovements.Where(m => m.OfferId == offer).SumAsync(m => m.Quantity);
        var held = await db.StockReservations.Where(r => r.OfferId == offer && r.State == ReservationState.Held).SumAsync(r => r.Quantity);
        Assert.Equal(moved, stock.Sum(s => s.OnHand));
        Assert.Equal(held, stock.Sum(s => s.Reserved));
        return true;
    });
}

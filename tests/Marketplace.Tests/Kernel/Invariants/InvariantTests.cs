using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Model;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement.Model;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Tests.Sales;
using Marketplace.Tests.Sales.Crash;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Kernel.Invariants;

public sealed class InvariantTests
{
    private static readonly DateTime LongAgo = TestHost.Start.UtcDateTime.AddDays(-3);

    /// <summary>How each is broken, in an order in which no break hides the next.</summary>
    private static readonly (string Name, Func<PlatformDb, Task> Break)[] Breaks =
    [
        ("audit-chain", db => AddAsync(db, new AuditRow
        {
            Id = "01unsealed", AtUtc = LongAgo, Actor = "nobody", Action = "test.done", SubjectKind = "thing", SubjectId = "1", Detail = "",
        })),
        ("outbox-drained", db => AddAsync(db, new OutboxRow
        {
            Id = "01givenup", EventName = "test.lost.v1", Payload = "{}", OrderingKey = "k", OrderingVersion = 1, Position = 0,
            AtUtc = LongAgo, DueAtUtc = LongAgo, State = OutboxState.Dead,
        })),
        ("stock-is-what-moved", db => db.OfferStocks.Where(s => s.OfferId == Bowl)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.OnHand, r => r.OnHand + 1))),
        ("reserved-is-held", db => db.OfferStocks.Where(s => s.OfferId == Bowl)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Reserved, 1))),
        ("sold-once", db => AddAsync(db, new StockMovement
        {
            TenantId = Kiln, Id = "01soldtwice", OfferId = Mug, LocationId = "somewhere", Kind = MovementKind.Sold, Quantity = -1,
            Reference = "01noorder", AtUtc = LongAgo, Actor = "order",
        })),
        ("projection-is-published", db => db.PublishedListings.Where(l => l.TenantId == Trail)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.IsLive, false))),
        ("offers-are-variants", db => db.Offers.Where(o => o.Id == Bowl).ExecuteUpdateAsync(s => s.SetProperty(o => o.Sku, "other"))),
        ("no-foreign-row", db => db.OrderLines.Where(l => l.TenantId == Trail)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.ListingId, ListingOf(Mug)))),
        ("journals-whole", db => AddAsync(db, Journal("01empty"))),
        ("suspense-empty", db => AddAsync(db, Journal("01unknown"), Posting("01unknown", LedgerAccounts.Stripe, LedgerAccounts.Suspense))),
        ("shares-are-booked", db => db.Set<Holding>().Where(h => h.TenantId == Trail)
            .ExecuteUpdateAsync(s => s.SetProperty(h => h.NetMinor, h => h.NetMinor + 1))),
        ("commission-deferred", db => AddAsync(
            db, Journal("01early"), Posting("01early", LedgerAccounts.DeferredCommission, LedgerAccounts.Commission))),
        ("payments-booked", db => AddAsync(db, new Payment
        {
            Id = "01unbooked", BuyerId = "01buyer", CurrencyCode = "EUR", AmountMinor = 500, ReceivedMinor = 500, RequestedAtUtc = LongAgo,
            ExpiresAtUtc = LongAgo, SettledAtUtc = LongAgo, State = PaymentState.Succeeded,
        })),
        ("refunds-promised", db => db.Set<Payment>().Where(p => p.RefundedMinor > 0)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.RefundedMinor, p => p.RefundedMinor - 1))),
        ("refunds-in-flight", db => AddAsync(db, new PaymentRefund
        {
            Id = "01unbooked", OrderId = "01unbooked", CurrencyCode = "EUR", AmountMinor = 5, Reason = "None", RequestedAtUtc = LongAgo,
        })),
        ("order-is-its-parts", db => db.Orders.ExecuteUpdateAsync(s => s.SetProperty(o => o.TotalMinor, o => o.TotalMinor + 1))),
        ("parts-follow-order", db => db.Orders.ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OrderState.Expired))),
        ("no-unit-twice", db => db.OrderLines.Where(l => l.TenantId == Trail)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.ShippedQuantity, 0))),
        ("part-refunds", db => db.SellerOrderAmounts.Where(a => a.TenantId == Kiln)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.RefundedMinor, a => a.RefundedMinor + 1))),
    ];

    [Fact]
    public async Task After_a_sale_with_all_that_follows_every_statement_holds_and_each_is_seen_to_break()
    {
        await using var world = await OpenBesideStripeAsync();
        await SellAsync(world);
        await world.Host.Services.CheckInvariantsAsync();
        // The canary is broken guard by guard where the isolation tests are.
        Assert.Equal(Names(world.Host), Breaks.Select(b => b.Name).Append("isolation-canary").Order(StringComparer.Ordinal));

        foreach (var (name, breakIt) in Breaks)
        {
            Assert.Equal((name, 0), (name, (await FindAsync(world.Host, name)).Count));
            await world.Host.WithPlatformAsync(async db =>
            {
                await breakIt(db);
                return 0;
            });
            Assert.True((await FindAsync(world.Host, name)).Count > 0, $"{name} was broken, and nobody saw it.");
        }
    }

    [Fact]
    public async Task The_nightly_job_fails_by_name_keeps_what_it_found_and_forgets_it_when_it_is_mended()
    {
        await using var world = await OpenAsync();
        await SetReservedAsync(world, 1);
        var outcome = await world.Host.RunJobAsync("check-invariants");
        var broken = await ReadAsync(world);
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        await world.Host.RunJobAsync("check-invariants");
        var later = await ReadAsync(world);
        await SetReservedAsync(world, 0);
        var mended = await world.Host.RunJobAsync("check-invariants");

        Assert.StartsWith(JobRunner.FailedPrefix + "1 of ", outcome, StringComparison.Ordinal);
        Assert.Contains("reserved-is-held (1)", outcome, StringComparison.Ordinal);
        Assert.Equal((1, TestHost.Start.UtcDateTime), (broken.Breaches, broken.BrokenSinceUtc!.Value));
        Assert.Contains("1 are reserved, orders hold 0", broken.Found, StringComparison.Ordinal);
        Assert.Equal((broken.BrokenSinceUtc, TestHost.Start.UtcDateTime.AddDays(1)), (later.BrokenSinceUtc, later.CheckedAtUtc));
        Assert.EndsWith("statements hold", mended, StringComparison.Ordinal);
        Assert.Equal((0, null, ""), ((await ReadAsync(world)).Breaches, (await ReadAsync(world)).BrokenSinceUtc, (await ReadAsync(world)).Found));
    }

    /// <summary>One part is cancelled in part and kept, the other shipped, delivered, released and sent on.</summary>
    private static async Task SellAsync(SalesWorld world)
    {
        var shopper = new Shopper(world, Mara, "mara@example.org");
        await shopper.FillBasketAsync();
        await shopper.BuyAsync();
        var (mugs, pack) = (await world.PartAsync(shopper.OrderId!, Kiln), await world.PartAsync(shopper.OrderId!, Trail));
        var line = (await world.LinesAsync(mugs.Id))[0];
        (await world.Host.SendAsync(KilnStaff, new CancelQuantities(mugs.Id, [new LineQuantity(line.Id, 1)], "One broke."))).Done();
        (await world.Host.SendAsync(TrailStaff, new ShipOrder(pack.Id, [], "postnl", "3S1"))).Required();
        await world.Stripe.SettleAsync();
        (await world.Host.SendAsync(Mara, new MarkDelivered(pack.Id))).Done();
        await world.Stripe.SettleAsync();
        world.Host.Clock.Advance(TimeSpan.FromDays(8));
        foreach (var job in (string[])["release-holdings", "start-transfers", "seal-audit"]) await world.Host.RunJobAsync(job);
        await world.Stripe.SettleAsync();
        await world.Host.RunJobAsync("seal-audit");
    }

    private static List<string> Names(TestHost host)
    {
        using var scope = host.ScopeFor(Caller.System);
        return [.. scope.ServiceProvider.GetServices<IInvariant>().Select(i => i.Name).Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<Breach>> FindAsync(TestHost host, string name)
    {
        await using var scope = host.ScopeFor(Caller.System);
        return await scope.ServiceProvider.GetServices<IInvariant>().Single(i => i.Name == name).FindBreachesAsync(default);
    }

    private static Task<InvariantCheck> ReadAsync(SalesWorld world) => world.Host.WithPlatformAsync(
        db => db.Set<InvariantCheck>().AsNoTracking().SingleAsync(c => c.Name == "reserved-is-held"));

    private static Task<int> SetReservedAsync(SalesWorld world, int units) => world.Host.WithPlatformAsync(
        db => db.OfferStocks.Where(s => s.OfferId == Bowl).ExecuteUpdateAsync(s => s.SetProperty(r => r.Reserved, units)));

    private static Task<int> AddAsync(PlatformDb db, params object[] rows)
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    }

    private static LedgerTransaction Journal(string id) => new()
    {
        Id = id, Kind = "explained", ExternalKey = id, CurrencyCode = "EUR", EffectiveAtUtc = LongAgo, RecordedAtUtc = LongAgo,
    };

    private static LedgerPosting Posting(string journal, string debit, string credit) => new()
    {
        TransactionId = journal, Position = 0, DebitAccount = debit, CreditAccount = credit, AmountMinor = 1, CurrencyCode = "EUR",
    };
}

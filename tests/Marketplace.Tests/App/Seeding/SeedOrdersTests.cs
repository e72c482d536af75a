using Marketplace.App.Seeding;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Money;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement.Model;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.App.Seeding;

public sealed class SeedOrdersTests(TradedWorld whole) : IClassFixture<TradedWorld>
{
    [Fact]
    public async Task Thirty_days_of_trade_leave_orders_in_every_state_and_books_that_agree_with_the_processor()
    {
        var (world, report) = (whole.World, whole.Report);
        var again = await SeedDemo.RunAsync(world.Host.Services, world.Options, default);

        TestContext.Current.SendDiagnosticMessage(report.Took.ToString());
        Assert.True(report.Orders >= 30);
        Assert.Equal(0, again.Orders);
        var parts = await world.Host.WithPlatformAsync(db => db.Set<SellerOrder>().AsNoTracking().ToListAsync());
        foreach (var state in (FulfilmentState[])[
            FulfilmentState.Placed, FulfilmentState.Accepted, FulfilmentState.PartShipped, FulfilmentState.Shipped,
            FulfilmentState.Delivered, FulfilmentState.Cancelled])
            Assert.Contains(parts, p => p.State == state);
        Assert.Contains(parts, p => p.CancellationAskedAtUtc is not null);
        var holdings = await world.Host.WithPlatformAsync(db => db.Holdings.AsNoTracking().ToListAsync());
        foreach (var state in (HoldingState[])[HoldingState.Held, HoldingState.Payable, HoldingState.Transferred])
            Assert.Contains(holdings, h => h.State == state);
        await AssertBooksAgreeAsync(world);
    }

    [Fact]
    public async Task A_run_that_is_broken_off_and_started_again_makes_the_same_world()
    {
        await using var broken = await SeedWorld.StartAsync(withStripe: true);

        // Three times somebody loses patience: among the shops, and twice among the orders.
        foreach (var moment in (string[])["41 people", "12 of 36", "24 of 36"])
        {
            using var patience = new CancellationTokenSource();
            var options = broken.Options with
            {
                Progress = text =>
                {
                    if (text.StartsWith(moment, StringComparison.Ordinal)) patience.CancelAfter(TimeSpan.FromMilliseconds(700));
                },
            };
            // Wherever it was: a driver or an HTTP call that is broken off has words of its own for it.
            await Assert.ThrowsAnyAsync<Exception>(() => SeedDemo.RunAsync(broken.Host.Services, options, patience.Token));
            Assert.True(patience.IsCancellationRequested);
            Assert.True(await SeedDemo.IsHalfMadeAsync(broken.Host.Services, default));
        }

        await SeedDemo.RunAsync(broken.Host.Services, broken.Options, default);

        Assert.False(await SeedDemo.IsHalfMadeAsync(broken.Host.Services, default));
        Assert.Equal(await StoryAsync(whole.World), await StoryAsync(broken));
        await AssertBooksAgreeAsync(broken);
    }

    /// <summary>
    /// Every part of every order, and every listing, in words that do not hold an id made by chance. Whether released money
    /// has already been transferred is not part of it: each run transfers what it finds, and a broken one ran more often.
    /// </summary>
    private static Task<List<string>> StoryAsync(SeedWorld world) => world.Host.WithPlatformAsync(async db =>
    {
        var holdings = await db.Holdings.AsNoTracking().ToDictionaryAsync(
            h => h.Id, h => h.State is HoldingState.Payable or HoldingState.Transferring ? HoldingState.Transferred : h.State);
        var parts = await db.Set<SellerOrder>().AsNoTracking().ToListAsync();
        var lines = await db.Set<OrderLine>().AsNoTracking().ToListAsync();
        var listings = await db.PublishedListings.AsNoTracking().ToListAsync();
        return parts.Select(p => $"{p.PlacedAtUtc:s} {p.SellerSlug} {p.State} {p.AcceptedAtUtc:s} {p.ShippedAtUtc:s} {p.DeliveredAtUtc:s} "
                + $"{p.CancellationAskedAtUtc:s} {p.TotalMinor} {p.CurrencyCode} {(holdings.TryGetValue(p.Id, out var h) ? h : "none")} "
                + string.Join(", ", lines.Where(l => l.SellerOrderId == p.Id).Select(l => $"{l.Quantity} {l.Title}").Order()))
            .Concat(listings.Select(l => $"{l.Title} {l.PublishedAtUtc:s}")).Order(StringComparer.Ordinal).ToList();
    });

    /// <summary>What the processor holds is what was captured, less refunds, transfers and its own fees.</summary>
    private static async Task AssertBooksAgreeAsync(SeedWorld world)
    {
        var books = world.Host.Services.GetRequiredService<IProcessorBooks>();
        var movements = await books.ListMovementsAsync(DateTime.UnixEpoch, default);
        var payments = await world.Host.WithPlatformAsync(db => db.Set<Payment>().AsNoTracking().ToListAsync());
        var postings = await world.Host.WithPlatformAsync(db => db.LedgerPostings.AsNoTracking().ToListAsync());
        foreach (var currency in payments.Select(p => p.CurrencyCode).Distinct())
        {
            var booked = postings.Where(p => p.CurrencyCode == currency);
            var balance = booked.Where(p => p.DebitAccount == LedgerAccounts.Stripe).Sum(p => p.AmountMinor)
                - booked.Where(p => p.CreditAccount == LedgerAccounts.Stripe).Sum(p => p.AmountMinor);
            Assert.Equal(movements.Where(m => m.CurrencyCode == currency).Sum(m => m.AmountMinor), balance);
        }
    }
}

/// <summary>The demo world with its thirty days of trade, made in one go.</summary>
public sealed class TradedWorld : IAsyncLifetime
{
    internal SeedWorld World { get; private set; } = null!;

    internal SeedReport Report { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await SeedWorld.StartAsync(withStripe: true);
        Report = await SeedDemo.RunAsync(World.Host.Services, World.Options, default);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

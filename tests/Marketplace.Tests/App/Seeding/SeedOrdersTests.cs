using Marketplace.App.Seeding;
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

public sealed class SeedOrdersTests
{
    [Fact]
    public async Task Thirty_days_of_trade_leave_orders_in_every_state_and_books_that_agree_with_the_processor()
    {
        await using var world = await SeedWorld.StartAsync(withStripe: true);

        var report = await SeedDemo.RunAsync(world.Host.Services, world.Options, default);
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

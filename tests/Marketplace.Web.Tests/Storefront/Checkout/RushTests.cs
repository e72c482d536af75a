using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Values;
using Marketplace.Money;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Tests.World;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.Storefront.Checkout;

/// <summary>Everybody wants the same thing at the same moment, through the real host and over real sockets.</summary>
public sealed class RushTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const int Buyers = 200;
    private const int Units = 50;

    [Fact]
    public async Task Of_200_buyers_at_once_50_get_the_50_units_and_150_are_told_so_politely()
    {
        var offer = await market.OfferAsync(TestMarket.Kiln, 1);
        var before = await BooksAsync();
        Assert.Equal((Units, 0), await StockAsync(offer));
        var shoppers = Enumerable.Range(0, Buyers).Select(i => new RushShopper(market, i)).ToList();

        await Parallel.ForEachAsync(
            shoppers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (s, _) => await s.FillBasketAsync(offer));
        await Task.WhenAll(shoppers.Select(s => s.PressAsync()));
        await Task.WhenAll(shoppers.Where(s => s.PayPage is not null).Select(s => s.PayAndComeBackAsync()));
        await market.Site.DrainAsync();

        Nothing.In(shoppers.SelectMany(s => s.Answers).Where(a => a.Code >= 500).Select(a => a.Said));
        Assert.Equal(Units, shoppers.Count(s => s.HasBought));
        Assert.Equal(Buyers - Units, shoppers.Count(s => s.WasToldSo));
        Assert.Equal((0, 0), await StockAsync(offer));
        await CheckOrdersAsync(shoppers);
        var after = await BooksAsync();
        Assert.Equal(after.AtStripe, after.Booked);
        Assert.Equal(Units * (1900 + 395), after.Booked - before.Booked);
        await market.Site.Services.CheckInvariantsAsync(except: "outbox-drained");
        foreach (var shopper in shoppers) shopper.Dispose();
    }

    private async Task CheckOrdersAsync(List<RushShopper> shoppers)
    {
        var ids = shoppers.ConvertAll(s => s.BuyerId);
        var orders = await market.Site.WithPlatformAsync(db => db.Orders.AsNoTracking().Where(o => ids.Contains(o.BuyerId)).ToListAsync());
        Assert.Equal(Units, orders.Count);
        Assert.All(orders, o => Assert.Equal(OrderState.Placed, o.State));
        Assert.Equal(Units, orders.Select(o => o.BuyerId).Distinct().Count());
        Assert.Equal(Units, orders.Select(o => o.Number).Distinct().Count());
    }

    private Task<(int OnHand, int Reserved)> StockAsync(string offer) => market.Site.WithPlatformAsync(async db =>
    {
        var rows = await db.OfferStocks.AsNoTracking().Where(s => s.OfferId == offer).ToListAsync();
        return (rows.Sum(r => r.OnHand), rows.Sum(r => r.Reserved));
    });

    private async Task<(long Booked, long AtStripe)> BooksAsync()
    {
        var postings = await market.Site.WithPlatformAsync(db => db.LedgerPostings.AsNoTracking().ToListAsync());
        var books = market.Site.Services.GetRequiredService<IProcessorBooks>();
        var movements = await books.ListMovementsAsync(DateTime.UnixEpoch, default);
        return (postings.Where(p => p.DebitAccount == LedgerAccounts.Stripe).Sum(p => p.AmountMinor)
            - postings.Where(p => p.CreditAccount == LedgerAccounts.Stripe).Sum(p => p.AmountMinor),
            movements.Sum(m => m.AmountMinor));
    }
}

using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy;
using Marketplace.Money;
using Marketplace.Money.Commissions;
using Marketplace.Money.Ledger;
using Marketplace.Money.Settlement;
using Marketplace.Money.Tax;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Checkout;

public sealed class PayoutPreviewTests
{
    /// <summary>
    /// Prices, rates, collectors and rules by chance, each then really sold: what the editor promised is what the ledger
    /// credits. Above the sum from which delivery is free, so that a sale is of the one piece alone.
    /// </summary>
    [Fact]
    public async Task The_preview_is_what_the_ledger_credits_for_a_sale_of_one_piece()
    {
        await using var world = await OpenAsync();
        var random = new Random(20261130);
        var categories = await CategoriesAsync(world);
        for (var round = 0; round < 8; round++)
        {
            var category = categories[random.Next(categories.Length)];
            var price = random.NextInt64(50_00, 900_00);
            Assert.True((await world.Host.SendAsync(Admin, new SetTaxRate(
                "NL", "", TaxCodes.Standard, "VAT", random.Next(0, 3000), random.Next(2) == 0, (TaxCollector)random.Next(2)))).Ok);
            Assert.True((await world.Host.SendAsync(Admin, new SetCommissionRule(
                null, "By chance", random.Next(3) == 0 ? Trail : null, random.Next(2) == 0 ? category.Id : null, random.Next(0, 3000)))).Ok);
            await OfferAsync(world, category, price);

            var promised = (await world.Host.SendAsync(TrailStaff, new PreviewPayouts([new PriceToPreview(category.Id, "EUR", price)])))
                .Required().Payouts.Single();

            Assert.Equal(promised.NetMinor, await SellOneAsync(world));
        }
    }

    [Fact]
    public async Task Prices_that_cannot_be_charged_are_left_out_and_a_category_may_be_missing()
    {
        await using var world = await OpenAsync();

        var answer = (await world.Host.SendAsync(KilnStaff, new PreviewPayouts(
            [new(null, "EUR", 1), new(null, "XXX", 500), new(null, "KWD", 1005), new(null, "EUR", 1000), new(null, "EUR", 1000)]))).Required();

        Assert.Equal(("NL", 1000L), (answer.Country, answer.Payouts.Single().Price.PriceMinor));
        Assert.Equal("input.invalid", (await world.Host.SendAsync(KilnStaff, new PreviewPayouts(
            [.. Enumerable.Range(1, 1001).Select(i => new PriceToPreview(null, "EUR", i))]))).Error?.Code);
    }

    private static async Task<Place[]> CategoriesAsync(SalesWorld world)
    {
        var outdoor = (await world.Host.SendAsync(Admin, new CreateCategory(null, "Outdoor"))).Required();
        var packs = (await world.Host.SendAsync(Admin, new CreateCategory(outdoor, "Packs"))).Required();
        return [new(outdoor, outdoor), new(packs, $"{outdoor}/{packs}")];
    }

    private static Task<int> OfferAsync(SalesWorld world, Place category, long price) => world.Host.WithPlatformAsync(async db =>
    {
        await db.PublishedListings.Where(l => l.TenantId == Trail).ExecuteUpdateAsync(u => u
            .SetProperty(l => l.CategoryId, category.Id).SetProperty(l => l.CategoryPath, category.Path));
        await db.OfferStocks.Where(s => s.OfferId == Pack).ExecuteUpdateAsync(u => u.SetProperty(s => s.OnHand, 9));
        return await db.OfferPrices.Where(p => p.OfferId == Pack).ExecuteUpdateAsync(u => u.SetProperty(p => p.PriceMinor, price));
    });

    private static async Task<long> SellOneAsync(SalesWorld world)
    {
        await world.AddAsync(Mara, Pack);
        var order = await world.ToPaymentPageAsync(Mara);
        world.Gateway.Pay(order);
        Assert.Equal(OrderState.Placed, (await world.Host.SendAsync(Mara, new ConfirmPayment(order))).Required().State);
        await world.Host.DrainAsync();
        var account = LedgerAccounts.SellerHeld(Trail);
        return await world.Host.WithPlatformAsync(async db => await (
            from t in db.LedgerTransactions
            where t.OrderId == order
            join p in db.LedgerPostings on t.Id equals p.TransactionId
            where p.CreditAccount == account
            select p.AmountMinor).SumAsync());
    }

    private sealed record Place(string Id, string Path);
}

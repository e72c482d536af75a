using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Model;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Reconciliation;
using Marketplace.Money.Settlement.Model;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Money.SoldOrder;

namespace Marketplace.Tests.Money.Proofs;

/// <summary>
/// Two hundred purchases through everything: checkout, payment at the simulator, webhooks, placing, cancelling, refunds,
/// shipping, delivery, release, transfer. Then the simulator's figures are the ledger's, and every order's money is
/// where the equation says.
/// </summary>
public sealed class PipelineProofTests(ITestOutputHelper output)
{
    private const int Purchases = 200;
    private const int AtOnce = 20;

    [Fact]
    public async Task Two_hundred_purchases_end_with_the_processors_figures_equal_to_the_ledgers()
    {
        var random = new Random(Seed.Of(output));
        await using var world = await ProofMarket.OpenAsync(random);
        for (var first = 0; first < Purchases; first += AtOnce)
        {
            List<(Caller Buyer, string Order)> bought = [];
            for (var i = 0; i < AtOnce; i++) bought.Add(await world.BuyAsync(random, first + i));
            await world.SettleAsync();
            foreach (var (buyer, order) in bought) await FulfilAsync(world, random, buyer, order);
            await world.SettleAsync();
        }

        await world.AdvanceAsync(TimeSpan.FromDays(8));
        await DrainAsync(world, "release-holdings", h => h.State == HoldingState.Held && h.ReleaseAtUtc != null);
        await DrainAsync(world, "run-payment-commands", h => h.State == HoldingState.Payable || h.State == HoldingState.Transferring);

        await CheckProcessorAsync(world);
        await CheckOrdersAsync(world);
    }

    /// <summary>Most are shipped and delivered; some pieces are cancelled before, some paid back after.</summary>
    private static async Task FulfilAsync(StripeWorld world, Random random, Caller buyer, string order)
    {
        var parts = await world.Host.WithPlatformAsync(db =>
            db.SellerOrders.AsNoTracking().Where(s => s.OrderId == order).ToListAsync());
        Assert.NotEmpty(parts);
        foreach (var part in parts)
        {
            Assert.Equal(FulfilmentState.Placed, part.State);
            var staff = ProofMarket.Staff(part.TenantId[^1] - '0');
            var lines = await world.Host.WithPlatformAsync(db =>
                db.OrderLines.AsNoTracking().Where(l => l.SellerOrderId == part.Id).ToListAsync());
            var chance = random.Next(10);
            if (chance == 0) continue;
            if (chance is 1 or 2)
            {
                var line = lines[random.Next(lines.Count)];
                var pieces = random.Next(1, line.Quantity + 1);
                (await world.Host.SendAsync(staff, new CancelQuantities(part.Id, [new(line.Id, pieces)], "Broken"))).Done();
                await world.Host.DrainAsync();
                if (lines.Count == 1 && pieces == line.Quantity) continue;
            }

            (await world.Host.SendAsync(staff, new ShipOrder(part.Id, [], "postnl", "3S1"))).Required();
            (await world.Host.SendAsync(buyer, new MarkDelivered(part.Id))).Done();
            if (chance is not (3 or 4)) continue;
            var kept = lines[random.Next(lines.Count)];
            (await world.Host.SendAsync(
                staff, new RefundItems(null, part.Id, [new(kept.Id, random.Next(1, kept.Quantity + 1))], chance == 3, "Late"))).Done();
        }
    }

    private static async Task DrainAsync(
        StripeWorld world, string job, System.Linq.Expressions.Expression<Func<Holding, bool>> left)
    {
        for (var round = 0; round < 40; round++)
        {
            await world.Host.RunJobAsync(job);
            await world.SettleAsync();
            if (!await world.Host.WithPlatformAsync(db => db.Set<Holding>().AnyAsync(left))) return;
        }

        Assert.Fail($"{job} leaves something for ever.");
    }

    private static async Task CheckProcessorAsync(StripeWorld world)
    {
        var compared = (await world.Host.SendAsync(Admin, new ReconcileNow())).Required();
        var seen = (await world.Host.SendAsync(Admin, new GetReconciliation())).Required();
        Assert.Equal((ProofMarket.Shops + 1, 0), (compared.Accounts, compared.Wrong));
        Assert.All(seen.Balances, b => Assert.Equal((b.StripeMinor, 0, 0), (b.LedgerMinor, b.InFlightMinor, b.DifferenceMinor)));
        Assert.Equal(["EUR", "JPY", "KWD", "USD"], seen.Balances.Where(b => b.TenantId is null).Select(b => b.CurrencyCode));
        Assert.Empty(seen.Unknown);

        var books = (IProcessorBooks)world.Host.Services.GetService(typeof(IProcessorBooks))!;
        var movements = await books.ListMovementsAsync(DateTime.UnixEpoch, default);
        var postings = await PostingsAsync(world);
        foreach (var currency in movements.Select(m => m.CurrencyCode).Distinct())
        {
            var (told, here) = (movements.Where(m => m.CurrencyCode == currency).ToList(), postings.Where(p => p.CurrencyCode == currency).ToList());
            Assert.Equal(told.Sum(m => m.FeeMinor), Balance(here, LedgerAccounts.StripeFees));
            Assert.Equal(
                -told.Where(m => m.Type == "transfer").Sum(m => m.AmountMinor),
                Enumerable.Range(0, ProofMarket.Shops).Sum(i => -Balance(here, LedgerAccounts.SellerTransferred(ProofMarket.Shop(i)))));
            Assert.Equal(
                -told.Where(m => m.Type == "refund").Sum(m => m.AmountMinor),
                here.Where(p => p is { DebitAccount: LedgerAccounts.RefundsInFlight, CreditAccount: LedgerAccounts.Stripe }).Sum(p => p.AmountMinor));
            Assert.True(told.Count(m => m.Type is "transfer" or "refund") > 10);
        }
    }

    /// <summary>captured + funded = sellers' shares + commission with its VAT + tax held + paid back, order by order.</summary>
    private static async Task CheckOrdersAsync(StripeWorld world)
    {
        var postings = (await PostingsAsync(world)).ToLookup(p => p.TransactionId);
        var journals = await world.Host.WithPlatformAsync(db => db.Set<LedgerTransaction>().AsNoTracking().ToListAsync());
        var payments = await world.Host.WithPlatformAsync(db => db.Set<Payment>().AsNoTracking().ToListAsync());
        var amounts = await world.Host.WithPlatformAsync(db => db.Set<SellerOrderAmounts>().AsNoTracking().ToListAsync());
        Assert.Equal(Purchases, payments.Count(p => p.State == PaymentState.Succeeded));
        foreach (var payment in payments)
        {
            var own = journals.Where(j => j.OrderId == payment.Id && j.Kind != "stripe-fee").SelectMany(j => postings[j.Id]).ToList();
            var sellers = own.SelectMany(p => (string[])[p.DebitAccount, p.CreditAccount]).Distinct()
                .Where(a => a.Split(':')[0] is "seller_held" or "seller_payable" or "acct_transferred");
            var shares = sellers.Sum(a => -Balance(own, a));
            var kept = -Balance(own, LedgerAccounts.DeferredCommission) - Balance(own, LedgerAccounts.Commission)
                - Balance(own, LedgerAccounts.CommissionTax) - own.Select(p => p.CreditAccount).Distinct()
                    .Where(a => a.StartsWith("tax_payable:", StringComparison.Ordinal)).Sum(a => Balance(own, a));
            Assert.Equal(payment.ReceivedMinor, shares + kept + payment.RefundedMinor);
            Assert.Equal(0, Balance(own, LedgerAccounts.RefundsInFlight));
            Assert.Equal(payment.RefundedMinor, amounts.Where(a => a.OrderId == payment.Id).Sum(a => a.RefundedMinor));
            Assert.Equal(
                shares, amounts.Where(a => a.OrderId == payment.Id).Sum(a => a.SellerNetMinor - a.RefundedNetMinor));
        }

        Assert.Contains(payments, p => p.RefundedMinor > 0);
    }

    private static Task<List<LedgerPosting>> PostingsAsync(StripeWorld world) =>
        world.Host.WithPlatformAsync(db => db.Set<LedgerPosting>().AsNoTracking().ToListAsync());

    private static long Balance(List<LedgerPosting> postings, string account) => postings.Sum(p =>
        (p.DebitAccount == account ? p.AmountMinor : 0) - (p.CreditAccount == account ? p.AmountMinor : 0));
}

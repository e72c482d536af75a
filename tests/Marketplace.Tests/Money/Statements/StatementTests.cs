using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments;
using Marketplace.Money.Settlement;
using Marketplace.Money.Statements;
using Marketplace.Tests.World;
using static Marketplace.Tests.Money.SoldOrder;

namespace Marketplace.Tests.Money.Statements;

/// <summary>March 2026: two orders sold, one refunded in part, one transferred and paid out; April begins with the rest.</summary>
public sealed class StatementTests
{
    private static readonly Caller A = StripeWorld.SellerOf("seller-a");

    [Fact]
    public async Task A_month_begins_with_what_the_last_one_ended_with_and_its_lines_sum_to_it()
    {
        await using var world = await MarchAsync();

        var march = await ReadAsync(world, "2026-03");
        var april = await ReadAsync(world, "2026-04");
        var lines = await LinesAsync(world, "2026-03");

        Assert.Equal(new StatementBalance(0, 0), march.Opening);
        Assert.Equal(march.Closing, april.Opening);
        Assert.Equal(["2026-04", "2026-03"], april.Months);
        Assert.Equal(["EUR"], march.Currencies);
        var sum = lines.Select(l => l.Figures).Aggregate(StatementFigures.Zero, (a, b) => a + b);
        Assert.Equal(sum, march.Sums.Select(s => s.Figures).Aggregate((a, b) => a + b));
        Assert.Equal(march.Closing.HereMinor - march.Opening.HereMinor, sum.BalanceMinor);
        Assert.Equal(march.Closing.AccountMinor - march.Opening.AccountMinor, sum.AccountMinor);
    }

    [Fact]
    public async Task Every_line_says_gross_commission_and_what_it_changed_and_others_parts_are_not_in_it()
    {
        await using var world = await MarchAsync();

        var lines = await LinesAsync(world, "2026-03");

        (StatementKind, string?, long, long, long, long)[] expected =
            [
                (StatementKind.Sale, "so-a", 65_00L, -6_00L, 59_00L, 0L), (StatementKind.Sale, "so-c", 65_00, -6_00, 59_00, 0),
                (StatementKind.Refund, "so-c", -13_00, 1_20, -11_80, 0), (StatementKind.Transfer, "so-a", 0, 0, -59_00, 59_00),
                (StatementKind.Payout, null, 0, 0, 0, -59_00),
            ];
        Assert.Equal(expected, lines.Select(l => (
                l.Kind, l.SellerOrderId, l.Figures.GrossMinor, l.Figures.CommissionMinor, l.Figures.BalanceMinor, l.Figures.AccountMinor)));
        Assert.All(lines.Where(l => l.Kind is StatementKind.Sale or StatementKind.Refund), l => Assert.Equal(
            l.Figures.BalanceMinor,
            l.Figures.GrossMinor + l.Figures.DiscountMinor + l.Figures.TaxMinor + l.Figures.CommissionMinor + l.Figures.CommissionTaxMinor));
    }

    [Fact]
    public async Task What_it_ends_with_is_what_the_ledger_and_the_money_page_say()
    {
        await using var world = await MarchAsync();

        var closing = (await ReadAsync(world, "2026-04")).Closing;
        var balance = Assert.Single((await world.Host.SendAsync(A, new GetSellerMoney())).Required().Balances);

        var (held, payable) = (-await world.BalanceAsync("seller_held:seller-a"), -await world.BalanceAsync("seller_payable:seller-a"));
        Assert.Equal((held, payable), (balance.HeldMinor, balance.PayableMinor));
        Assert.Equal(held + payable - balance.OwedBackMinor, closing.HereMinor);
        Assert.Equal((closing.AccountMinor, 59_00), (balance.TransferredMinor, balance.PaidMinor));
    }

    [Fact]
    public async Task Pages_of_lines_hold_each_line_once()
    {
        await using var world = await MarchAsync();
        List<StatementLine> paged = [];
        for (string? after = null; ;)
        {
            var page = (await world.Host.SendAsync(A, new ListStatementLines("2026-03", "EUR", after, 2))).Required();
            paged.AddRange(page.Items);
            if (page.Next is null) break;
            after = page.Next;
        }

        Assert.Equal(await LinesAsync(world, "2026-03"), paged);
    }

    [Fact]
    public async Task Tax_discount_and_a_failed_refund_and_payout_are_told_to_the_cent()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.AddSellerAsync("seller-a");
        await world.PayAsync((await world.OpenAsync("order-1", 50_00)).PageUrl, StripeWorld.RefundFailsCard);
        await world.SettleAsync();
        (await world.Host.SendAsync(Caller.System, new PostSale(new SaleToPost(
            "order-1", "buyer", "EUR", 50_00, "US", world.Clock.GetUtcNow().UtcDateTime,
            [new SalePart("so-a", "seller-a", 45_00, 5_00, 4_00, 4_50, 95, 2_00, 7)])))).Done();
        (await world.Host.SendAsync(Caller.System, new RefundPayment(
            "re-1", "order-1", "so-a", null, new RefundBreakdown(20_00, 2_00, 40, 1_60, 1_00), "Broken"))).Done();
        await world.SettleAsync();
        await world.AdvanceAsync(TimeSpan.FromMinutes(2));

        var sums = (await ReadAsync(world, "2026-03")).Sums.ToDictionary(s => s.Kind, s => s.Figures);

        Assert.Equal(new StatementFigures(50_00, 2_00, -4_00, -4_50, -95, 42_55, 0), sums[StatementKind.Sale]);
        Assert.Equal(new StatementFigures(-23_00, -1_00, 1_60, 2_00, 40, -20_00, 0), sums[StatementKind.Refund]);
        Assert.Equal(new StatementFigures(23_00, 1_00, -1_60, -2_00, -40, 20_00, 0), sums[StatementKind.RefundReturned]);
    }

    [Fact]
    public async Task Nobody_reads_anothers_statement_and_nonsense_is_not_there()
    {
        await using var world = await MarchAsync();

        var other = (await world.Host.SendAsync(StripeWorld.SellerOf("seller-b"), new ListStatementLines("2026-03", "EUR"))).Required();
        Assert.DoesNotContain(other.Items, l => l.SellerOrderId is "so-a" or "so-c");
        Assert.NotNull((await world.Host.SendAsync(Caller.Anonymous, new GetStatement())).Error);
        foreach (var month in (string[])["2026-13", "march", "0001-01", "2026-03-01"])
            Assert.Equal("statement.no-such-month", (await world.Host.SendAsync(A, new GetStatement(month))).Error?.Code);
        Assert.Equal("statement.no-such-month", (await world.Host.SendAsync(A, new GetStatement(null, "XXX"))).Error?.Code);
    }

    private static async Task<StripeWorld> MarchAsync()
    {
        var world = await SoldAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SellAsync("order-2", "so-c", "so-d");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.Host.SendAsync(Caller.System, new RefundPayment(
            "re-c", "order-2", "so-c", null, new RefundBreakdown(11_80, 1_20, 0, 0), "Cancelled"))).Done();
        await world.SettleAsync();
        await world.ReleaseAsync("so-a");
        await world.AdvanceAsync(TimeSpan.FromDays(4));
        await world.Host.RunJobAsync("import-payouts");
        world.Clock.Advance(TimeSpan.FromDays(20));
        await world.SellAsync("order-3", "so-e", "so-f");
        return world;
    }

    private static async Task<Statement> ReadAsync(StripeWorld world, string month) =>
        (await world.Host.SendAsync(A, new GetStatement(month, "EUR"))).Required();

    private static async Task<IReadOnlyList<StatementLine>> LinesAsync(StripeWorld world, string month) =>
        (await world.Host.SendAsync(A, new ListStatementLines(month, "EUR", Size: 500))).Required().Items;
}

using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Ledger.Model;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement;
using Marketplace.Money.Settlement.Model;
using Marketplace.StripeSimulator.Faults;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Money.Settlement;

public sealed class TransferTests
{
    private static readonly RefundBreakdown WholeB = new(41_00, 4_00, 0, 0);

    [Fact]
    public async Task A_released_share_reaches_its_seller_and_nobody_elses()
    {
        await using var world = await SoldAsync();

        await ReleaseAsync(world, "so-a");

        Assert.Equal(HoldingState.Transferred, (await ShareAsync(world, "so-a")).State);
        Assert.Equal(HoldingState.Held, (await ShareAsync(world, "so-b")).State);
        Assert.Equal(-59_00, await BalanceAsync(world, "stripe") - 110_00);
    }

    [Theory]
    [InlineData(FaultKind.AbortAfterCommit, 3)]
    [InlineData(FaultKind.ErrorAfterCommit, 1)]
    [InlineData(FaultKind.RateLimit, 2)]
    public async Task A_transfer_whose_answer_was_lost_is_found_and_not_made_twice(FaultKind fault, int count)
    {
        await using var world = await SoldAsync();
        world.Stripe.Control.AddFault(new Fault(fault, "/v1/transfers", "POST", Count: count));

        await ReleaseAsync(world, "so-a");
        await world.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(HoldingState.Transferred, (await ShareAsync(world, "so-a")).State);
        Assert.Equal(51_00, await BalanceAsync(world, "stripe"));
        Assert.Equal(59_00, await AtStripeAsync(world, "seller-a"));
    }

    [Fact]
    public async Task A_seller_without_account_waits_and_is_paid_once_ready()
    {
        await using var world = await SoldAsync(onboarded: false);

        await ReleaseAsync(world, "so-a");
        var waiting = await ShareAsync(world, "so-a");
        await world.OnboardAsync("seller-a");
        await world.Host.RunJobAsync("start-transfers");
        await world.SettleAsync();

        Assert.Equal((HoldingState.Payable, "account-not-ready"), (waiting.State, waiting.WaitReason));
        Assert.Equal(HoldingState.Transferred, (await ShareAsync(world, "so-a")).State);
    }

    [Fact]
    public async Task A_refund_before_release_empties_the_share_and_after_the_transfer_is_refused()
    {
        await using var world = await SoldAsync();
        await ReleaseAsync(world, "so-a");

        var back = await RefundAsync(world, "re-b", "so-b", WholeB);
        await world.SettleAsync();
        var tooLate = await RefundAsync(world, "re-a", "so-a", new RefundBreakdown(59_00, 6_00, 0, 0));

        Assert.Null(back);
        Assert.Equal("refund.already-transferred", tooLate);
        Assert.Equal(HoldingState.Refunded, (await ShareAsync(world, "so-b")).State);
        Assert.Equal(110_00 - 59_00 - 45_00, await BalanceAsync(world, "stripe"));
        Assert.Equal(0, await BalanceAsync(world, "refunds_in_flight"));
    }

    [Fact]
    public async Task A_refund_that_fails_at_the_bank_gives_everything_back_once()
    {
        await using var world = await SoldAsync(StripeWorld.RefundFailsCard);

        await RefundAsync(world, "re-b", "so-b", WholeB);
        await world.SettleAsync();
        await world.AdvanceAsync(TimeSpan.FromMinutes(2));
        await world.Host.SendAsync(Caller.System, new SyncRefund("re-b"));

        Assert.Equal((HoldingState.Held, 41_00), ((await ShareAsync(world, "so-b")).State, (await ShareAsync(world, "so-b")).NetMinor));
        Assert.Equal(110_00, await BalanceAsync(world, "stripe"));
        Assert.Equal(0, (await world.ReadAsync("order-1")).RefundedMinor);
    }

    [Fact]
    public async Task Two_refunds_at_once_never_exceed_what_was_paid_for_the_part()
    {
        await using var world = await SoldAsync();

        var codes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            RefundAsync(world, $"re-{i}", "so-b", WholeB))));

        Assert.Single(codes, c => c is null);
        Assert.All(codes.Where(c => c is not null), c => Assert.StartsWith("refund.exceeds", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Money_of_an_order_that_was_never_fulfilled_goes_back_whole()
    {
        await using var world = await StripeWorld.StartAsync();
        // Stripe keeps its fee of the first charge, so that a refund in full needs other money in the balance.
        await world.PayAsync((await world.OpenAsync("order-0", 200_00)).PageUrl);
        await world.PayAsync((await world.OpenAsync("order-1", 110_00)).PageUrl);
        await world.SettleAsync();

        await world.Host.SendAsync(Caller.System, new RefundPayment("re-1", "order-1", null, null, null, "Sold out"));
        await world.SettleAsync();

        Assert.Equal(RefundState.Succeeded, (await world.ReadAsync("order-1")).Refunds.Single().State);
        Assert.Equal(0, await BalanceAsync(world, "stripe"));
        Assert.Equal("settlement.goes-back", (await world.Host.SendAsync(Caller.System, new PostSale(Sale(world)))).Error?.Code);
    }

    [Fact]
    public async Task A_seller_reads_its_own_money_and_nobody_elses()
    {
        await using var world = await SoldAsync();

        var own = (await world.Host.SendAsync(StripeWorld.SellerOf("seller-a"), new GetSellerMoney())).Required();
        var stranger = await world.Host.SendAsync(Caller.Anonymous, new GetSellerMoney());
        var admin = await world.Host.SendAsync(StripeWorld.SellerOf("seller-a"), new ListWaitingTransfers());

        Assert.Equal(["so-a"], own.Shares.Select(s => s.SellerOrderId));
        Assert.Equal(59_00, Assert.Single(own.Balances).HeldMinor);
        Assert.NotNull(stranger.Error);
        Assert.NotNull(admin.Error);
    }

    private static async Task<StripeWorld> SoldAsync(string card = StripeWorld.GoodCard, bool onboarded = true)
    {
        var world = await StripeWorld.StartAsync();
        await world.AddSellerAsync("seller-a", onboarded);
        await world.AddSellerAsync("seller-b");
        await world.PayAsync((await world.OpenAsync("order-1", 110_00)).PageUrl, card);
        await world.SettleAsync();
        Assert.True((await world.Host.SendAsync(Caller.System, new PostSale(Sale(world)))).Ok);
        return world;
    }

    private static SaleToPost Sale(StripeWorld world) => new(
        "order-1", "buyer", "EUR", 110_00, "DE", world.Clock.GetUtcNow().UtcDateTime,
        [new SalePart("so-a", "seller-a", 60_00, 5_00, 0, 6_00, 0, 0, 7), new SalePart("so-b", "seller-b", 45_00, 0, 0, 4_00, 0, 0, 7)]);

    private static async Task ReleaseAsync(StripeWorld world, string id)
    {
        await world.Host.SendAsync(Caller.System, new StartReleaseClock(id, world.Clock.GetUtcNow().UtcDateTime));
        world.Clock.Advance(TimeSpan.FromDays(8));
        await world.Host.RunJobAsync("release-holdings");
        await world.SettleAsync();
    }

    private static async Task<string?> RefundAsync(StripeWorld world, string id, string part, RefundBreakdown parts) =>
        (await world.Host.SendAsync(Caller.System, new RefundPayment(id, "order-1", part, null, parts, "Cancelled"))).Error?.Code;

    private static Task<Holding> ShareAsync(StripeWorld world, string id) =>
        world.Host.WithPlatformAsync(db => db.Set<Holding>().AsNoTracking().SingleAsync(h => h.Id == id));

    private static Task<long> BalanceAsync(StripeWorld world, string account) => world.Host.WithPlatformAsync(async db =>
        await db.Set<LedgerPosting>().Where(p => p.DebitAccount == account).SumAsync(p => p.AmountMinor)
        - await db.Set<LedgerPosting>().Where(p => p.CreditAccount == account).SumAsync(p => p.AmountMinor));

    private static async Task<long> AtStripeAsync(StripeWorld world, string tenantId)
    {
        var gateway = (IProcessorBooks)world.Host.Services.GetService(typeof(IProcessorBooks))!;
        var figures = await gateway.ReadBalanceAsync(await world.AccountOfAsync(tenantId), default);
        return figures.Sum(f => f.AvailableMinor + f.PendingMinor);
    }
}

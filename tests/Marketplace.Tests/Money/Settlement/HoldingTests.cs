using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Ledger.Model;
using Marketplace.Money.Settlement;
using Marketplace.Money.Settlement.Model;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Money.Settlement;

public sealed class HoldingTests
{
    [Fact]
    public async Task A_sale_posted_twice_is_booked_once()
    {
        await using var host = await TestHost.StartAsync();

        await PostAsync(host);
        await PostAsync(host);

        Assert.Equal(1, await host.WithPlatformAsync(db => db.Set<LedgerTransaction>().CountAsync()));
        Assert.Equal(2, await host.WithPlatformAsync(db => db.Set<Holding>().CountAsync()));
    }

    [Fact]
    public async Task A_share_is_released_when_its_days_after_delivery_are_over_and_not_before()
    {
        await using var host = await TestHost.StartAsync();
        await PostAsync(host);
        await host.SendAsync(Caller.System, new StartReleaseClock("so-a", host.Clock.GetUtcNow().UtcDateTime));

        host.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await host.RunJobAsync("release-holdings");
        var before = await StateAsync(host, "so-a");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RunJobAsync("release-holdings");

        Assert.Equal(HoldingState.Held, before);
        Assert.Equal(HoldingState.Payable, await StateAsync(host, "so-a"));
        Assert.Equal(HoldingState.Held, await StateAsync(host, "so-b"));
    }

    [Fact]
    public async Task A_frozen_share_waits_until_every_reason_is_gone()
    {
        await using var host = await TestHost.StartAsync();
        await PostAsync(host);
        await host.SendAsync(Caller.System, new StartReleaseClock("so-a", host.Clock.GetUtcNow().UtcDateTime));
        await host.SendAsync(Caller.System, new FreezeHolding("so-a", "return:1"));
        await host.SendAsync(Caller.System, new FreezeHolding("so-a", "return:1"));
        await host.SendAsync(Caller.System, new FreezeHolding("so-a", "dispute:2"));
        host.Clock.Advance(TimeSpan.FromDays(8));

        await host.SendAsync(Caller.System, new UnfreezeHolding("so-a", "return:1"));
        await host.RunJobAsync("release-holdings");
        var one = await StateAsync(host, "so-a");
        var refused = await host.SendAsync(Caller.System, new ReleaseHolding("so-a"));
        await host.SendAsync(Caller.System, new UnfreezeHolding("so-a", "dispute:2"));
        await host.RunJobAsync("release-holdings");

        Assert.Equal(HoldingState.Held, one);
        Assert.Equal("settlement.not-due", refused.Error?.Code);
        Assert.Equal(HoldingState.Payable, await StateAsync(host, "so-a"));
    }

    [Fact]
    public async Task Money_that_is_not_held_has_no_clock()
    {
        await using var host = await TestHost.StartAsync();

        var outcome = await host.SendAsync(Caller.System, new StartReleaseClock("nothing", default));

        Assert.Equal("settlement.no-such-holding", outcome.Error?.Code);
    }

    [Fact]
    public async Task Postings_are_written_once()
    {
        await using var host = await TestHost.StartAsync();
        await PostAsync(host);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => host.WithPlatformAsync(
            db => db.Set<LedgerPosting>().ExecuteUpdateAsync(s => s.SetProperty(p => p.AmountMinor, 1))));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => host.WithPlatformAsync(
            db => db.Set<LedgerPosting>().ExecuteDeleteAsync()));
    }

    private static async Task PostAsync(TestHost host) => await host.SendAsync(Caller.System, new PostSale(new SaleToPost(
        "order", "buyer", "EUR", 110_00, "NL", host.Clock.GetUtcNow().UtcDateTime,
        [new SalePart("so-a", "a", 60_00, 5_00, 0, 6_00, 0, 0, 7), new SalePart("so-b", "b", 45_00, 0, 0, 4_00, 84, 0, 7)])));

    private static Task<HoldingState> StateAsync(TestHost host, string id) =>
        host.WithPlatformAsync(db => db.Set<Holding>().Where(h => h.Id == id).Select(h => h.State).SingleAsync());
}

using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Ledger.Model;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Money.SoldOrder;

namespace Marketplace.Tests.Money.Ledger;

/// <summary>The balances of the ledger's page: carried on hour by hour, and held against every posting at night.</summary>
public sealed class LedgerBalancesTests
{
    [Fact]
    public async Task Carried_balances_and_what_was_booked_since_are_the_sum_of_every_posting()
    {
        await using var world = await SoldAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Host.RunJobAsync("carry-ledger-balances");
        await world.ReleaseAsync("so-a");
        var half = await world.Host.WithPlatformAsync(db => db.Set<LedgerBalance>().AsNoTracking().ToListAsync());

        var now = (await world.Host.SendAsync(Admin, new GetLedger())).Required().Accounts;
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Host.RunJobAsync("carry-ledger-balances");
        var carried = (await world.Host.SendAsync(Admin, new GetLedger())).Required().Accounts;

        Assert.Equal(100_00, -half.Single(b => b.Book == "seller_held").DebitMinor);
        Assert.DoesNotContain(half, b => b.Book == "acct_transferred");
        Assert.Equal(-41_00, now.Single(b => b.Account == "seller_held").DebitMinor);
        Assert.Equal(now, carried);
        Assert.Equal(0, now.Sum(b => b.DebitMinor));
    }

    [Fact]
    public async Task A_carried_balance_that_is_not_the_sum_is_put_right_and_put_before_a_person()
    {
        await using var world = await SoldAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Host.RunJobAsync("carry-ledger-balances");
        await world.Host.RunJobAsync("check-ledger-balances");
        var agreed = (await world.Host.SendAsync(Admin, new GetLedger())).Required();
        await world.Host.WithPlatformAsync(db => db.Set<LedgerBalance>().Where(b => b.Book == "stripe")
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.DebitMinor, b => b.DebitMinor + 1)));

        await world.Host.RunJobAsync("check-ledger-balances");

        var after = (await world.Host.SendAsync(Admin, new GetLedger())).Required();
        Assert.Equal(world.Clock.GetUtcNow().UtcDateTime, agreed.CheckedAtUtc);
        Assert.Equal(agreed.Accounts, after.Accounts);
        var alert = Assert.Single(await world.AlertsAsync());
        Assert.Equal((AlertKind.Difference, "books/stripe/EUR", 1L), (alert.Kind, alert.Reference, alert.AmountMinor!.Value));
    }

    [Fact]
    public async Task Two_who_carry_at_once_add_each_posting_once()
    {
        await using var world = await SoldAsync();
        List<AccountBalance> sums = [new("stripe", "EUR", 5)];
        (await world.Host.SendAsync(Caller.System, new CarryBalances(null, "01b", sums))).Done();

        var second = await world.Host.SendAsync(Caller.System, new CarryBalances(null, "01c", sums));

        Assert.Equal("ledger.carried-already", second.Error?.Code);
        Assert.Equal(5, await world.Host.WithPlatformAsync(db => db.Set<LedgerBalance>().Select(b => b.DebitMinor).SingleAsync()));
    }

    [Fact]
    public async Task Journals_are_read_on_page_by_page_and_name_their_sellers()
    {
        await using var world = await SoldAsync();
        for (var i = 0; i < 60; i++)
            await PostAsync(world, new Journal("payout", $"payout:{i}", "EUR", world.Clock.GetUtcNow().UtcDateTime, [new("acct_bank:seller-a", "acct_balance:seller-a", 1)]));

        var first = (await world.Host.SendAsync(Admin, new GetLedger(Kind: "payout"))).Required();
        var second = (await world.Host.SendAsync(Admin, new GetLedger(Before: first.Next, Kind: "payout"))).Required();
        var own = (await world.Host.SendAsync(Admin, new GetLedger(TenantId: "seller-b"))).Required();

        Assert.Equal((50, 10), (first.Journals.Count, second.Journals.Count));
        Assert.Null(second.Next);
        Assert.Empty(first.Journals.Select(j => j.Id).Intersect(second.Journals.Select(j => j.Id)));
        Assert.Equal("seller-a", first.SellerNames["seller-a"]);
        Assert.Equal(["sale"], own.Journals.Select(j => j.Kind));
    }

    [Fact]
    public async Task A_kind_that_is_not_in_the_list_is_not_booked()
    {
        await using var world = await SoldAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(
            world, new Journal("gift", "gift:1", "EUR", world.Clock.GetUtcNow().UtcDateTime, [new("stripe", "commission", 1)])));
    }

    private static async Task PostAsync(StripeWorld world, Journal journal)
    {
        world.Clock.Advance(TimeSpan.FromMilliseconds(2));
        await using var scope = world.Host.ScopeFor(Caller.System);
        await scope.ServiceProvider.GetRequiredService<LedgerWriter>().PostAsync(journal, default);
        await scope.ServiceProvider.GetRequiredService<Marketplace.Kernel.Data.PlatformDb>().SaveChangesAsync();
    }
}

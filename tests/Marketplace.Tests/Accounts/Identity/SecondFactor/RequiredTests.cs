using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Identity.SecondFactor;

/// <summary>Where the platform demands a second factor, as it does outside Development.</summary>
public sealed class RequiredTests
{
    private static readonly StartPayoutOnboarding Onboarding =
        new("https://shop.test/back", "https://shop.test/again", "ana@example.com");

    [Fact]
    public async Task Staff_without_one_do_nothing_but_set_it_up()
    {
        await using var host = await StartAsync();
        var admin = await host.AdminAsync();

        var before = await host.SendAsync(admin, new ListStaff());
        (await host.SendAsync(admin, new BeginTotp())).Done();
        (await host.SendAsync(Caller.System, new MarkProven(admin.SessionId!, SecondFactor: true))).Done();
        var after = await host.SendAsync(await host.CallerAsync("admin-owner"), new ListStaff());

        Assert.Equal("access.second-factor", before.Error?.Code);
        Assert.Null(after.Error);
    }

    [Fact]
    public async Task A_seller_without_one_works_and_does_not_say_where_payouts_go()
    {
        await using var host = await StartAsync();
        var shop = await host.ShopAsync("kiln", "ana");

        var team = await host.SendAsync(shop, new ListTeam());
        var payouts = await host.SendAsync(shop, Onboarding);
        var stale = await host.SendAsync(shop with { SecondFactorMissing = false, ProvedAtUtc = null }, Onboarding);

        Assert.Null(team.Error);
        Assert.Equal("access.second-factor", payouts.Error?.Code);
        Assert.Equal("access.prove-again", stale.Error?.Code);
    }

    [Fact]
    public async Task Owners_of_shops_are_told_that_they_need_one_and_buyers_are_not()
    {
        await using var host = await StartAsync();
        await host.ShopAsync("kiln", "ana");
        await host.PersonAsync("bo");

        Assert.True((await host.SendAsync(await host.CallerAsync("ana"), new GetMySecurity())).Required().IsRequired);
        Assert.False((await host.SendAsync(await host.CallerAsync("bo"), new GetMySecurity())).Required().IsRequired);
    }

    private static Task<TestHost> StartAsync() =>
        TestHost.StartAsync(settings: new Dictionary<string, string?> { ["Security:SecondFactorRequired"] = "true" });
}

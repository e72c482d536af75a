using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Plans;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Catalog.Listings;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Commissions;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Sellers;

public sealed class PlansTests
{
    [Fact]
    public async Task The_plan_chosen_moves_the_commission_of_the_rules_and_what_was_agreed_stands_above_it()
    {
        await using var host = await TestHost.StartAsync();
        var (kiln, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        var before = (await host.SendAsync(kiln, new GetOnboarding())).Required().Checklist;
        var usual = await RateAsync(host, kiln);
        var large = (await host.SendAsync(admin, new SavePlan(null, "Large", -250, null, true))).Required();
        var asked = (await host.SendAsync(kiln, new GetOnboarding())).Required().Checklist;

        (await host.SendAsync(kiln, new ChoosePlan(large))).Done();
        (await host.SendAsync(admin, new SavePlan(large, "Large", 500, 3, IsOffered: false))).Required();
        var again = await host.SendAsync(kiln, new ChoosePlan(large));

        Assert.DoesNotContain(before, c => c.Key == SellerRequirements.Plan);
        Assert.Contains(asked, c => c is { Key: SellerRequirements.Plan, IsMet: false });
        Assert.Equal("plan.not-offered", again.Error?.Code);
        Assert.Empty((await host.SendAsync(Caller.Anonymous, new ListPlans())).Required());
        Assert.False(Assert.Single((await host.SendAsync(admin, new ListAllPlans())).Required()).IsOffered);
        Assert.Equal(new MyPlan(new Plan(large, "Large", -250, null), false), (await host.SendAsync(kiln, new GetMyPlan())).Required());
        Assert.Equal(usual - 250, await RateAsync(host, kiln));
        (await host.SendAsync(admin, new AgreeTerms(kiln.TenantId!, 900, null))).Done();
        Assert.Equal(900, await RateAsync(host, kiln));
    }

    [Fact]
    public async Task A_plan_that_is_full_takes_no_further_listing_and_leaves_those_on_sale()
    {
        await using var world = await CatalogWorld.StartAsync();
        await world.Host.WithPlatformAsync(async db =>
        {
            db.Set<SellerStanding>().Single(s => s.TenantId == CatalogWorld.Pottery).MaximumListings = 1;
            return await db.SaveChangesAsync();
        });
        var first = await world.PublishAsync(CatalogWorld.Potter, world.Mug());

        var second = await world.Host.SendAsync(CatalogWorld.Potter, new SaveListing(null, null, world.Mug("OTHER"), Publish: true));
        var anew = await world.Host.SendAsync(CatalogWorld.Potter, new PublishListing(first.ListingId));
        var neighbour = await world.Host.SendAsync(CatalogWorld.KilnMaster, new SaveListing(null, null, world.Mug(), Publish: true));

        Assert.Equal("listing.plan-full", second.Error?.Code);
        Assert.True(anew.Ok && neighbour.Ok);
    }

    [Fact]
    public async Task Plans_that_nobody_could_mean_are_refused()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        for (var i = 0; i < 12; i++) (await host.SendAsync(admin, new SavePlan(null, $"Plan {i}", 0, null, true))).Required();

        Assert.Equal("plan.too-many", (await host.SendAsync(admin, new SavePlan(null, "One more", 0, null, true))).Error?.Code);
        Assert.Equal("plan.not-found", (await host.SendAsync(admin, new SavePlan("nobody", "Gone", 0, null, true))).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(admin, new SavePlan(null, "", -9000, 0, true))).Error?.Code);
    }

    private static async Task<int> RateAsync(TestHost host, Caller shop) => (await host.SendAsync(
        Caller.System, new ResolveCommissions([new("1", shop.TenantId!, "DE", [], 100_00)], "EUR"))).Required()[0].RateBps;
}

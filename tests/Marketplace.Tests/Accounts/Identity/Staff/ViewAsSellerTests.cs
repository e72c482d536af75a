using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Sellers;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Identity.Staff;

public sealed class ViewAsSellerTests
{
    private const string Reason = "Their message of this morning";

    [Fact]
    public async Task Staff_see_what_the_owner_sees_and_change_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        var before = await FindAsync(host, shop.TenantId!);

        Assert.Equal("kiln", (await host.SendAsync(admin, new BeginView(shop.TenantId!, Reason))).Required());
        var viewer = (await FindAsync(host, shop.TenantId!))!.Caller;
        var team = await host.SendAsync(viewer, new ListTeam());
        var wrote = await host.SendAsync(viewer, new InviteMember("bo@example.com", SellerRole.Owner));

        Assert.Null(before);
        Assert.True(viewer is { IsReadOnly: true, BuyerId: null, AdminPermissions: null });
        Assert.Single(team.Required().Members);
        Assert.Equal("access.read-only", wrote.Error?.Code);
        Assert.Equal("Kiln", (await host.SendAsync(await AdminAsync(host), new GetViewedShop())).Required());
    }

    [Fact]
    public async Task It_opens_one_shop_in_one_session_for_a_quarter_of_an_hour()
    {
        await using var host = await TestHost.StartAsync();
        var (kiln, loom, admin) = (await host.ShopAsync("kiln", "ana"), await host.ShopAsync("loom", "bo"), await host.AdminAsync());
        (await host.SendAsync(admin, new BeginView(kiln.TenantId!, Reason))).Required();

        Assert.Null(await FindAsync(host, loom.TenantId!));
        host.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.NotNull(await FindAsync(host, kiln.TenantId!));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await FindAsync(host, kiln.TenantId!));
    }

    [Fact]
    public async Task The_seller_finds_beginning_reason_and_end_and_not_who_it_was()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        (await host.SendAsync(admin, new BeginView(shop.TenantId!, Reason))).Required();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.SendAsync(await AdminAsync(host), new EndView())).Done();
        var twice = await host.SendAsync(await AdminAsync(host), new EndView());
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.SendAsync(admin, new BeginView(shop.TenantId!, Reason))).Required();
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        await host.RunJobAsync("end-views");

        var seen = (await host.SendAsync(shop, new ListActivity())).Required().Items
            .Where(l => l.Action.StartsWith("seller.view-", StringComparison.Ordinal)).ToList();

        Assert.Equal("view.not-found", twice.Error?.Code);
        Assert.Equal(
            ["seller.view-ended", "seller.view-began", "seller.view-ended", "seller.view-began"], seen.Select(l => l.Action));
        Assert.All(seen, l => Assert.Null(l.Who));
        Assert.Equal(Reason, seen[^1].Detail);
        Assert.Contains("the time was up", seen[0].Detail);
    }

    [Fact]
    public async Task It_needs_the_permission_a_reason_a_shop_and_a_fresh_proof()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        var auditor = await host.AdminAsync(AdminRole.Auditor);

        var without = await host.SendAsync(auditor, new BeginView(shop.TenantId!, Reason));
        var noReason = await host.SendAsync(admin, new BeginView(shop.TenantId!, "curious"));
        var nowhere = await host.SendAsync(admin, new BeginView(Ids.From("seller", "nobody"), Reason));
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        var stale = await host.SendAsync(admin, new BeginView(shop.TenantId!, Reason));

        Assert.Equal("access.missing-permission", without.Error?.Code);
        Assert.Equal("input.invalid", noReason.Error?.Code);
        Assert.Equal("seller.not-found", nowhere.Error?.Code);
        Assert.Equal("access.prove-again", stale.Error?.Code);
    }

    [Fact]
    public async Task A_role_taken_away_ends_the_view_at_once()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, admin) = (await host.ShopAsync("kiln", "ana"), await host.AdminAsync());
        (await host.SendAsync(admin, new BeginView(shop.TenantId!, Reason))).Required();
        await host.PersonAsync("eve", AdminRole.Owner);

        (await host.SendAsync(await host.CallerAsync("eve"), new SetStaffRole("admin-owner@example.com", AdminRole.Auditor))).Done();

        Assert.Null(await FindAsync(host, shop.TenantId!));
    }

    private static Task<Caller> AdminAsync(TestHost host) => host.CallerAsync("admin-owner");

    private static Task<FoundCaller?> FindAsync(TestHost host, string tenantId) =>
        host.Services.GetRequiredService<CallerFactory>().FindAsync(Ids.From("session", "admin-owner"), tenantId, null, default);
}

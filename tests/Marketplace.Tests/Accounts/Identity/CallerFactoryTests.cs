using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Identity;

public sealed class CallerFactoryTests
{
    [Fact]
    public async Task A_guest_is_a_buyer_when_the_cookie_says_so_and_has_no_dashboard()
    {
        await using var host = await TestHost.StartAsync();
        var callers = host.Services.GetRequiredService<CallerFactory>();
        var shop = await host.ShopAsync("kiln", "ana");

        Assert.Equal(new Caller(), (await callers.FindAsync(null, null, null, default))!.Caller);
        Assert.Equal("guest", (await callers.FindAsync(null, null, "guest", default))!.Caller.BuyerId);
        Assert.Null(await callers.FindAsync(null, shop.TenantId, "guest", default));
    }

    [Fact]
    public async Task A_member_has_the_permissions_of_the_role_in_that_shop_only()
    {
        await using var host = await TestHost.StartAsync();
        var kiln = await host.ShopAsync("kiln", "ana");
        var loom = await host.ShopAsync("loom", "bo");
        await host.PersonAsync("carl");
        (await host.SendAsync(Caller.System, new AddMember(kiln.TenantId!, Ids.From("person", "carl"), SellerRole.Finance))).Done();

        var carl = await host.CallerAsync("carl", kiln.TenantId);

        Assert.Equal(SellerPermissions.Of(SellerRole.Finance), carl.SellerPermissions);
        Assert.Null(carl.AdminPermissions);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.CallerAsync("carl", loom.TenantId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.CallerAsync("ana", loom.TenantId));
    }

    [Fact]
    public async Task An_unknown_session_is_a_guests()
    {
        await using var host = await TestHost.StartAsync();
        await host.PersonAsync("ana");

        var found = await host.Services.GetRequiredService<CallerFactory>().FindAsync("another", null, "guest", default);

        Assert.Equal(new Caller(BuyerId: "guest"), found!.Caller);
    }

    [Fact]
    public async Task Disabling_a_person_ends_the_session_at_once_and_enabling_needs_a_new_one()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await host.PersonAsync("ana");
        var admin = await host.AdminAsync();

        (await host.SendAsync(admin, new DisablePerson(ana.PersonId!, Disabled: true, "Bought with stolen cards."))).Done();
        var off = await host.CallerAsync("ana");
        (await host.SendAsync(admin, new DisablePerson(ana.PersonId!, Disabled: false, "A mistake."))).Done();
        var unknown = await host.SendAsync(admin, new DisablePerson("nobody", Disabled: true, ""));

        Assert.Null(off.PersonId);
        Assert.Null((await host.CallerAsync("ana")).PersonId);
        Assert.Equal("person.not-found", unknown.Error?.Code);
    }

    [Fact]
    public void Every_role_is_a_member_and_only_owners_manage_team_and_settings()
    {
        Assert.All(Enum.GetValues<SellerRole>(), r => Assert.Contains(SellerPermissions.Member, SellerPermissions.Of(r)));
        Assert.All(Enum.GetValues<AdminRole>(), r => Assert.Contains(AdminPermissions.Staff, AdminPermissions.Of(r)));
        foreach (var role in Enum.GetValues<SellerRole>().Where(r => r != SellerRole.Owner))
        {
            Assert.DoesNotContain(SellerPermissions.Team, SellerPermissions.Of(role));
            Assert.DoesNotContain(SellerPermissions.Settings, SellerPermissions.Of(role));
        }

        Assert.All(
            Enum.GetValues<AdminRole>().Where(r => r != AdminRole.Owner),
            r => Assert.DoesNotContain(AdminPermissions.People, AdminPermissions.Of(r)));
    }
}

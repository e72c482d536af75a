using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Identity.Staff;

public sealed class StaffInvitationTests
{
    [Fact]
    public async Task The_account_with_the_address_takes_the_place_once()
    {
        await using var host = await TestHost.StartAsync();
        var (admin, bo, carl) = (await host.AdminAsync(), await host.PersonAsync("bo"), await host.PersonAsync("carl"));
        var secret = await InviteAsync(host, admin, "bo@example.com");

        var offered = await host.SendAsync(Caller.Anonymous, new GetStaffInvitation(secret));
        var stranger = await host.SendAsync(carl, new AcceptStaffInvitation(secret));
        (await host.SendAsync(bo, new AcceptStaffInvitation(secret))).Done();
        var again = await host.SendAsync(bo, new AcceptStaffInvitation(secret));

        Assert.Equal(new OfferedStaffPlace(AdminRole.Finance, "bo@example.com"), offered.Value);
        Assert.Equal("staff.other-address", stranger.Error?.Code);
        Assert.Equal("invitation.not-found", again.Error?.Code);
        Assert.Equal(AdminPermissions.Of(AdminRole.Finance), (await host.CallerAsync("bo")).AdminPermissions);
    }

    [Fact]
    public async Task It_ends_after_three_days_when_withdrawn_when_sent_again_and_with_its_makers_right()
    {
        await using var host = await TestHost.StartAsync();
        var (admin, bo) = (await host.AdminAsync(), await host.PersonAsync("bo"));
        var first = await InviteAsync(host, admin, "bo@example.com");
        var second = await InviteAsync(host, admin, "bo@example.com");
        var open = Assert.Single((await host.SendAsync(admin, new ListStaffInvitations())).Required());

        var replaced = await host.SendAsync(bo, new AcceptStaffInvitation(first));
        (await host.SendAsync(admin, new WithdrawStaffInvitation(open.Id))).Done();
        var twice = await host.SendAsync(admin, new WithdrawStaffInvitation(open.Id));
        var withdrawn = await host.SendAsync(bo, new AcceptStaffInvitation(second));
        var third = await InviteAsync(host, admin, "bo@example.com");
        await host.PersonAsync("eve", AdminRole.Owner);
        (await host.SendAsync(await host.CallerAsync("eve"), new SetStaffRole("admin-owner@example.com", AdminRole.Support))).Done();
        var orphaned = await host.SendAsync(bo, new AcceptStaffInvitation(third));
        (await host.SendAsync(await host.CallerAsync("eve"), new SetStaffRole("admin-owner@example.com", AdminRole.Owner))).Done();
        host.Clock.Advance(TimeSpan.FromDays(3));
        var late = await host.SendAsync(bo, new AcceptStaffInvitation(third));

        Assert.All([replaced, twice, withdrawn, orphaned, late], r => Assert.Equal("invitation.not-found", r.Error?.Code));
    }

    [Fact]
    public async Task Whoever_is_staff_is_not_invited_and_does_not_accept()
    {
        await using var host = await TestHost.StartAsync();
        var (admin, bo) = (await host.AdminAsync(), await host.PersonAsync("bo"));
        var secret = await InviteAsync(host, admin, "bo@example.com");
        (await host.SendAsync(admin, new SetStaffRole("bo@example.com", AdminRole.Support))).Done();

        var invited = await host.SendAsync(admin, new InviteStaff("BO@example.com", AdminRole.Owner));
        var accepted = await host.SendAsync(bo, new AcceptStaffInvitation(secret));

        Assert.Equal("staff.already", invited.Error?.Code);
        Assert.Equal("staff.already", accepted.Error?.Code);
    }

    private static async Task<string> InviteAsync(TestHost host, Caller admin, string email)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.SendAsync(admin, new InviteStaff(email, AdminRole.Finance))).Done();
        return AccountsWorld.SecretIn((await host.MailsToAsync(email))[^1], "/invitations/staff/");
    }
}

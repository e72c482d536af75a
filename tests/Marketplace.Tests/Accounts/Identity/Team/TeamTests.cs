using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts.Identity.Team;

public sealed class TeamTests
{
    [Fact]
    public async Task Whoever_holds_the_link_takes_the_place_once()
    {
        await using var host = await TestHost.StartAsync();
        var shop = await host.ShopAsync("kiln", "ana");
        var (bo, carl) = (await host.PersonAsync("bo"), await host.PersonAsync("carl"));
        (await host.SendAsync(shop, new InviteMember("bo@example.com", SellerRole.Orders))).Done();
        var secret = await SecretAsync(host, "bo@example.com");

        var offered = await host.SendAsync(Caller.Anonymous, new GetInvitation(secret));
        var taken = await host.SendAsync(bo, new AcceptInvitation(secret));
        var again = await host.SendAsync(carl, new AcceptInvitation(secret));

        Assert.Equal(new OfferedPlace("kiln", "Kiln", SellerRole.Orders, "bo@example.com"), offered.Value);
        Assert.Equal(offered.Value, taken.Value);
        Assert.Equal("invitation.not-found", again.Error?.Code);
        Assert.Equal(SellerPermissions.Of(SellerRole.Orders), (await host.CallerAsync("bo", shop.TenantId)).SellerPermissions);
    }

    [Fact]
    public async Task An_invitation_ends_after_a_week_when_withdrawn_and_when_sent_again()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, bo) = (await host.ShopAsync("kiln", "ana"), await host.PersonAsync("bo"));
        (await host.SendAsync(shop, new InviteMember("bo@example.com", SellerRole.Orders))).Done();
        var first = await SecretAsync(host, "bo@example.com");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.SendAsync(shop, new InviteMember("bo@example.com", SellerRole.Catalog))).Done();
        var second = await SecretAsync(host, "bo@example.com");
        var open = Assert.Single((await host.SendAsync(shop, new ListTeam())).Required().Invitations);

        var replaced = await host.SendAsync(bo, new AcceptInvitation(first));
        (await host.SendAsync(shop, new WithdrawInvitation(open.Id))).Done();
        var withdrawn = await host.SendAsync(bo, new AcceptInvitation(second));
        var withdrawnAgain = await host.SendAsync(shop, new WithdrawInvitation(open.Id));
        (await host.SendAsync(shop, new InviteMember("bo@example.com", SellerRole.Catalog))).Done();
        host.Clock.Advance(TimeSpan.FromDays(7));
        var late = await host.SendAsync(bo, new AcceptInvitation(await SecretAsync(host, "bo@example.com")));

        Assert.All(
            [replaced.Error, withdrawn.Error, withdrawnAgain.Error, late.Error],
            e => Assert.Equal("invitation.not-found", e?.Code));
    }

    [Fact]
    public async Task The_last_owner_stays_owner_and_in_the_team()
    {
        await using var host = await TestHost.StartAsync();
        var shop = await host.ShopAsync("kiln", "ana");
        await host.PersonAsync("bo");
        var bo = Ids.From("person", "bo");

        var demoted = await host.SendAsync(shop, new ChangeRole(shop.PersonId!, SellerRole.Support));
        var removed = await host.SendAsync(shop, new RemoveMember(shop.PersonId!));
        (await host.SendAsync(Caller.System, new AddMember(shop.TenantId!, bo, SellerRole.Catalog))).Done();
        (await host.SendAsync(shop, new ChangeRole(bo, SellerRole.Owner))).Done();
        (await host.SendAsync(shop, new RemoveMember(shop.PersonId!))).Done();

        Assert.Equal("team.last-owner", demoted.Error?.Code);
        Assert.Equal("team.last-owner", removed.Error?.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.CallerAsync("ana", shop.TenantId));
    }

    [Fact]
    public async Task Two_owners_who_depose_each_other_at_once_leave_one()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await host.ShopAsync("kiln", "ana");
        await host.PersonAsync("bo");
        (await host.SendAsync(Caller.System, new AddMember(ana.TenantId!, Ids.From("person", "bo"), SellerRole.Owner))).Done();
        var bo = await host.CallerAsync("bo", ana.TenantId);

        var outcomes = await Task.WhenAll(
            Task.Run(() => host.SendAsync(ana, new RemoveMember(bo.PersonId!))),
            Task.Run(() => host.SendAsync(bo, new RemoveMember(ana.PersonId!))));

        Assert.Single(outcomes, o => o.Ok);
        Assert.Equal(1, await host.WithPlatformAsync(db => db.Memberships.CountAsync(m => m.TenantId == ana.TenantId)));
    }

    [Fact]
    public async Task Another_shops_members_and_invitations_are_not_there()
    {
        await using var host = await TestHost.StartAsync();
        var (kiln, loom) = (await host.ShopAsync("kiln", "ana"), await host.ShopAsync("loom", "bo"));
        (await host.SendAsync(kiln, new InviteMember("carl@example.com", SellerRole.Orders))).Done();
        var invitation = (await host.SendAsync(kiln, new ListTeam())).Required().Invitations[0].Id;

        var seen = (await host.SendAsync(loom, new ListTeam())).Required();
        var withdrawn = await host.SendAsync(loom, new WithdrawInvitation(invitation));
        var removed = await host.SendAsync(loom, new RemoveMember(kiln.PersonId!));
        var changed = await host.SendAsync(loom, new ChangeRole(kiln.PersonId!, SellerRole.Support));

        Assert.Equal(loom.PersonId, Assert.Single(seen.Members).PersonId);
        Assert.Empty(seen.Invitations);
        Assert.Equal("invitation.not-found", withdrawn.Error?.Code);
        Assert.Equal("team.not-member", removed.Error?.Code);
        Assert.Equal("team.not-member", changed.Error?.Code);
    }

    [Fact]
    public async Task A_member_is_not_invited_again_and_a_team_has_an_end()
    {
        await using var host = await TestHost.StartAsync();
        var shop = await host.ShopAsync("kiln", "ana");

        var member = await host.SendAsync(shop, new InviteMember("ANA@example.com", SellerRole.Orders));
        for (var i = 0; i < 49; i++)
            (await host.SendAsync(shop, new InviteMember($"guest{i}@example.com", SellerRole.Orders))).Done();
        var full = await host.SendAsync(shop, new InviteMember("bo@example.com", SellerRole.Orders));

        Assert.Equal("team.already-member", member.Error?.Code);
        Assert.Equal("team.full", full.Error?.Code);
    }

    [Fact]
    public async Task A_member_leaves_at_once_and_the_last_owner_does_not()
    {
        await using var host = await TestHost.StartAsync();
        var shop = await host.ShopAsync("kiln", "ana");
        await host.PersonAsync("bo");
        (await host.SendAsync(Caller.System, new AddMember(shop.TenantId!, Ids.From("person", "bo"), SellerRole.Support))).Done();
        var bo = await host.CallerAsync("bo", shop.TenantId);

        var last = await host.SendAsync(shop, new LeaveTeam());
        (await host.SendAsync(bo, new LeaveTeam())).Done();
        var again = await host.SendAsync(bo, new LeaveTeam());

        Assert.Equal("team.last-owner", last.Error?.Code);
        Assert.Equal("team.not-member", again.Error?.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.CallerAsync("bo", shop.TenantId));
    }

    [Fact]
    public async Task An_invitation_is_worth_what_its_maker_is_worth()
    {
        await using var host = await TestHost.StartAsync();
        var (shop, bo) = (await host.ShopAsync("kiln", "ana"), await host.PersonAsync("bo"));
        await host.PersonAsync("eve");
        (await host.SendAsync(Caller.System, new AddMember(shop.TenantId!, Ids.From("person", "eve"), SellerRole.Owner))).Done();
        var eve = await host.CallerAsync("eve", shop.TenantId);
        (await host.SendAsync(eve, new InviteMember("bo@example.com", SellerRole.Owner))).Done();
        var secret = await SecretAsync(host, "bo@example.com");

        (await host.SendAsync(shop, new ChangeRole(eve.PersonId!, SellerRole.Support))).Done();
        var orphaned = await host.SendAsync(bo, new AcceptInvitation(secret));
        (await host.SendAsync(shop, new ChangeRole(eve.PersonId!, SellerRole.Owner))).Done();
        (await host.SendAsync(bo, new AcceptInvitation(secret))).Required();

        Assert.Equal("invitation.not-found", orphaned.Error?.Code);
    }

    private static async Task<string> SecretAsync(TestHost host, string email) =>
        AccountsWorld.SecretIn((await host.MailsToAsync(email))[^1], "/invitations/");
}

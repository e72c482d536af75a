using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.External;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Accounts.Identity.SecondFactor;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts.Identity.External;

public sealed class ExternalTests
{
    private static readonly ExternalIdentity Ana = new("google", "1234", SecondFactorWorld.Email, EmailVerified: true, "Ana");

    [Fact]
    public async Task A_new_address_gets_an_account_and_comes_in_again()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var bo = Ana with { Subject = "77", Email = "bo@example.com", Name = "Bo" };

        world.Sessions.Said = bo;
        Assert.Equal(ExternalStep.Done, (await InAsync(world)).Required());
        world.Sessions.Said = bo with { Email = "bo@moved.example.com" };
        Assert.Equal(ExternalStep.Done, (await InAsync(world)).Required());

        Assert.Equal("Bo", world.Sessions.Current?.Name);
        Assert.Equal(2, await world.Host.WithPlatformAsync(db => db.People.CountAsync()));
        var last = await world.Host.SendAsync(await world.MeAsync(), new UnlinkExternal("google"));
        Assert.Equal("external.last-way-in", last.Error?.Code);
    }

    [Fact]
    public async Task An_account_is_never_joined_silently()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var before = world.Sessions.SignIns;

        world.Sessions.Said = Ana;
        var first = await InAsync(world);

        Assert.Equal(ExternalStep.LinkFirst, first.Required());
        Assert.Equal(before, world.Sessions.SignIns);
        Assert.Equal(0, await world.Host.WithPlatformAsync(db => db.Logins.CountAsync()));
    }

    [Fact]
    public async Task Its_owner_links_it_after_a_fresh_proof_and_the_second_factor_is_asked_for_as_ever()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var me = await world.SignInAsync();

        world.Sessions.Said = Ana;
        (await world.Host.SendAsync(me, new LinkExternal())).Done();
        await world.EnrolAsync(me);
        world.Sessions.Said = Ana;
        var step = await InAsync(world);
        (await world.Host.SendAsync(await world.MeAsync(), new UnlinkExternal("google"))).Done();
        var gone = await world.Host.SendAsync(await world.MeAsync(), new UnlinkExternal("google"));

        Assert.Equal(ExternalStep.SecondFactor, step.Required());
        Assert.Equal("external.not-linked", gone.Error?.Code);
    }

    [Fact]
    public async Task What_is_unverified_unsaid_of_another_address_or_linked_elsewhere_is_refused()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var me = await world.SignInAsync();
        var unsaid = await InAsync(world);
        world.Sessions.Said = Ana with { EmailVerified = false };
        var unverified = await InAsync(world);
        world.Sessions.Said = Ana with { Email = "other@example.com" };
        var other = await world.Host.SendAsync(me, new LinkExternal());
        world.Sessions.Said = Ana;
        (await world.Host.SendAsync(me, new LinkExternal())).Done();
        await world.Host.PersonAsync("bo");
        var bo = await world.Host.CallerAsync("bo");
        world.Sessions.Said = Ana with { Email = "bo@example.com" };
        var elsewhere = await world.Host.SendAsync(bo, new LinkExternal());
        world.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        var stale = await world.Host.SendAsync(me, new LinkExternal());

        Assert.Equal("external.nothing-said", unsaid.Error?.Code);
        Assert.Equal("external.nothing-said", unverified.Error?.Code);
        Assert.Equal("external.other-address", other.Error?.Code);
        Assert.Equal("external.linked-elsewhere", elsewhere.Error?.Code);
        Assert.Equal("access.prove-again", stale.Error?.Code);
    }

    private static async Task<Result<ExternalStep>> InAsync(SecondFactorWorld world) =>
        await world.Host.SendAsync(Caller.Anonymous, new SignInExternally());
}

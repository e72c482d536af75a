using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Accounts.Identity.SecondFactor;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts.Identity.Sessions;

public sealed class SessionTests
{
    [Fact]
    public async Task The_list_says_what_when_and_where_roughly_and_which_is_this_one()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        world.Sessions.Device = new Device("Safari · iPhone", "198.51.100.*");
        await world.SignInAsync();
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        world.Sessions.Device = new Device("Firefox · Linux", "203.0.113.*");

        var listed = (await world.Host.SendAsync(await world.SignInAsync(), new ListMySessions())).Required();

        Assert.Equal(["Firefox · Linux", "Safari · iPhone"], listed.Select(s => s.Device));
        Assert.Equal([true, false], listed.Select(s => s.IsThis));
        Assert.Equal("198.51.100.*", listed[1].Network);
        Assert.Equal(TestHost.Start.UtcDateTime, listed[1].StartedAtUtc, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task One_or_all_others_are_ended_from_afar_at_once()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var (first, second, third) = (await world.SignInAsync(), await world.SignInAsync(), await world.SignInAsync());

        (await world.Host.SendAsync(third, new EndSession(first.SessionId!))).Done();
        var again = await world.Host.SendAsync(third, new EndSession(first.SessionId!));

        Assert.Equal("session.not-found", again.Error?.Code);
        Assert.False(await world.LivesAsync(first.SessionId!));
        Assert.True(await world.LivesAsync(second.SessionId!));
        (await world.Host.SendAsync(third, new EndOtherSessions())).Done();
        Assert.False(await world.LivesAsync(second.SessionId!));
        Assert.True(await world.LivesAsync(third.SessionId!));
    }

    [Fact]
    public async Task Nobody_ends_another_persons_session()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var ana = await world.SignInAsync();
        var bo = await world.Host.PersonAsync("bo");

        var tried = await world.Host.SendAsync(bo, new EndSession(ana.SessionId!));
        (await world.Host.SendAsync(bo, new EndOtherSessions())).Done();

        Assert.Equal("session.not-found", tried.Error?.Code);
        Assert.True(await world.LivesAsync(ana.SessionId!));
    }

    [Fact]
    public async Task A_closed_account_ends_sessions_and_every_link_that_was_mailed()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var ana = await world.SignInAsync();
        (await world.Host.SendAsync(ana, new ChangeEmail("ana@new.example.com"))).Done();
        (await world.Host.SendAsync(ana with { PersonId = null }, new RequestPasswordReset(SecondFactorWorld.Email))).Done();
        var reset = AccountsWorld.SecretIn(
            (await world.Host.MailsToAsync(SecondFactorWorld.Email)).Last(m => m.Text.Contains("/reset/")), "/reset/");
        var moved = AccountsWorld.SecretIn((await world.Host.MailsToAsync("ana@new.example.com"))[0], "/confirm-address/");

        (await world.Host.SendAsync(
            await world.Host.AdminAsync(), new DisablePerson(ana.PersonId!, Disabled: true, "Stolen"))).Done();
        var resetting = await world.Host.SendAsync(Caller.Anonymous, new ResetPassword(reset, "an even longer walk"));
        var moving = await world.Host.SendAsync(Caller.Anonymous, new ConfirmNewEmail(moved));

        Assert.False(await world.LivesAsync(ana.SessionId!));
        Assert.Equal("token.spent", resetting.Error?.Code);
        Assert.Equal("token.spent", moving.Error?.Code);
    }

    [Fact]
    public async Task Last_seen_moves_every_ten_minutes_and_old_rows_are_forgotten()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var ana = await world.SignInAsync();
        async Task<DateTime> SeenAsync() => await world.Host.WithPlatformAsync(
            db => db.Sessions.Where(s => s.Id == ana.SessionId).Select(s => s.SeenAtUtc).SingleAsync());
        var began = await SeenAsync();

        world.Host.Clock.Advance(TimeSpan.FromMinutes(9));
        await world.MeAsync();
        var soon = await SeenAsync();
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.MeAsync();
        var later = await SeenAsync();
        world.Host.Clock.Advance(TimeSpan.FromDays(32));
        await world.Host.RunJobAsync("forget-old-sessions");

        Assert.Equal(began, soon);
        Assert.Equal(began.AddMinutes(10), later);
        Assert.Equal(0, await world.Host.WithPlatformAsync(db => db.Sessions.CountAsync()));
        Assert.Equal(0, await world.Host.WithPlatformAsync(db => db.OneTimeTokens.CountAsync()));
    }
}

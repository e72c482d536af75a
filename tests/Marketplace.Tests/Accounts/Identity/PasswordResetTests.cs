using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Identity;

public sealed class PasswordResetTests
{
    private const string NewPassword = "another quiet morning";

    [Fact]
    public async Task Asking_for_an_unknown_address_does_and_answers_the_same_as_for_a_known_one()
    {
        await using var host = await TestHost.StartAsync();
        await host.PersonAsync("ana");

        var known = await host.SendAsync(Caller.Anonymous, new RequestPasswordReset("ana@example.com"));
        var unknown = await host.SendAsync(Caller.Anonymous, new RequestPasswordReset("nobody@example.com"));

        Assert.Equal(known, unknown);
        Assert.Equal(2, await host.WithPlatformAsync(db => db.Set<OutboxRow>().CountAsync()));
        Assert.Equal(0, await host.WithPlatformAsync(db => db.OneTimeTokens.CountAsync()));
        Assert.Single(await host.MailsToAsync("ana@example.com"));
        Assert.Empty(await host.MailsToAsync("nobody@example.com"));
    }

    [Fact]
    public async Task The_link_sets_a_password_once_lifts_the_lock_and_ends_every_session()
    {
        var sessions = new RememberedSessions();
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<ISignIn>(sessions));
        await host.PersonAsync("ana");
        await host.WithPlatformAsync(db => db.People.ExecuteUpdateAsync(
            s => s.SetProperty(p => p.LockoutEnd, TestHost.Start.AddMinutes(9))));
        var secret = await AskAsync(host);

        var weak = await host.SendAsync(Caller.Anonymous, new ResetPassword(secret, "short"));
        (await host.SendAsync(Caller.Anonymous, new ResetPassword(secret, NewPassword))).Done();
        var again = await host.SendAsync(Caller.Anonymous, new ResetPassword(secret, "and yet another one"));
        (await host.SendAsync(Caller.Anonymous, new SignIn("ana@example.com", NewPassword))).Required();

        Assert.Equal("person.weak-password", weak.Error?.Code);
        Assert.Equal("token.spent", again.Error?.Code);
        Assert.Equal(1, sessions.SignIns);
        Assert.Null((await host.CallerAsync("ana")).PersonId);
        Assert.Contains(await host.MailsToAsync("ana@example.com"), m => m.Subject.Contains("was changed"));
    }

    [Fact]
    public async Task The_link_is_too_old_after_an_hour_and_good_for_nothing_else()
    {
        await using var host = await TestHost.StartAsync();
        await host.PersonAsync("ana");
        var (first, second) = (await AskAsync(host), await AskAsync(host));

        var otherUse = await host.SendAsync(Caller.Anonymous, new ConfirmEmail(first));
        host.Clock.Advance(TimeSpan.FromHours(1));
        var late = await host.SendAsync(Caller.Anonymous, new ResetPassword(second, NewPassword));

        Assert.Equal("token.spent", otherUse.Error?.Code);
        Assert.Equal("token.spent", late.Error?.Code);
    }

    [Fact]
    public async Task Using_one_link_spends_the_others_and_only_three_are_open_at_once()
    {
        await using var host = await TestHost.StartAsync();
        await host.PersonAsync("ana");
        string[] secrets = [await AskAsync(host), await AskAsync(host), await AskAsync(host)];
        (await host.SendAsync(Caller.Anonymous, new RequestPasswordReset("ana@example.com"))).Done();
        Assert.Equal(3, (await host.MailsToAsync("ana@example.com")).Count);

        (await host.SendAsync(Caller.Anonymous, new ResetPassword(secrets[1], NewPassword))).Done();
        var other = await host.SendAsync(Caller.Anonymous, new ResetPassword(secrets[0], NewPassword));

        Assert.Equal("token.spent", other.Error?.Code);
    }

    [Fact]
    public async Task A_disabled_person_gets_no_link_and_a_link_from_before_does_not_work()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await host.PersonAsync("ana");
        var secret = await AskAsync(host);
        await host.WithPlatformAsync(db => db.People.Where(p => p.Id == ana.PersonId)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.DisabledAtUtc, TestHost.Start.UtcDateTime)));

        var before = await host.SendAsync(Caller.Anonymous, new ResetPassword(secret, NewPassword));
        (await host.SendAsync(Caller.Anonymous, new RequestPasswordReset("ana@example.com"))).Done();

        Assert.Equal("token.spent", before.Error?.Code);
        Assert.Single(await host.MailsToAsync("ana@example.com"));
    }

    [Fact]
    public async Task The_table_holds_no_secret_that_a_reader_could_use()
    {
        await using var host = await TestHost.StartAsync();
        await host.PersonAsync("ana");
        var secret = await AskAsync(host);

        var row = await host.WithPlatformAsync(db => db.OneTimeTokens.SingleAsync());

        Assert.Equal(43, secret.Length);
        Assert.Equal(OneTimeToken.HashOf(secret), row.Hash);
    }

    private static async Task<string> AskAsync(TestHost host)
    {
        (await host.SendAsync(Caller.Anonymous, new RequestPasswordReset("ana@example.com"))).Done();
        host.Clock.Advance(TimeSpan.FromMilliseconds(2));
        return AccountsWorld.SecretIn((await host.MailsToAsync("ana@example.com"))[^1], "/reset/");
    }
}

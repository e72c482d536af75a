using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Identity;

public sealed class EmailChangeTests
{
    private const string Password = "a quiet morning in Delft";
    private const string NewEmail = "ana@new.example";

    [Fact]
    public async Task The_address_changes_when_the_link_in_the_mail_to_it_is_opened_and_not_before()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await AnaAsync(host);
        var secret = await AskAsync(host, ana);
        var before = await PersonAsync(host);

        (await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(secret))).Done();
        var again = await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(secret));

        var after = await PersonAsync(host);
        Assert.Equal("ana@example.com", before.Email);
        Assert.Equal((NewEmail, NewEmail.ToUpperInvariant(), NewEmail, true), (after.Email, after.NormalizedEmail, after.UserName, after.EmailConfirmed));
        Assert.Equal((before.BuyerId, before.SecurityStamp), (after.BuyerId, after.SecurityStamp));
        Assert.Equal("token.spent", again.Error?.Code);
        Assert.Equal(
            ["Somebody wants to change your mail address", "Your mail address was changed"],
            (await host.MailsToAsync("ana@example.com")).Select(m => m.Subject));
        Assert.DoesNotContain(await host.MailsToAsync("ana@example.com"), m => m.Text.Contains(secret, StringComparison.Ordinal));
        Assert.NotNull((await host.SendAsync(Caller.System, new CheckPassword(NewEmail, Password))).Required().Session);
    }

    [Fact]
    public async Task Whose_orders_join_is_told_by_the_same_event_as_a_confirmed_address()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await AnaAsync(host);

        (await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(await AskAsync(host, ana)))).Done();

        var events = await host.WithPlatformAsync(db => db.Set<OutboxRow>().Where(r => r.EventName == "accounts.email-confirmed.v1").ToListAsync());
        Assert.Contains(NewEmail, Assert.Single(events).Payload);
    }

    [Fact]
    public async Task A_wrong_password_asks_for_nothing_and_counts_like_a_wrong_sign_in()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await AnaAsync(host);

        var asked = await host.SendAsync(ana, new RequestEmailChange("not it", NewEmail));

        Assert.Equal("person.wrong-password", asked.Error?.Code);
        Assert.Empty(await host.MailsToAsync(NewEmail));
        Assert.Equal(1, (await PersonAsync(host)).AccessFailedCount);
    }

    [Fact]
    public async Task The_own_address_and_one_of_somebody_else_are_refused_when_asked_and_when_confirmed()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await AnaAsync(host);
        await host.PersonAsync("otto");

        var own = await host.SendAsync(ana, new RequestEmailChange(Password, "Ana@Example.com"));
        var taken = await host.SendAsync(ana, new RequestEmailChange(Password, "otto@example.com"));
        var secret = await AskAsync(host, ana, "vera@example.com");
        await host.PersonAsync("vera");
        var late = await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(secret));

        Assert.Equal("person.same-email", own.Error?.Code);
        Assert.Equal("person.email-taken", taken.Error?.Code);
        Assert.Equal("person.email-taken", late.Error?.Code);
    }

    [Fact]
    public async Task A_link_is_too_old_after_a_day_and_a_later_wish_takes_its_place()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await AnaAsync(host);
        var first = await AskAsync(host, ana);
        var second = await AskAsync(host, ana, "ana@third.example");

        var replaced = await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(first));
        host.Clock.Advance(TimeSpan.FromDays(1));
        var late = await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(second));

        Assert.Equal("token.spent", replaced.Error?.Code);
        Assert.Equal("token.spent", late.Error?.Code);
    }

    [Fact]
    public async Task Five_wishes_a_day_are_enough()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await AnaAsync(host);
        for (var i = 0; i < 5; i++) (await host.SendAsync(ana, new RequestEmailChange(Password, $"ana{i}@new.example"))).Done();

        var sixth = await host.SendAsync(ana, new RequestEmailChange(Password, NewEmail));

        Assert.Equal("person.too-many-changes", sixth.Error?.Code);
        Assert.Empty(await host.MailsToAsync(NewEmail));
    }

    [Fact]
    public async Task A_new_password_and_a_disabled_account_take_the_wish_with_them()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await AnaAsync(host);
        var secret = await AskAsync(host, ana);
        (await host.SendAsync(Caller.System, new SetPassword(ana.PersonId!, "another quiet morning"))).Required();

        var changed = await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(secret));
        (await host.SendAsync(ana, new RequestEmailChange("another quiet morning", NewEmail))).Done();
        var next = AccountsWorld.SecretIn((await host.MailsToAsync(NewEmail))[^1], "/email-change/");
        await host.WithPlatformAsync(db => db.People.Where(p => p.Id == ana.PersonId)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.DisabledAtUtc, TestHost.Start.UtcDateTime)));
        var disabled = await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(next));

        Assert.Equal("token.spent", changed.Error?.Code);
        Assert.Equal("token.spent", disabled.Error?.Code);
    }

    [Fact]
    public async Task Links_in_the_old_mailbox_open_nothing_any_more()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await AnaAsync(host);
        (await host.SendAsync(Caller.Anonymous, new RequestPasswordReset("ana@example.com"))).Done();
        var reset = AccountsWorld.SecretIn((await host.MailsToAsync("ana@example.com"))[^1], "/reset/");

        (await host.SendAsync(Caller.Anonymous, new ConfirmEmailChange(await AskAsync(host, ana)))).Done();

        Assert.Equal("token.spent", (await host.SendAsync(Caller.Anonymous, new ResetPassword(reset, "another quiet morning"))).Error?.Code);
    }

    [Fact]
    public async Task The_table_holds_no_secret_that_a_reader_could_use()
    {
        await using var host = await TestHost.StartAsync();
        var secret = await AskAsync(host, await AnaAsync(host));

        Assert.Equal(OneTimeToken.HashOf(secret), await host.WithPlatformAsync(db => db.Set<EmailChange>().Select(c => c.Hash).SingleAsync()));
    }

    private static async Task<Caller> AnaAsync(TestHost host)
    {
        var ana = await host.PersonAsync("ana");
        await using var scope = host.ScopeFor(Caller.System);
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>().HashPassword(null!, Password);
        await host.WithPlatformAsync(db => db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.PasswordHash, hash)));
        return ana;
    }

    private static async Task<string> AskAsync(TestHost host, Caller ana, string email = NewEmail)
    {
        (await host.SendAsync(ana, new RequestEmailChange(Password, email))).Done();
        host.Clock.Advance(TimeSpan.FromMilliseconds(2));
        return AccountsWorld.SecretIn((await host.MailsToAsync(email))[^1], "/email-change/");
    }

    private static Task<Person> PersonAsync(TestHost host)
    {
        var id = Ids.From("person", "ana");
        return host.WithPlatformAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == id));
    }
}

using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Identity;

/// <summary>Nobody learns by registering, logging in or asking for a new password who has an account.</summary>
public sealed class RegisterPersonTests
{
    private const string Password = "a long walk by the sea";
    private static readonly RegisterPerson Ana = new("Ana", "ana@example.com", Password);

    [Fact]
    public async Task A_known_an_unconfirmed_and_a_new_address_get_the_same_answer_and_hash_as_often()
    {
        var hasher = new CountingHasher();
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<IPasswordHasher<Person>>(hasher));
        await host.RegisteredAsync(Ana);
        (await host.SendAsync(Caller.Anonymous, Ana with { Email = "waits@example.com" })).Done();

        var answers = new List<(object?, int)>();
        foreach (var email in (string[])["ana@example.com", "waits@example.com", "new@example.com"])
        {
            hasher.Hashed = 0;
            answers.Add(((await host.SendAsync(Caller.Anonymous, Ana with { Email = email })).Error, hasher.Hashed));
        }

        Assert.All(answers, a => Assert.Equal((null, 1), a));
    }

    [Fact]
    public async Task A_weak_password_is_refused_alike_for_a_known_and_a_new_address()
    {
        await using var host = await TestHost.StartAsync();
        await host.RegisteredAsync(Ana);

        var known = await host.SendAsync(Caller.Anonymous, Ana with { Password = "password1234" });
        var unknown = await host.SendAsync(Caller.Anonymous, Ana with { Email = "new@example.com", Password = "password1234" });

        Assert.Equal("person.weak-password", known.Error?.Code);
        Assert.Equal(known.Error!.Message, unknown.Error!.Message);
    }

    [Fact]
    public async Task The_owner_of_a_known_address_is_told_once_a_day_and_keeps_the_password()
    {
        await using var host = await TestHost.StartAsync();
        await host.RegisteredAsync(Ana);

        for (var i = 0; i < 3; i++)
            (await host.SendAsync(Caller.Anonymous, Ana with { Name = "Mallory", Password = "another quiet morning" })).Done();

        Assert.Single(await host.MailsToAsync(Ana.Email), m => m.Subject == "You have an account already");
        Assert.Equal("Ana", await host.WithPlatformAsync(db => db.People.Select(p => p.Name).SingleAsync()));
        (await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password))).Required();
    }

    [Fact]
    public async Task An_account_that_was_never_confirmed_is_begun_again_by_whoever_has_the_mailbox()
    {
        await using var host = await TestHost.StartAsync();
        (await host.SendAsync(Caller.Anonymous, Ana with { Name = "Mallory", Password = "another quiet morning" })).Done();
        var first = AccountsWorld.SecretIn((await host.MailsToAsync(Ana.Email))[0], "/confirm/");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await host.RegisteredAsync(Ana);
        var old = await host.SendAsync(Caller.Anonymous, new ConfirmEmail(first));
        var mallory = await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, "another quiet morning"));

        Assert.Equal("token.spent", old.Error?.Code);
        Assert.Equal(IdentityErrors.WrongSignIn, mallory.Error);
        (await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password))).Required();
    }

    [Fact]
    public async Task The_link_leads_on_to_where_they_wanted_to_go()
    {
        await using var host = await TestHost.StartAsync();

        (await host.SendAsync(Caller.Anonymous, Ana with { ReturnUrl = "/sell?name=Kiln" })).Done();

        Assert.Contains("?returnUrl=%2Fsell%3Fname%3DKiln", (await host.MailsToAsync(Ana.Email))[0].Text);
    }

    private sealed record CountingHasher : IPasswordHasher<Person>
    {
        public int Hashed { get; set; }

        public string HashPassword(Person user, string password)
        {
            Hashed++;
            return "plain:" + password;
        }

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword) =>
            hashedPassword == "plain:" + providedPassword
                ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }
}

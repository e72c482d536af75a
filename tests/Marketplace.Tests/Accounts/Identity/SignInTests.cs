using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Identity;

public sealed class SignInTests
{
    private const string Password = "a long walk by the sea";
    private static readonly RegisterPerson Ana = new("Ana", "Ana@Example.com", Password);

    [Fact]
    public async Task Registering_asks_by_mail_to_confirm_the_address_and_only_then_lets_in()
    {
        var sessions = new RememberedSessions();
        await using var host = await StartAsync(sessions);

        (await host.SendAsync(Caller.Anonymous, Ana)).Done();
        var before = await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password));
        var mail = (await host.MailsToAsync("Ana@Example.com"))[0];
        (await host.SendAsync(Caller.Anonymous, new ConfirmEmail(AccountsWorld.SecretIn(mail, "/confirm/")))).Done();
        var after = await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password));

        Assert.Equal(IdentityErrors.WrongSignIn, before.Error);
        Assert.Equal(SignInStep.Done, after.Required());
        Assert.Equal("Ana", sessions.Current?.Name);
        // The right password of an account that waits asked for the link once more.
        Assert.Equal(2, (await host.MailsToAsync("Ana@Example.com")).Count(m => m.Subject.StartsWith("Confirm", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_confirmation_link_works_once_and_for_three_days()
    {
        await using var host = await StartAsync();
        await host.SendAsync(Caller.Anonymous, Ana);
        var first = AccountsWorld.SecretIn((await host.MailsToAsync("Ana@Example.com"))[0], "/confirm/");
        (await host.SendAsync(Caller.Anonymous, new ConfirmEmail(first))).Done();
        await host.SendAsync(Caller.Anonymous, Ana with { Email = "bo@example.com" });
        var late = AccountsWorld.SecretIn((await host.MailsToAsync("bo@example.com"))[0], "/confirm/");
        host.Clock.Advance(TimeSpan.FromDays(3));

        var again = await host.SendAsync(Caller.Anonymous, new ConfirmEmail(first));
        var tooLate = await host.SendAsync(Caller.Anonymous, new ConfirmEmail(late));
        var madeUp = await host.SendAsync(Caller.Anonymous, new ConfirmEmail("nonsense"));

        Assert.All([again, tooLate, madeUp], r => Assert.Equal("token.spent", r.Error?.Code));
    }

    [Fact]
    public async Task An_address_has_one_account_however_it_is_written()
    {
        await using var host = await StartAsync();
        await host.RegisteredAsync(Ana);

        var again = await host.SendAsync(
            Caller.System, new CreatePerson("Ana", "ana@example.COM", Password, "en-US", IsConfirmed: true));
        var signedIn = await host.SendAsync(Caller.Anonymous, new SignIn("ANA@example.com", Password));

        Assert.Equal("person.email-taken", again.Error?.Code);
        Assert.Null(signedIn.Error);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("password1234")]
    [InlineData("Sunshine2026!")]
    [InlineData("p@ssw0rd-2026")]
    [InlineData("dragondragon")]
    [InlineData("ana.example@example.com")]
    [InlineData("aaaaaaaaaaaa")]
    public async Task A_password_that_is_guessed_first_is_refused(string password)
    {
        await using var host = await StartAsync();

        var refused = await host.SendAsync(
            Caller.Anonymous, new RegisterPerson("Ana", "ana.example@example.com", password));

        Assert.Equal("person.weak-password", refused.Error?.Code);
    }

    [Theory]
    [InlineData("", "ana@example.com", "Name")]
    [InlineData("Ana", "ana@example.com\r\nBcc: all@example.com", "Email")]
    [InlineData("Ana", "no address", "Email")]
    public async Task What_is_wrong_is_said_at_its_field(string name, string email, string field)
    {
        await using var host = await StartAsync();

        var refused = await host.SendAsync(Caller.Anonymous, new RegisterPerson(name, email, Password));

        Assert.Equal("input.invalid", refused.Error?.Code);
        Assert.Contains(field, refused.Error!.Fields!.Keys);
    }

    [Fact]
    public async Task A_password_is_kept_with_210000_rounds_of_pbkdf2_sha512()
    {
        await using var host = await StartAsync();
        await host.SendAsync(Caller.Anonymous, Ana);

        var hash = Convert.FromBase64String((await host.WithPlatformAsync(db => db.People.SingleAsync())).PasswordHash!);

        Assert.Equal(
            (1, 2u, 210_000u),
            (hash[0], System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)),
                System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))));
    }

    [Fact]
    public async Task Unknown_wrong_unconfirmed_locked_and_disabled_answer_the_same_and_hash_as_often()
    {
        var hasher = new CountingHasher();
        await using var host = await StartAsync(change: s => s.AddSingleton<IPasswordHasher<Person>>(hasher));
        await host.RegisteredAsync(Ana);
        await host.RegisteredAsync(Ana with { Email = "bo@example.com" });
        await host.SendAsync(Caller.Anonymous, Ana with { Email = "waits@example.com" });
        await host.WithPlatformAsync(db => db.People.Where(p => p.Email == "bo@example.com")
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.DisabledAtUtc, TestHost.Start.UtcDateTime)));

        var answers = new List<(Error?, int)>();
        foreach (var (email, password) in new[]
                 { ("nobody@example.com", Password), ("ana@example.com", "wrong"), ("bo@example.com", Password),
                   ("waits@example.com", Password) })
        {
            hasher.Verified = 0;
            answers.Add(((await host.SendAsync(Caller.Anonymous, new SignIn(email, password))).Error, hasher.Verified));
        }

        Assert.All(answers, a => Assert.Equal((IdentityErrors.WrongSignIn, 1), a));
    }

    [Fact]
    public async Task Ten_wrong_tries_lock_the_account_for_ten_minutes()
    {
        await using var host = await StartAsync(change: s => s.AddSingleton<IPasswordHasher<Person>>(new CountingHasher()));
        await host.RegisteredAsync(Ana);
        for (var i = 0; i < 10; i++) await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, "wrong"));

        var locked = await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var free = await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password));

        Assert.Equal(IdentityErrors.WrongSignIn, locked.Error);
        Assert.Null(free.Error);
    }

    [Fact]
    public async Task What_a_guest_gathered_is_merged_before_the_session_begins()
    {
        var sessions = new RememberedSessions();
        await using var host = await StartAsync(sessions, s => s.AddScoped<IWhenSignedIn, Merging>());
        await host.RegisteredAsync(Ana);
        var (before, guest) = (sessions.SignIns, Ids.From("guest"));

        var merged = await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password, GuestBuyerId: guest));

        // The stand-in for a merge is refused, and thereby shows that it came first.
        Assert.Equal("seller.not-found", merged.Error?.Code);
        Assert.Equal(before, sessions.SignIns);
    }

    [Fact]
    public async Task Changing_the_password_ends_other_sessions_and_keeps_this_one()
    {
        var sessions = new RememberedSessions();
        await using var host = await StartAsync(sessions);
        await host.RegisteredAsync(Ana);
        (await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password))).Required();
        var other = sessions.Current!;
        (await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password))).Required();
        var callers = host.Services.GetRequiredService<CallerFactory>();
        var me = (await callers.FindAsync(sessions.Current!.SessionId, null, null, default))!.Caller;

        var wrong = await host.SendAsync(me, new ChangePassword("wrong", "an even longer walk"));
        var weak = await host.SendAsync(me, new ChangePassword(Password, "short"));
        (await host.SendAsync(me, new ChangePassword(Password, "an even longer walk"))).Done();

        Assert.Equal("person.wrong-password", wrong.Error?.Code);
        Assert.Equal("person.weak-password", weak.Error?.Code);
        Assert.Null((await callers.FindAsync(other.SessionId, null, null, default))!.Person);
        Assert.NotNull((await callers.FindAsync(me.SessionId, null, null, default))!.Person);
        Assert.Contains(await host.MailsToAsync(Ana.Email), m => m.Subject.Contains("was changed"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var sessions = new RememberedSessions();
        await using var host = await StartAsync(sessions);
        await host.RegisteredAsync(Ana);
        (await host.SendAsync(Caller.Anonymous, new SignIn(Ana.Email, Password))).Required();
        var callers = host.Services.GetRequiredService<CallerFactory>();
        var (id, me) = (sessions.Current!.SessionId, (await callers.FindAsync(sessions.Current.SessionId, null, null, default))!.Caller);

        (await host.SendAsync(me, new SignOut())).Done();

        Assert.Null(sessions.Current);
        // A copy of the cookie is worth nothing.
        Assert.Null((await callers.FindAsync(id, null, null, default))!.Person);
    }

    private static Task<TestHost> StartAsync(
        RememberedSessions? sessions = null, Action<IServiceCollection>? change = null) => TestHost.StartAsync(s =>
    {
        s.AddSingleton<ISignIn>(sessions ?? new RememberedSessions());
        change?.Invoke(s);
    });

    private sealed class Merging : IWhenSignedIn
    {
        public IEnumerable<ICommand<Result>> On(SignedIn signedIn) =>
            signedIn.GuestBuyerId is null ? [] : [new SetPayoutAccount(signedIn.GuestBuyerId, "acct", Ready: true, "")];
    }

    private sealed record CountingHasher : IPasswordHasher<Person>
    {
        public int Verified { get; set; }

        public string HashPassword(Person user, string password) => "plain:" + password;

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return hashedPassword == "plain:" + providedPassword
                ? PasswordVerificationResult.Success
                : PasswordVerificationResult.Failed;
        }
    }
}

using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Identity.SecondFactor;

/// <summary>Ana, who has a password and signs in; and her telephone.</summary>
internal sealed class SecondFactorWorld : IAsyncDisposable
{
    public const string Email = "ana@example.com";
    public const string Password = "a long walk by the sea";

    public required TestHost Host { get; init; }

    public RememberedSessions Sessions { get; }

    public static async Task<SecondFactorWorld> StartAsync()
    {
        var sessions = new RememberedSessions();
        var host = await TestHost.StartAsync(s => s.AddSingleton<ISignIn>(sessions));
        await host.RegisteredAsync(new RegisterPerson("Ana", Email, Password));
        return new SecondFactorWorld(sessions) { Host = host };
    }

    private SecondFactorWorld(RememberedSessions sessions) => Sessions = sessions;

    public async Task<Caller> SignInAsync()
    {
        Assert.Equal(SignInStep.Done, (await PasswordAsync()).Required());
        return await MeAsync();
    }

    public async Task<Result<SignInStep>> PasswordAsync(string password = Password) =>
        await Host.SendAsync(Caller.Anonymous, new SignIn(Email, password));

    /// <summary>What the host makes of the last session.</summary>
    public async Task<Caller> MeAsync() => (await Host.Services.GetRequiredService<CallerFactory>()
        .FindAsync(Sessions.Current!.SessionId, null, null, default))!.Caller;

    public async Task<bool> LivesAsync(string sessionId) => (await Host.Services.GetRequiredService<CallerFactory>()
        .FindAsync(sessionId, null, null, default))!.Person is not null;

    /// <summary>Sets up the app; answers the recovery codes.</summary>
    public async Task<IReadOnlyList<string>> EnrolAsync(Caller me)
    {
        (await Host.SendAsync(me, new BeginTotp())).Done();
        var codes = (await Host.SendAsync(me, new ConfirmTotp(await CodeAsync()))).Required();
        // The code that confirmed counts as used.
        Host.Clock.Advance(TimeSpan.FromSeconds(60));
        return codes;
    }

    /// <summary>What her telephone shows.</summary>
    public async Task<string> CodeAsync()
    {
        var kept = await Host.WithPlatformAsync(db => db.People.Where(p => p.Email == Email)
            .Select(p => p.TotpSecret ?? p.TotpPending).SingleAsync());
        return Totp.CodeAt(Convert.FromBase64String(new PlainSeal().Open(kept!)!), Host.Clock.GetUtcNow());
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

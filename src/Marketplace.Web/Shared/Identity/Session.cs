using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Marketplace.Web.Shared.Identity;

/// <summary>
/// The session's cookie: on the platform's host only, ended with its row, by another security stamp, by twelve idle hours
/// or after thirty days. Over plain http, which only Development has, it goes without the prefix that demands https.
/// </summary>
public static class Session
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string PersonClaim = "sub";
    public const string SessionClaim = "sid";

    public static string Name(string cookie, bool secure) => secure ? "__Host-" + cookie : cookie;

    public static IServiceCollection AddSession(this IServiceCollection services, IConfiguration configuration, bool secure)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            Guard(options, "session", secure);
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.LoginPath = "/login";
            options.ReturnUrlParameter = "returnUrl";
            options.EventsType = typeof(SessionEnd);
        }).AddExternal(configuration, secure);
        services.AddScoped<SessionEnd>();
        services.AddSingleton(new CookieNames(Name("session", secure), Name("guest", secure), Name("half", secure)));
        services.AddScoped<CurrentPerson>();
        services.AddSingleton<GuestCookie>();
        services.AddSingleton<HalfCookie>();
        services.AddHttpContextAccessor();
        services.AddScoped<ISignIn, CookieSignIn>();
        services.AddPasskeys();
        return services;
    }

    internal static void Guard(CookieAuthenticationOptions options, string cookie, bool secure)
    {
        options.Cookie.Name = Name(cookie, secure);
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}

/// <summary>The cookies that make an answer personal: no shared cache serves a request with one of them.</summary>
public sealed record CookieNames(string Session, string Guest, string Half);

/// <summary>Refuses a session older than thirty days, however often it was used.</summary>
internal sealed class SessionEnd(TimeProvider clock) : CookieAuthenticationEvents
{
    private const string Began = "began";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.SetString(Began, clock.GetUtcNow().ToString("O"));
        return Task.CompletedTask;
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!DateTimeOffset.TryParse(context.Properties.GetString(Began), CultureInfo.InvariantCulture, out var began)
            || clock.GetUtcNow() - began > Longest) context.RejectPrincipal();
        return Task.CompletedTask;
    }
}

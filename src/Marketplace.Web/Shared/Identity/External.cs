using System.Security.Claims;
using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.Authentication;

namespace Marketplace.Web.Shared.Identity;

/// <summary>Where logging in with Google can be switched on: <c>Google:ClientId</c> and <c>Google:ClientSecret</c>.</summary>
public sealed record ExternalSites(bool Google);

/// <summary>
/// Accounts of other sites. What one of them says is kept in a sealed cookie for ten minutes, read once
/// (<see cref="ISignIn.ReadExternalAsync"/>), and is no session.
/// </summary>
internal static class External
{
    public const string Scheme = "external";
    public const string Google = "google";

    /// <summary>Where a form that leads there may go; empty where it is not configured.</summary>
    public static string FormTarget(IConfiguration configuration) =>
        IsConfigured(configuration) ? " https://accounts.google.com" : "";

    public static void AddExternal(this AuthenticationBuilder schemes, IConfiguration configuration, bool secure)
    {
        schemes.Services.AddSingleton(new ExternalSites(IsConfigured(configuration)));
        schemes.AddCookie(Scheme, options =>
        {
            Session.Guard(options, Scheme, secure);
            options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        });
        if (!IsConfigured(configuration)) return;
        schemes.AddGoogle(Google, options =>
        {
            options.SignInScheme = Scheme;
            options.ClientId = configuration["Google:ClientId"]!;
            options.ClientSecret = configuration["Google:ClientSecret"]!;
            options.ClaimActions.MapJsonKey("email_verified", "email_verified");
            options.CorrelationCookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Events.OnRemoteFailure = context =>
            {
                // They said no there, or took too long: back to the other ways in.
                context.Response.Redirect("/login");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    public static ExternalIdentity? Read(ClaimsPrincipal said)
    {
        var (subject, email) = (said.FindFirstValue(ClaimTypes.NameIdentifier), said.FindFirstValue(ClaimTypes.Email));
        return subject is null || email is null
            ? null
            : new ExternalIdentity(
                Google, subject, email,
                string.Equals(said.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase),
                said.FindFirstValue(ClaimTypes.Name) ?? "");
    }

    private static bool IsConfigured(IConfiguration configuration) =>
        configuration["Google:ClientId"] is { Length: > 0 } && configuration["Google:ClientSecret"] is { Length: > 0 };
}

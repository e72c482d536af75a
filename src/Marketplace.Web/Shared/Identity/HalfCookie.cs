using System.Security.Cryptography;
using System.Text.Json;
using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace Marketplace.Web.Shared.Identity;

/// <summary>The note between the two steps of signing in, sealed and short-lived.</summary>
public sealed class HalfCookie(IDataProtectionProvider protection, CookieNames names)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _seal =
        protection.CreateProtector("half-sign-in").ToTimeLimitedDataProtector();

    public void Write(HttpContext http, HalfSignIn half) =>
        http.Response.Cookies.Append(names.Half, _seal.Protect(JsonSerializer.Serialize(half), Life), Options(Life));

    public HalfSignIn? Read(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(names.Half, out var value)) return null;
        try
        {
            return JsonSerializer.Deserialize<HalfSignIn>(_seal.Unprotect(value));
        }
        catch (CryptographicException)
        {
            // Too old, sealed by lost keys, or forged: they begin with the password again.
            return null;
        }
    }

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(names.Half, Options(null));

    private CookieOptions Options(TimeSpan? life) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true,
        Secure = names.Half.StartsWith("__Host-", StringComparison.Ordinal),
    };
}

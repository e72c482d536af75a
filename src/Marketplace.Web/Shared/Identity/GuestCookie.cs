using System.Security.Cryptography;
using Marketplace.Kernel.Values;
using Microsoft.AspNetCore.DataProtection;

namespace Marketplace.Web.Shared.Identity;

/// <summary>Pages that give a guest a buyer id when they post: the first write to the basket, checkout.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MakesBuyerAttribute : Attribute;

/// <summary>A guest's buyer id, sealed: nobody can take another's basket by writing an id into a cookie.</summary>
public sealed class GuestCookie(IDataProtectionProvider protection, CookieNames names, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    private readonly ITimeLimitedDataProtector _seal =
        protection.CreateProtector("guest-buyer").ToTimeLimitedDataProtector();

    public string? Read(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(names.Guest, out var value)) return null;
        try
        {
            return _seal.Unprotect(value);
        }
        catch (CryptographicException)
        {
            // Too old, sealed by lost keys, or forged: the guest starts again with an empty basket.
            return null;
        }
    }

    public string Issue(HttpContext http)
    {
        var id = Ids.New(clock);
        http.Response.Cookies.Append(names.Guest, _seal.Protect(id, Life), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Life, IsEssential = true,
            Secure = names.Guest.StartsWith("__Host-", StringComparison.Ordinal),
        });
        return id;
    }

    /// <summary>After signing in: the basket has been taken over.</summary>
    public void Clear(HttpContext http) => http.Response.Cookies.Delete(names.Guest, new CookieOptions
    {
        Path = "/", Secure = names.Guest.StartsWith("__Host-", StringComparison.Ordinal),
    });
}

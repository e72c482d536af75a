using System.Security.Cryptography;
using Marketplace.Kernel.Values;
using Microsoft.AspNetCore.DataProtection;

namespace Marketplace.Web.Api.Http;

/// <summary>
/// What a buyer's program has in place of a cookie: a new buyer's id, sealed, so that nobody reaches another's cart by
/// writing an id. No row is made before something lies in the cart.
/// </summary>
internal sealed class CartTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Header = "Cart-Token";
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);
    private const string Mark = "ct_";

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("api-cart").ToTimeLimitedDataProtector();

    public string Issue() => Mark + _seal.Protect(Ids.New(clock), Life);

    /// <summary>The buyer's id; null for what was never issued, and for what is too old.</summary>
    public string? Read(string? token)
    {
        if (token?.StartsWith(Mark, StringComparison.Ordinal) != true) return null;
        try
        {
            return _seal.Unprotect(token[Mark.Length..]);
        }
        catch (CryptographicException)
        {
            // Forged, sealed by lost keys, or over: a new cart is one call away.
            return null;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Marketplace.Kernel.Values;

namespace Marketplace.Sales.Orders;

/// <summary>
/// The link by which a guest follows one order: its id and 128 bits of chance kept with it. It opens that order alone,
/// read-only, and needs no secret of the platform that could leak for all orders at once.
/// </summary>
internal static class OrderLinks
{
    public static string Token(string orderId, string linkKey) => orderId + linkKey;

    /// <summary>The order a token may be for; whether it is says <see cref="Opens"/>.</summary>
    public static string? OrderId(string? token) =>
        token is { Length: > Ids.Length } && Ids.IsWellFormed(token[..Ids.Length]) ? token[..Ids.Length] : null;

    public static bool Opens(string token, string linkKey) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(token[Ids.Length..]), Encoding.UTF8.GetBytes(linkKey));
}

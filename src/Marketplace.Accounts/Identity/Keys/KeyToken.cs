using System.Security.Cryptography;

namespace Marketplace.Accounts.Identity.Keys;

/// <summary>
/// The form of a key: <c>mk_live_{prefix}_{secret}</c>, which scanners for leaked secrets recognise. Kept like a one-time
/// token: 256 bits of chance need no slow hash.
/// </summary>
internal static class KeyToken
{
    private const string Start = "mk_live_";
    private const int PrefixLength = 12;
    private const int SecretLength = 64;

    public static (string Token, string Prefix) New()
    {
        var prefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PrefixLength / 2));
        return ($"{Start}{prefix}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength / 2))}", prefix);
    }

    /// <summary>Null for what cannot be a key.</summary>
    public static string? PrefixOf(string? token) =>
        token?.Length == Start.Length + PrefixLength + 1 + SecretLength && token.StartsWith(Start, StringComparison.Ordinal)
        && token[Start.Length + PrefixLength] == '_' && token.All(char.IsAscii)
            ? token.Substring(Start.Length, PrefixLength) : null;
}

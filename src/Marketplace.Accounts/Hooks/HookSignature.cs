using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marketplace.Accounts.Hooks;

/// <summary>Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
public static class HookSignature
{
    private const string Mark = "whsec_";

    public static string NewSecret() => Mark + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The header: one signature for each secret that may be used just now, apart by a blank.</summary>
    public static string Of(IEnumerable<string> secrets, string id, long timestamp, string body) =>
        string.Join(' ', secrets.Select(secret => Of(secret, id, timestamp, body)));

    private static string Of(string secret, string id, long timestamp, string body)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Mark.Length..]), content));
    }
}

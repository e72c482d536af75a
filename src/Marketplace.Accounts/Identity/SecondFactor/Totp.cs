using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>
/// Codes of authenticator apps: RFC 6238 with SHA-1, six digits and half minutes, which is what every app understands.
/// </summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>160 bits, as RFC 4226 recommends.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>
    /// The half minute whose code this is: the present one, the one before or the one after, since clocks differ. Null
    /// when it is none of them, or not later than <paramref name="lastStep"/>.
    /// </summary>
    public static long? StepOf(string code, byte[] secret, DateTimeOffset now, long lastStep)
    {
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        // All three are compared, in the same time whichever it is.
        for (var step = present - 1; step <= present + 1; step++)
        {
            var matches = CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.ASCII.GetBytes(code));
            if (matches && step > lastStep) found ??= step;
        }

        return found;
    }

    public static string CodeAt(byte[] secret, DateTimeOffset time) => CodeAt(secret, time.ToUnixTimeSeconds() / StepSeconds);

    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in bytes)
        {
            (bits, held) = ((bits << 8) | one, held + 8);
            for (; held >= 5; held -= 5) text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }

        return held == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - held)) & 31]).ToString();
    }

    /// <summary>What the picture says to the app.</summary>
    public static string Address(byte[] secret, string issuer, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(email)}"
        + $"?secret={Base32(secret)}&issuer={Uri.EscapeDataString(issuer)}";

    private static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's apps know SHA-1 only; an HMAC does not need a hash without collisions.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

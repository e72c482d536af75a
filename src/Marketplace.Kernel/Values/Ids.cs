using System.Security.Cryptography;

namespace Marketplace.Kernel.Values;

/// <summary>
/// Lower-case ULIDs made by the client: 48 bits of time, 80 of chance; sortable, 26 characters of Crockford base 32.
/// In public they carry a prefix naming their kind (<c>ord_…</c>), so that one kind is never taken for another.
/// </summary>
public static class Ids
{
    public const int Length = 26;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[6..]);
        return Encode(now.ToUnixTimeMilliseconds(), bytes[6..]);
    }

    public static string New(TimeProvider clock) => New(clock.GetUtcNow());

    /// <summary>Before every id made at this moment or later, after all earlier ones: for ranges of time.</summary>
    public static string First(DateTime atUtc) =>
        Encode(new DateTimeOffset(atUtc, TimeSpan.Zero).ToUnixTimeMilliseconds(), new byte[10]);

    /// <summary>The same id for the same words: for seeds and rows that a repeat must find again.</summary>
    public static string From(params ReadOnlySpan<string> words)
    {
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', words)));
        return Encode(0x0100_0000_0000 + (hash[0] << 8) + hash[1], hash.AsSpan(2, 10));
    }

    public static bool IsWellFormed(string? id) =>
        id is { Length: Length } && id[0] <= '7' && id.All(Alphabet.Contains);

    public static string Public(string prefix, string id) => $"{prefix}_{id}";

    /// <summary>The id inside a public one; null when the prefix or the form is another.</summary>
    public static string? FromPublic(string prefix, string? publicId)
    {
        if (publicId is null || !publicId.StartsWith(prefix + "_", StringComparison.Ordinal)) return null;
        var id = publicId[(prefix.Length + 1)..];
        return IsWellFormed(id) ? id : null;
    }

    private static string Encode(long milliseconds, ReadOnlySpan<byte> chance) =>
        string.Create(Length, (milliseconds, Chance: Pack(chance)), static (chars, state) =>
        {
            for (var i = 9; i >= 0; i--, state.milliseconds >>= 5) chars[i] = Alphabet[(int)(state.milliseconds & 31)];
            for (var i = 25; i >= 10; i--, state.Chance >>= 5) chars[i] = Alphabet[(int)(state.Chance & 31)];
        });

    private static UInt128 Pack(ReadOnlySpan<byte> bytes)
    {
        UInt128 value = 0;
        foreach (var b in bytes) value = (value << 8) | b;
        return value;
    }
}

using System.Text;

namespace Marketplace.Catalog.Exchange.Adapters;

/// <summary>
/// Finds out how a text file was written: by its mark, by the zero bytes of UTF-16 without one, by being valid UTF-8;
/// what is none of these is Windows-1252, in which older spreadsheets save.
/// </summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static (string Text, string Name) Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Encoding.UTF8.GetString(bytes, 3,
            bytes.Length - 3), "UTF-8");
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode.GetString(bytes, 2,
            bytes.Length - 2), "UTF-16");
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2), "UTF-16");
        if (Unmarked(bytes) is { } utf16) return (utf16.GetString(bytes), "UTF-16");
        try
        {
            return (Strict.GetString(bytes), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), "Windows-1252");
        }
    }

    /// <summary>A title row is mostly ASCII: in UTF-16 every other of its bytes is zero.</summary>
    private static Encoding? Unmarked(byte[] bytes)
    {
        var (even, odd, length) = (0, 0, Math.Min(bytes.Length, 200) & ~1);
        for (var i = 0; i < length; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }

        if (length < 4) return null;
        if (odd * 4 > length && even == 0) return Encoding.Unicode;
        return even * 4 > length && odd == 0 ? Encoding.BigEndianUnicode : null;
    }
}

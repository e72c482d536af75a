using System.Security.Cryptography;
using System.Text;

namespace Marketplace.Accounts.Identity.Adapters;

/// <summary>
/// 49,233 passwords that leaked most often, in small letters, from the npm package @zxcvbn-ts/language-common 4.1.3 (MIT;
/// its licence lies beside the list). Kept as the first eight bytes of each one's SHA-256, sorted: 400 kB, and a chance
/// of one in 300 billion that a good password is taken for a bad one. Nothing is asked of any network.
/// </summary>
internal static class CommonPasswords
{
    /// <summary>What people hang on a well-known word to make it long enough.</summary>
    private const int LongestTail = 6;

    private static readonly Lazy<ulong[]> Hashes = new(Read);

    /// <summary>
    /// Whether it is one of them: as it stands, with a few digits and signs around it (sunshine2024!), with look-alikes
    /// put back (p@ssw0rd), or twice in a row.
    /// </summary>
    public static bool Contains(string password)
    {
        var small = password.Trim().ToLowerInvariant();
        return Forms(small).Any(IsListed) || Forms(Letters(small)).Any(IsListed);
    }

    private static IEnumerable<string> Forms(string text)
    {
        yield return text;
        var word = text.Trim([.. text.Where(c => !char.IsLetter(c)).Distinct()]);
        if (word.Length >= 4 && text.Length - word.Length <= LongestTail) yield return word;
        if (text.Length % 2 == 0 && text[..(text.Length / 2)] == text[(text.Length / 2)..]) yield return text[..(text.Length / 2)];
    }

    /// <summary>Digits and signs that stand for letters.</summary>
    private static string Letters(string text) => string.Concat(text.Select(c => c switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '3' => 'e',
        '1' or '!' => 'i',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));

    private static bool IsListed(string text) => Array.BinarySearch(Hashes.Value, HashOf(text)) >= 0;

    private static ulong[] Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var hashes = new List<ulong>(50_000);
        while (reader.ReadLine() is { } line) hashes.Add(HashOf(line));
        hashes.Sort();
        return [.. hashes];
    }

    private static ulong HashOf(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0);
}

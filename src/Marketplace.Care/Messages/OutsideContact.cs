using System.Text.RegularExpressions;

namespace Marketplace.Care.Messages;

/// <summary>
/// Whether a message names a way around the marketplace: a mail address, a phone number, another site, a messenger or a
/// way to pay. Nothing is blocked, since there are good reasons (a tracking page, a question about a warranty); the page
/// says what buyers and shops give up outside. Pure.
/// </summary>
public static partial class OutsideContact
{
    /// <param name="ownHost">Links to the marketplace itself do not count.</param>
    public static bool In(string text, string ownHost)
    {
        if (Mail().IsMatch(text) || Elsewhere().IsMatch(text)) return true;
        if (Link().Matches(text).Any(m => !IsOwn(m.Groups["host"].Value, ownHost))) return true;
        return Phone().Matches(text).Any(m => m.Value.Count(char.IsAsciiDigit) is >= 9 and <= 15);
    }

    private static bool IsOwn(string host, string own) => host.Equals(own, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + own, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[^\s@]{1,64}@[^\s@]{1,60}\.[a-z]{2,}", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:https?://|www\.)(?<host>[\w-]+(?:\.[\w-]+)*)", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Link();

    /// <summary>A plus or a zero first, so that the number of a parcel or of an article is not taken for one.</summary>
    [GeneratedRegex(@"(?<![\w-])(?:\+|0)[\d(](?:[\d ()./-]{6,18})\d(?![\w-])", RegexOptions.None, 200)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:whats ?app|telegram|paypal|venmo|wire transfer|bank transfer|western union|iban)\b", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Elsewhere();
}

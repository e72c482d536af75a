using System.Globalization;
using System.Text;

namespace Marketplace.Accounts.Sellers;

/// <summary>From a shop's name to the word in its address.</summary>
public static class Slugs
{
    private const int MaximumLength = 40;

    /// <summary>Small letters, digits, hyphens; accents dropped. May be empty or too short: then the person chooses.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (letter is 'ß') slug.Append("ss");
            else if (letter is '&') slug.Append("-and-");
            else if (letter is not '\'' and not '’') slug.Append('-');
        }

        var words = slug.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join('-', words);
        return joined.Length <= MaximumLength ? joined : joined[..MaximumLength].TrimEnd('-');
    }
}

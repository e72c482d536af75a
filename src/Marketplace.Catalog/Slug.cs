using System.Globalization;
using System.Text;

namespace Marketplace.Catalog;

/// <summary>The readable part of an address, made from a name.</summary>
internal static class Slug
{
    /// <summary>Lower-case ASCII letters, digits and single hyphens; "x" when nothing of the text is left.</summary>
    public static string From(string text, int maximum = 80)
    {
        var slug = new StringBuilder();
        foreach (var c in Spell(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        if (slug.Length > maximum) slug.Length = maximum;
        var made = slug.ToString().Trim('-');
        return made.Length == 0 ? "x" : made;
    }

    public static bool IsWellFormed(string slug) => slug.Length is > 0 and <= 100 && From(slug, 100) == slug;

    /// <summary>Letters that Unicode does not take apart.</summary>
    private static string Spell(string text) => text.Replace("ß", "ss", StringComparison.Ordinal)
        .Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Replace("ø", "o", StringComparison.OrdinalIgnoreCase)
        .Replace("ł", "l", StringComparison.OrdinalIgnoreCase).Replace("đ", "d", StringComparison.OrdinalIgnoreCase)
        .Replace("&", " and ", StringComparison.Ordinal);
}

using System.Text.RegularExpressions;

namespace Marketplace.Accounts.Sellers.Vat;

/// <summary>
/// VAT ids of the European Union, Great Britain, Northern Ireland, Switzerland and Norway: form and check digit, as the
/// tax offices publish them. Whether a number was given to anybody only the tax office knows; this finds typing errors.
/// </summary>
public static class VatIds
{
    /// <summary>
    /// Reads what was typed: blanks, dots and hyphens do not matter, and the country's letters may be missing. Ids of
    /// countries without a rule here are taken as they are. Nothing typed is fine.
    /// </summary>
    /// <param name="country">Where the business is, ISO 3166-1 alpha-2.</param>
    public static VatReading Read(string typed, string country)
    {
        var text = string.Concat(typed.ToUpperInvariant().Where(c => c is not (' ' or '.' or '-' or '/' or '\u00a0')));
        if (text.Length == 0) return new VatReading("", VatFault.None, null);
        if (RuleOf(text) is { } rule) return Check(rule, text);
        if (VatRules.ByCountry.GetValueOrDefault(country) is { } own) return Check(own, own.Prefix + text);
        return new VatReading(text, text.Length <= 20 && text.All(char.IsAsciiLetterOrDigit) ? VatFault.None : VatFault.Form, null);
    }

    /// <summary>The rule whose letters the text begins with, unless they only look like it (a French key, a Spanish X).</summary>
    private static VatRule? RuleOf(string text) => VatRules.All.FirstOrDefault(
        rule => text.StartsWith(rule.Prefix, StringComparison.Ordinal));

    private static VatReading Check(VatRule rule, string text)
    {
        var number = rule.Complete(text[rule.Prefix.Length..]);
        if (!Regex.IsMatch(number, "^(?:" + rule.Form + ")$", RegexOptions.CultureInvariant))
            return new VatReading(rule.Prefix + number, VatFault.Form, rule);
        return new VatReading(rule.Prefix + number, rule.IsRight(number) ? VatFault.None : VatFault.Digit, rule);
    }
}

public enum VatFault
{
    None,

    /// <summary>Too short, too long, letters where digits belong.</summary>
    Form,

    /// <summary>Its check digit does not fit: one was mistyped, or two changed places.</summary>
    Digit,
}

/// <param name="Value">In one piece with the country's letters, as it is kept and shown.</param>
public sealed record VatReading(string Value, VatFault Fault, VatRule? Rule);

/// <param name="Prefix">EL for Greece, XI for Northern Ireland; else the country's code (CHE for Switzerland).</param>
/// <param name="Form">A regular expression for what follows the prefix.</param>
/// <param name="Example">A real form of it, for messages.</param>
public sealed record VatRule(string Prefix, string Form, string Example, Func<string, bool> IsRight)
{
    /// <summary>Puts back what people leave out (a leading zero), where the country's offices do so too.</summary>
    public Func<string, string> Complete { get; init; } = number => number;
}

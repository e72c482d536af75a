using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Resources;

/// <summary>
/// The pseudo-locale <c>qps-ploc</c>: accents every letter, lengthens by a third and brackets each text, so that a
/// word that missed its resource, a clipped label and a glued sentence are seen at once. Placeholders stay whole.
/// </summary>
public sealed class PseudoWords(IStringLocalizer<Words> inner) : IStringLocalizer<Words>
{
    public const string Locale = "qps-ploc";

    private const string Plain = "aceiklnorsuyACEIKLNORSUY";
    private const string Accented = "åçéïķļñöřšüýÅÇÉÏĶĻÑÖŘŠÜÝ";

    public static bool On => CultureInfo.CurrentUICulture.Name.Equals(Locale, StringComparison.OrdinalIgnoreCase);

    public LocalizedString this[string name] => On ? new(name, Transform(name)) : inner[name];

    public LocalizedString this[string name, params object[] arguments] => On
        ? new(name, string.Format(CultureInfo.CurrentCulture, Transform(name), arguments))
        : inner[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        inner.GetAllStrings(includeParentCultures);

    public static string Transform(string text)
    {
        var result = new StringBuilder("[", text.Length * 2);
        var inPlaceholder = false;
        foreach (var letter in text)
        {
            inPlaceholder = letter == '{' || (inPlaceholder && letter != '}');
            var at = inPlaceholder ? -1 : Plain.IndexOf(letter, StringComparison.Ordinal);
            result.Append(at < 0 ? letter : Accented[at]);
        }

        return result.Append('·', Math.Max(1, text.Length / 3)).Append(']').ToString();
    }
}

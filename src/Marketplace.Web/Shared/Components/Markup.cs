using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Marketplace.Web.Shared.Components;

/// <summary>
/// Builds HTML from an interpolated string: literals are markup, every hole is encoded unless it already is
/// <see cref="IHtmlContent"/>. Components are written with it, so that nothing can forget to encode.
/// </summary>
[InterpolatedStringHandler]
public readonly struct Markup(int literalLength, int holes)
{
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literalLength + (holes * 16));

    public static HtmlString Of(Markup markup) => new(markup._text.ToString());

    /// <summary>An attribute with its leading space, or nothing when there is no value.</summary>
    public static HtmlString Attr(string name, string? value) =>
        value is null ? HtmlString.Empty : new HtmlString($" {name}=\"{Encoder.Encode(value)}\"");

    public static HtmlString Flag(string name, bool on) => on ? new HtmlString($" {name}") : HtmlString.Empty;

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(Encoder.Encode(value));
        }
    }

    public void AppendFormatted(DateTime value, string format) =>
        AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(IFormattable value) =>
        AppendFormatted(value.ToString(null, CultureInfo.InvariantCulture));

    public void AppendFormatted(IHtmlContent? value)
    {
        if (value is HtmlString html)
        {
            _text.Append(html.Value);
        }
        else if (value is not null)
        {
            using var writer = new StringWriter(_text, CultureInfo.InvariantCulture);
            value.WriteTo(writer, Encoder);
        }
    }

    public void AppendFormatted(IEnumerable<IHtmlContent> values)
    {
        foreach (var value in values)
        {
            AppendFormatted(value);
        }
    }
}

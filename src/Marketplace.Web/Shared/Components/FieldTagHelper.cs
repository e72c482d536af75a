using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>
/// A text field: label above, the error and the hint under it. Typed data is kept after an error. Fields are
/// required unless <see cref="Optional"/>; other attributes (autocomplete, inputmode, maxlength…) go to the input.
/// </summary>
[HtmlTargetElement("ui-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public required string Label { get; set; }

    public string? Value { get => field; set => field = value is "" ? null : value; }

    public string Type { get; set; } = "text";

    public string? Hint { get => field; set => field = value is "" ? null : value; }

    public string? Error { get => field; set => field = value is "" ? null : value; }

    public bool Optional { get; set; }

    /// <summary>Lines of a text area; 0 is a single line.</summary>
    public int Rows { get; set; }

    public string? Prefix { get => field; set => field = value is "" ? null : value; }

    public string? Suffix { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FieldParts.NameOf(View, For, Name);
        var parts = new FieldParts(name, Label, words)
        {
            Hint = Hint, Error = Error ?? FieldParts.ErrorOf(View, name), Optional = Optional, Required = !Optional,
        };
        var value = Type == "password" ? null : Value ?? FieldParts.ValueOf(View, For, name);
        var rest = output.Attributes.Select(a => Markup.Attr(a.Name, a.Value?.ToString())).ToList();
        output.Attributes.Clear();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.SetHtmlContent(Markup.Of($"{parts.Label}{Affixed(Input(parts, value, rest))}{parts.After}"));
    }

    private HtmlString Input(FieldParts parts, string? value, List<HtmlString> rest)
    {
        var shared = Markup.Of(
            $""" id="{parts.Id}" name="{parts.Name}"{parts.State}{Markup.Flag("required", parts.Required)}{rest}""");
        return Rows > 0
            ? Markup.Of($"""<textarea class="input" rows="{Rows}"{shared}>{value}</textarea>""")
            : Markup.Of($"""<input class="input" type="{Type}"{Markup.Attr("value", value)}{shared}>""");
    }

    private HtmlString Affixed(HtmlString input) => Prefix is null && Suffix is null
        ? input
        : Markup.Of($"""<div class="affix">{Affix(Prefix)}{input}{Affix(Suffix)}</div>""");

    private static HtmlString Affix(string? text) =>
        text is null ? HtmlString.Empty : Markup.Of($"<span>{text}</span>");
}

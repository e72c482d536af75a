using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Shared.Components;

/// <summary>A field in a table's cell: the column says what it is, so its label is only spoken; the error is under it.</summary>
[HtmlTargetElement("ui-cell", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CellTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public required string Name { get; set; }

    public required string Label { get; set; }

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Name, "_");
        var error = FieldParts.ErrorOf(View, Name);
        var typed = View.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry.AttemptedValue ?? Value : Value;
        var rest = output.Attributes.Select(a => Markup.Attr(a.Name, a.Value?.ToString())).ToList();
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var wrong = error is null ? null : Markup.Of($"""<span class="error" id="{id}-error">{error}</span>""");
        output.Content.SetHtmlContent(Markup.Of(
            $"""
            <input class="input" id="{id}" name="{Name}" aria-label="{Label}"{Markup.Attr("value", typed)}{Markup.Attr("aria-invalid", error is null ? null : "true")}{Markup.Attr("aria-describedby", error is null ? null : id + "-error")}{rest}>{wrong}
            """));
    }
}

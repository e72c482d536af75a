using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Shared.Components;

public enum ButtonKind
{
    Primary,
    Secondary,
    Quiet,
    Danger,
    Link,
}

/// <summary>A button, or a link that looks like one when it has an address.</summary>
[HtmlTargetElement("ui-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; }

    public string? Href { get => field; set => field = value is "" ? null : value; }

    public string? Icon { get => field; set => field = value is "" ? null : value; }

    public bool Small { get; set; }

    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }
        else if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        output.AddClass("btn", Markup.Encoder);
        output.AddClass(Css(Kind), Markup.Encoder);
        if (Small)
        {
            output.AddClass("btn-s", Markup.Encoder);
        }

        if (Wide)
        {
            output.AddClass("btn-wide", Markup.Encoder);
        }

        if (Icon is not null)
        {
            output.PreContent.SetHtmlContent(Components.Icon.Of(Icon));
        }
    }

    private static string Css(ButtonKind kind) => kind switch
    {
        ButtonKind.Primary => "btn-1",
        ButtonKind.Secondary => "btn-2",
        ButtonKind.Quiet => "btn-3",
        ButtonKind.Danger => "btn-bad",
        ButtonKind.Link => "btn-link",
    };
}

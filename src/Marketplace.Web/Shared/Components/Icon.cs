using System.Security.Cryptography;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Shared.Components;

/// <summary>One symbol of the sprite. Without a label it is decoration and hidden from screen readers.</summary>
public static class Icon
{
    // The sprite is embedded beside being served, so that its address changes with its content and with nothing else.
    private static readonly string Sprite = "/img/icons.svg?v=" + Hash();

    public static HtmlString Of(string name, string? label = null, string css = "ico") => label is null
        ? Markup.Of($"""<svg class="{css}" aria-hidden="true"><use href="{Sprite}#{name}"/></svg>""")
        : Markup.Of($"""<svg class="{css}" role="img" aria-label="{label}"><use href="{Sprite}#{name}"/></svg>""");

    private static string Hash()
    {
        using var sprite = typeof(Icon).Assembly.GetManifestResourceStream("icons.svg")
            ?? throw new InvalidOperationException("The icon sprite is not embedded.");
        return Convert.ToHexStringLower(SHA256.HashData(sprite))[..12];
    }
}

[HtmlTargetElement("ui-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public string? Label { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icon.Of(Name, Label));
    }
}

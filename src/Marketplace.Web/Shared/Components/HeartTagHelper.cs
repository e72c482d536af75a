using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>
/// Saves a thing or takes it off the list: a form, so that it works without scripts, and without a token, so that the page
/// around it can be cached.
/// </summary>
[HtmlTargetElement("ui-heart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HeartTagHelper(IStringLocalizer<Words> words, Shell shell) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public required string Listing { get; set; }

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (shell.PlatformBase == "")
            output.Content.SetHtmlContent(
                Render(Listing, Name, shell.Saved.Contains(Listing), View.HttpContext.Request, words, worded: true));
    }

    internal static HtmlString Render(
        string listing, string name, bool saved, HttpRequest request, IStringLocalizer<Words> words, bool worded = false)
    {
        var said = saved ? words["Take {0} off your list", name].Value : words["Save {0}", name].Value;
        var text = worded
            ? Markup.Of($"""<span aria-hidden="true">{(saved ? words["Saved"].Value : words["Save"].Value)}</span>""")
            : HtmlString.Empty;
        var css = worded ? "btn btn-2 btn-s heart" : "heart";
        return Markup.Of(
            $"""
            <form method="post" action="/saved?handler={(saved ? "Remove" : "Save")}" class="hearts"><input type="hidden" name="listing" value="{listing}"><input type="hidden" name="returnUrl" value="{request.Path.Value}{request.QueryString.Value}"><button class="{css}{(saved ? " on" : "")}" aria-label="{said}">{Icon.Of("heart")}{text}</button></form>
            """);
    }
}

using System.Globalization;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>How the stars are spread: five bars with their numbers, each a link to those reviews where there is a page.</summary>
[HtmlTargetElement("ui-spread", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SpreadTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>How many gave one star, two, … five.</summary>
    public required IReadOnlyList<int> Stars { get; set; }

    /// <summary>The list's address; a bar adds its stars to it.</summary>
    public string? Href { get => field; set => field = value is "" ? null : value; }

    public int? Chosen { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Stars.Count != 5) return;
        var most = Math.Max(1, Stars.Sum());
        output.Content.SetHtmlContent(Markup.Of(
            $"""<ul class="spreadbars">{Enumerable.Range(1, 5).Reverse().Select(star => Row(star, Stars[star - 1], most))}</ul>"""));
    }

    private HtmlString Row(int star, int count, int all)
    {
        var share = Math.Round(100m * count / all, 1).ToString(CultureInfo.InvariantCulture);
        var inside = Markup.Of(
            $"""
            <span class="num">{star.ToString(CultureInfo.CurrentCulture)} {Icon.Of("star")}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="8" rx="1"/><rect class="part" width="{share}" height="8" rx="1"/></svg><span class="num faint" aria-hidden="true">{count.ToString("N0", CultureInfo.CurrentCulture)}</span><span class="sr">{words.Count(count, "{0} review", "{0} reviews")}</span>
            """);
        return Href is null || count == 0
            ? Markup.Of($"""<li><span>{inside}</span></li>""")
            : Markup.Of(
                $"""<li><a href="{Href}{(Href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}stars={star.ToString(CultureInfo.InvariantCulture)}"{Markup.Attr("aria-current", Chosen == star ? "true" : null)} rel="nofollow">{inside}</a></li>""");
    }
}

/// <summary>One to five stars to give: radio buttons, so that keys and screen readers know them.</summary>
[HtmlTargetElement("ui-give-stars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GiveStarsTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public required string Name { get; set; }

    public required string Label { get; set; }

    public int Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = new FieldParts(Name, Label, words) { Error = FieldParts.ErrorOf(View, Name) };
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.SetHtmlContent(Markup.Of(
            $"""{parts.Legend}<div class="row chips givestars">{Enumerable.Range(1, 5).Select(Choice)}</div>{parts.After}"""));
    }

    private HtmlString Choice(int star) => Markup.Of(
        $"""
        <label class="chip"><input type="radio" name="{Name}" value="{star}"{Markup.Flag("checked", star == Value)} required><span class="num" aria-hidden="true">{star} {Icon.Of("star")}</span><span class="sr">{words.Count(star, "{0} star", "{0} stars")}</span><span class="hide-s">{Meaning(star)}</span></label>
        """);

    private string Meaning(int star) => star switch
    {
        1 => words["Bad"],
        2 => words["Poor"],
        3 => words["All right"],
        4 => words["Good"],
        _ => words["Very good"],
    };
}

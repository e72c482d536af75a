using System.Globalization;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>A link of a trail, a tab bar or a menu. A tab may carry a count.</summary>
public sealed record Link(string Text, string? Href, long? Count = null, bool Current = false);

/// <summary>Where this page is; the last link is the page itself.</summary>
[HtmlTargetElement("ui-crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CrumbsTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public required IEnumerable<Link> Links { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var items = Links.Select(link => link.Href is null
            ? Markup.Of($"""<li><span aria-current="page">{link.Text}</span></li>""")
            : Markup.Of($"""<li><a href="{link.Href}">{link.Text}</a></li>"""));
        output.Content.SetHtmlContent(Markup.Of(
            $"""<nav class="crumbs" aria-label="{words["You are here"].Value}"><ol>{items}</ol></nav>"""));
    }
}

/// <summary>Tabs are links: each is a page of its own, so back, reload and sharing work.</summary>
[HtmlTargetElement("ui-tabs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TabsTagHelper : TagHelper
{
    public required IEnumerable<Link> Links { get; set; }

    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var items = Links.Select(link => Markup.Of(
            $"""<a href="{link.Href}"{Markup.Attr("aria-current", link.Current ? "page" : null)}>{link.Text}{Count(link)}</a>"""));
        output.Content.SetHtmlContent(Markup.Of($"""<nav class="tabs" aria-label="{Label}">{items}</nav>"""));
    }

    private static HtmlString Count(Link link) => link.Count is { } count
        ? Markup.Of($"<span>{count.ToString("N0", CultureInfo.CurrentCulture)}</span>")
        : HtmlString.Empty;
}

/// <summary>Pages of a list; keeps every other part of the address.</summary>
[HtmlTargetElement("ui-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public required int Page { get; set; }

    public required int Pages { get; set; }

    /// <summary>The name of the page number in the address.</summary>
    public string Key { get; set; } = "page";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Pages < 2)
        {
            return;
        }

        output.Content.SetHtmlContent(Markup.Of(
            $"""
            <nav class="pager" aria-label="{words["Pages"].Value}">{Step(Page - 1, words["Previous"], "prev")}
            {Numbers().Select(Number)}{Step(Page + 1, words["Next"], "next")}</nav>
            """));
    }

    private IEnumerable<int> Numbers()
    {
        var last = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(p => p == 1 || p == Pages || Math.Abs(p - Page) <= 1))
        {
            if (page > last + 1)
            {
                yield return 0;
            }

            yield return last = page;
        }
    }

    private HtmlString Number(int page) => page switch
    {
        0 => new HtmlString("<span>…</span>"),
        _ when page == Page => Markup.Of($"""<b aria-current="page">{page}</b>"""),
        _ => Markup.Of($"""<a href="{Address(page)}">{page}</a>"""),
    };

    private HtmlString Step(int page, string text, string rel) => page < 1 || page > Pages
        ? HtmlString.Empty
        : Markup.Of($"""<a href="{Address(page)}" rel="{rel}">{text}</a>""");

    private string Address(int page) => Query.With(View, Key, page.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The head of a sortable column: a link that turns the order, and says it.</summary>
[HtmlTargetElement("ui-th")]
public sealed class SortTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    /// <summary>The column's key in the address: <c>sort=placed</c>, descending <c>sort=-placed</c>.</summary>
    public required string Sort { get; set; }

    /// <summary>The order in effect when the address names none.</summary>
    public string? Default { get => field; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var now = View.HttpContext.Request.Query["sort"].FirstOrDefault() ?? Default;
        var (next, order, icon) = now == Sort ? ("-" + Sort, "ascending", "up")
            : now == "-" + Sort ? (Sort, "descending", "down")
            : (Sort, null, "sort");
        var text = await output.GetChildContentAsync();
        output.TagName = "th";
        output.Attributes.SetAttribute("scope", "col");
        if (order is not null)
        {
            output.Attributes.SetAttribute("aria-sort", order);
        }

        output.Content.SetHtmlContent(Markup.Of(
            $"""<a href="{Query.With(View, "sort", next, "page")}">{text}{Icon.Of(icon)}</a>"""));
    }
}

internal static class Query
{
    /// <summary>This page's address with one value of its query set, and others dropped.</summary>
    public static string With(ViewContext view, string key, string value, params string[] drop)
    {
        var request = view.HttpContext.Request;
        var kept = request.Query
            .Where(pair => pair.Key != key && !drop.Contains(pair.Key))
            .SelectMany(pair => pair.Value, (pair, v) => KeyValuePair.Create(pair.Key, v));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, kept.Append(new(key, value)));
    }
}

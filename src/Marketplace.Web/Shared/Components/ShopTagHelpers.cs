using System.Globalization;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>A picture on its tinted ground. Tint 1–6; a cut-out or drawing leaves a margin, a photo fills the tile.</summary>
public sealed record Picture(string Src, string Alt, int Tint = 1, bool Cut = false, string? SrcSet = null);

/// <summary>What a product tile shows: the picture leads, then four facts.</summary>
public sealed record ProductTile(string Name, string Href, Picture? Picture, long PriceMinor, string Currency)
{
    public long? WasMinor { get; init; }

    /// <summary>The shop, and its town where that is known.</summary>
    public string? By { get; init; }

    public decimal? Rating { get; init; }

    public int Reviews { get; init; }

    /// <summary>When it arrives, or that it is sold out.</summary>
    public string? When { get; init; }

    public bool From { get; init; }

    /// <summary>The lowest price of the 30 days before: the law wants it wherever a reduction is announced.</summary>
    public long? LowestMinor { get; init; }

    public string? Flag { get; init; }

    /// <summary>With it the tile has a heart.</summary>
    public string? ListingId { get; init; }
}

[HtmlTargetElement("ui-tile", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TileTagHelper(IStringLocalizer<Words> words, Shell shell) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public required ProductTile Of { get; set; }

    /// <summary>The first pictures of a page load at once, the others when they come near.</summary>
    public bool Eager { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"""
            <article class="tile">{FlagPill()}{PictureTagHelper.Render(Of.Picture, "pic", Eager)}
            <a class="name" href="{Of.Href}">{Of.Name}</a>{Price()}{Line("lowest", Lowest())}{Line("by", Of.By)}{Rating()}{Line("when", Of.When)}{Heart()}</article>
            """));
    }

    /// <summary>Not on a shop's own host: what is saved is kept on the platform's.</summary>
    private HtmlString Heart() => Of.ListingId is { } id && shell.PlatformBase == ""
        ? HeartTagHelper.Render(id, Of.Name, shell.Saved.Contains(id), View.HttpContext.Request, words)
        : HtmlString.Empty;

    private HtmlString FlagPill()
    {
        var text = Of.Flag ?? (Of.WasMinor > Of.PriceMinor
            ? (-(Of.WasMinor.Value - Of.PriceMinor) / (decimal)Of.WasMinor.Value).ToString("P0", CultureInfo.CurrentCulture)
            : null);
        return text is null ? HtmlString.Empty : Markup.Of($"""<span class="flag pill plain warn">{text}</span>""");
    }

    private HtmlString Price()
    {
        var price = PriceTagHelper.Render(Of.PriceMinor, Of.Currency, Of.WasMinor, "price", null, words);
        return Of.From ? Markup.Of($"""<span><span class="small faint">{words["from"].Value} </span>{price}</span>""") : price;
    }

    private string? Lowest() => Of.LowestMinor is { } lowest && Of.WasMinor > Of.PriceMinor
        ? words["lowest in 30 days: {0}", MoneyText.Format(lowest, Of.Currency, CultureInfo.CurrentCulture)].Value : null;

    private HtmlString Rating() => Of.Rating is { } rating && Of.Reviews > 0
        ? StarsTagHelper.Render(rating, Of.Reviews, 1, words)
        : HtmlString.Empty;

    private static HtmlString Line(string css, string? text) =>
        text is null ? HtmlString.Empty : Markup.Of($"""<span class="{css}">{text}</span>""");
}

[HtmlTargetElement("ui-picture", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PictureTagHelper : TagHelper
{
    public Picture? Of { get; set; }

    public string Css { get; set; } = "pic";

    public bool Eager { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Render(Of, Css, Eager));
    }

    internal static HtmlString Render(Picture? picture, string css, bool eager) => picture is null
        ? Markup.Of($"""<span class="{css} t1">{Icon.Of("picture")}</span>""")
        : Markup.Of(
            $"""
            <span class="{css} t{picture.Tint}{(picture.Cut ? " cut" : "")}"><img src="{picture.Src}"{Sources(picture, css)} alt="{picture.Alt}" width="480" height="480" decoding="async"{Markup.Attr("loading", eager ? null : "lazy")}{Markup.Attr("fetchpriority", eager ? "high" : null)}></span>
            """);

    private static HtmlString Sources(Picture picture, string css) => picture.SrcSet is null
        ? HtmlString.Empty
        : Markup.Of(
            $""" srcset="{picture.SrcSet}" sizes="{(css.Contains("big", StringComparison.Ordinal) ? "(min-width: 900px) 620px, 94vw" : "(min-width: 760px) 200px, 44vw")}" """);
}

/// <summary>A rating in stars and in figures: one star for lists, five for a product's own page.</summary>
[HtmlTargetElement("ui-stars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StarsTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public required decimal Rating { get; set; }

    public int Reviews { get; set; }

    public bool Five { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Render(Rating, Reviews, Five ? 5 : 1, words));
    }

    internal static HtmlString Render(decimal rating, int reviews, int stars, IStringLocalizer<Words> words)
    {
        var figure = rating.ToString("0.0", CultureInfo.CurrentCulture);
        var count = reviews == 0 ? HtmlString.Empty : Markup.Of(
            $""" <span class="faint" aria-hidden="true">({reviews.ToString("N0", CultureInfo.CurrentCulture)})</span>""");
        var drawn = Enumerable.Range(1, stars).Select(star =>
            Icon.Of("star", css: stars == 1 || rating >= star - 0.5m ? "ico" : "ico off"));
        var spoken = reviews == 0
            ? words["{0} of 5 stars", figure].Value
            : words["{0} of 5 stars from {1} reviews", figure, reviews].Value;
        return Markup.Of(
            $"""<span class="stars">{drawn} <span aria-hidden="true">{figure}</span>{count}<span class="sr">{spoken}</span></span>""");
    }
}

/// <summary>A shop's mark: its logo, or its initials on a tint that its name chooses, and a line about it.</summary>
[HtmlTargetElement("ui-seller", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SellerTagHelper : TagHelper
{
    public required string Name { get; set; }

    public string? Href { get => field; set => field = value is "" ? null : value; }

    public string? Note { get => field; set => field = value is "" ? null : value; }

    public string? Logo { get => field; set => field = value is "" ? null : value; }

    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "seller");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        var note = Note is null ? HtmlString.Empty : Markup.Of($"""<span class="small faint">{Note}</span>""");
        output.Content.SetHtmlContent(Markup.Of($"{Mark(Name, Logo, Small)}<span><b>{Name}</b>{note}</span>"));
    }

    internal static HtmlString Mark(string name, string? logo, bool small) => logo is null
        ? Markup.Of($"""<span class="mono m{Tint(name)}{(small ? " mono-s" : "")}" aria-hidden="true">{Initials(name)}</span>""")
        : Markup.Of($"""<span class="mono{(small ? " mono-s" : "")}"><img src="{logo}" alt="" width="44" height="44"></span>""");

    private static int Tint(string name) => (name.Sum(letter => letter) % 6) + 1;

    internal static string Initials(string name)
    {
        var words = name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetterOrDigit(w[0])).ToList();
        return words switch
        {
            [] => "·",
            [var only] => only[..Math.Min(2, only.Length)].ToUpperInvariant(),
            _ => $"{words[0][0]}{words[^1][0]}".ToUpperInvariant(),
        };
    }
}

/// <summary>How many: a number field that says its limits.</summary>
[HtmlTargetElement("ui-quantity", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QuantityTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public string Name { get; set; } = "quantity";

    public int Value { get; set; } = 1;

    public int Max { get; set; } = 99;

    public string? Label { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("class", "input qty");
        output.Attributes.SetAttribute("type", "number");
        output.Attributes.SetAttribute("name", Name);
        output.Attributes.SetAttribute("value", Value);
        output.Attributes.SetAttribute("min", 1);
        output.Attributes.SetAttribute("max", Max);
        output.Attributes.SetAttribute("inputmode", "numeric");
        output.Attributes.SetAttribute("aria-label", Label ?? words["Quantity"].Value);
    }
}

using System.Globalization;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>A state as a pill: <c>&lt;ui-status of="@order.State" axis="money"&gt;</c>.</summary>
[HtmlTargetElement("ui-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>A state's name or an enum member.</summary>
    public required object Of { get; set; }

    public string? Axis { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (word, tone) = Statuses.Of(Axis is null ? $"{Of}" : $"{Axis}:{Of}");
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of($"""<span class="pill {tone.Css()}">{words[word].Value}</span>"""));
    }
}

/// <summary>A pill with a word of the page's own.</summary>
[HtmlTargetElement("ui-pill")]
public sealed class PillTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"pill plain {Tone.Css()}");
    }
}

/// <summary>An amount with its currency.</summary>
[HtmlTargetElement("ui-money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    public required long Minor { get; set; }

    public required string Currency { get; set; }

    public bool Whole { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var text = MoneyText.Format(Minor, Currency, CultureInfo.CurrentCulture, Whole);
        output.Content.SetHtmlContent(Markup.Of($"""<span class="num">{text}</span>"""));
    }
}

/// <summary>A price, with the former price struck out when there was one.</summary>
[HtmlTargetElement("ui-price", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PriceTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public required long Minor { get; set; }

    public required string Currency { get; set; }

    public long? WasMinor { get; set; }

    public bool Big { get; set; }

    public string? Note { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Render(Minor, Currency, WasMinor, Big ? "bigprice" : "price", Note, words));
    }

    internal static HtmlString Render(
        long minor, string currency, long? wasMinor, string css, string? note, IStringLocalizer<Words> words)
    {
        var culture = CultureInfo.CurrentCulture;
        var was = wasMinor > minor
            ? Markup.Of($"""<s><span class="sr">{words["Before:"].Value} </span>{MoneyText.Format(wasMinor.Value, currency, culture)}</s>""")
            : HtmlString.Empty;
        var small = note is null ? HtmlString.Empty : Markup.Of($" <small>{note}</small>");
        return Markup.Of($"""<span class="{css} num">{MoneyText.Format(minor, currency, culture)}{was}{small}</span>""");
    }
}

/// <summary>A moment as people say it; the exact time is on hover and in the markup.</summary>
[HtmlTargetElement("ui-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(DisplayClock clock, IStringLocalizer<Words> words) : TagHelper
{
    public required DateTime? Utc { get; set; }

    /// <summary>Adds the time of day.</summary>
    public bool Time { get; set; }

    /// <summary>Says "5 min ago" and "in 3 h" for what is less than two days away.</summary>
    public bool Near { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Utc is not { } utc)
        {
            output.Content.SetContent("—");
            return;
        }

        var culture = CultureInfo.CurrentCulture;
        var local = clock.Local(utc);
        var day = DateText.Day(local, clock.Today, culture);
        var text = Near && (clock.UtcNow - utc).Duration() < TimeSpan.FromHours(48)
            ? Ago(clock.UtcNow - utc)
            : Time ? $"{day}, {DateText.Time(local, culture)}" : day;
        output.Content.SetHtmlContent(Markup.Of(
            $"""<time datetime="{utc:yyyy-MM-ddTHH:mm:ssZ}" title="{DateText.Exact(local, clock.Zone, culture)}">{text}</time>"""));
    }

    private string Ago(TimeSpan since) => (since < TimeSpan.Zero, since.Duration()) switch
    {
        (false, { TotalMinutes: < 1 }) => words["just now"],
        (false, { TotalMinutes: < 60 } d) => words["{0} min ago", (int)d.TotalMinutes],
        (false, var d) => words["{0} h ago", (int)d.TotalHours],
        (true, { TotalMinutes: < 60 } d) => words["in {0} min", (int)d.TotalMinutes],
        (true, var d) => words["in {0} h", (int)d.TotalHours],
    };
}

using System.Globalization;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>A number that matters, how it moved, and what that is compared with.</summary>
[HtmlTargetElement("ui-stat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public required string Label { get; set; }

    public required string Value { get; set; }

    /// <summary>The change as people read it ("18 %"); <see cref="Rising"/> says its direction.</summary>
    public string? Change { get => field; set => field = value is "" ? null : value; }

    public bool Rising { get; set; } = true;

    /// <summary>Whether rising is bad news (refunds, late parcels).</summary>
    public bool LowerIsBetter { get; set; }

    public string? Note { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var change = Change is null ? HtmlString.Empty : Markup.Of(
            $"""
            <span class="{(Rising != LowerIsBetter ? "up" : "down")}"><span aria-hidden="true">{(Rising ? "▲" : "▼")} </span><span class="sr">{(Rising ? words["up"] : words["down"]).Value} </span>{Change}</span>
            """);
        var note = Note is null ? HtmlString.Empty : Markup.Of($"""<span class="small muted">{Note}</span>""");
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"""<p class="stat"><span class="small muted">{Label}</span><b class="num">{Value}</b>{change}{note}</p>"""));
    }
}

public enum ChartKind
{
    Line,
    Bars,
}

/// <summary>A chart with its numbers as a table under it.</summary>
[HtmlTargetElement("ui-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public ChartKind Kind { get; set; }

    public required IReadOnlyList<Point> Points { get; set; }

    /// <summary>What the chart says, in a sentence: "Sales a day, last 14 days, from €380 to €1,040".</summary>
    public required string Label { get; set; }

    /// <summary>What a value is called in the table's head.</summary>
    public required string Unit { get; set; }

    /// <summary>When set, values are minor units of this currency.</summary>
    public string? Currency { get => field; set => field = value is "" ? null : value; }

    public IReadOnlyList<decimal>? Before { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Points.Count == 0)
        {
            output.Content.SetHtmlContent(Markup.Of($"""<p class="small muted">{words["Nothing in this period."].Value}</p>"""));
            return;
        }

        var chart = Kind switch
        {
            ChartKind.Line => Charts.Line(Points, Label, v => Say(v, true), Before),
            ChartKind.Bars => Charts.Bars(Points, Label, v => Say(v, true)),
        };
        var rows = Points.Select(point => Markup.Of(
            $"""<tr><th scope="row">{point.Label}</th><td class="r num">{Say(point.Value, false)}</td></tr>"""));
        output.Content.SetHtmlContent(Markup.Of(
            $"""
            <figure class="figure">{chart}<details><summary>{words["As a table"].Value}</summary><table class="table"><caption class="sr">{Label}</caption>
            <thead><tr><th scope="col">{words["When"].Value}</th><th scope="col" class="r">{Unit}</th></tr></thead><tbody>{rows}</tbody></table></details></figure>
            """));
    }

    private string Say(decimal value, bool whole) => Currency is null
        ? value.ToString("#,0.##", CultureInfo.CurrentCulture)
        : MoneyText.Format((long)value, Currency, CultureInfo.CurrentCulture, whole);
}

[HtmlTargetElement("ui-spark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SparkTagHelper : TagHelper
{
    public required IReadOnlyList<decimal> Values { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Charts.Spark(Values));
    }
}

/// <summary>The money river: where each cent of a period is now, with its dates and reasons.</summary>
[HtmlTargetElement("ui-river", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RiverTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public required string Currency { get; set; }

    public required long HeldMinor { get; set; }

    public required long PayableMinor { get; set; }

    /// <summary>On its way from the platform to the seller's account, not yet at the bank.</summary>
    public long TransferredMinor { get; set; }

    public required long PaidMinor { get; set; }

    public string? HeldNote { get => field; set => field = value is "" ? null : value; }

    public string? PayableNote { get => field; set => field = value is "" ? null : value; }

    public string? TransferredNote { get => field; set => field = value is "" ? null : value; }

    public string? PaidNote { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (string Css, long Minor, string Text)[] parts =
        [
            ("held", HeldMinor, HeldNote ?? words["Held"]),
            ("payable", PayableMinor, PayableNote ?? words["Payable"]),
            ("moving", TransferredMinor, TransferredNote ?? words["Transferred"]),
            ("paid", PaidMinor, PaidNote ?? words["Paid out"]),
        ];
        var shown = parts.Where(part => part.Css != "moving" || part.Minor != 0).ToList();
        var label = string.Join(", ", shown.Select(part => $"{part.Text}: {Say(part.Minor)}"));
        var river = Charts.River([.. shown.Select(part => (part.Css, (decimal)part.Minor))], label);
        var key = shown.Select(part => Markup.Of(
            $"""<div class="{part.Css}"><dt>{part.Text}</dt><dd class="num">{Say(part.Minor)}</dd></div>"""));
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of($"""{river}<dl class="river-key">{key}</dl>"""));
    }

    private string Say(long minor) => MoneyText.Format(minor, Currency, CultureInfo.CurrentCulture);
}

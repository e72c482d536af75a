using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

public enum StepState
{
    Done,
    Now,
    Next,
    Bad,
}

/// <summary>One event of a timeline: what happened, when, and what it means or what comes next.</summary>
public sealed record TimelineStep(string What, string? When = null, string? Meaning = null, StepState State = StepState.Done);

[HtmlTargetElement("ui-timeline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimelineTagHelper : TagHelper
{
    public required IEnumerable<TimelineStep> Steps { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of($"""<ol class="timeline">{Steps.Select(Step)}</ol>"""));
    }

    private static HtmlString Step(TimelineStep step) => Markup.Of(
        $"""
        <li class="{Css(step.State)}"{Markup.Attr("aria-current", step.State == StepState.Now ? "step" : null)}><b>{step.What}</b>{Line(step.When, "small faint")}{Line(step.Meaning, "small muted")}</li>
        """);

    private static HtmlString Line(string? text, string css) =>
        text is null ? HtmlString.Empty : Markup.Of($"""<span class="{css}">{text}</span>""");

    internal static string Css(StepState state) => state switch
    {
        StepState.Done => "done",
        StepState.Now => "now",
        StepState.Next => "next",
        StepState.Bad => "bad",
    };
}

/// <summary>Steps of a linear flow; finished steps are links back, and nothing is lost by going back.</summary>
[HtmlTargetElement("ui-stepper", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepperTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public required IReadOnlyList<Link> Steps { get; set; }

    /// <summary>The index of the step in progress.</summary>
    public required int Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"""<ol class="prog" aria-label="{words["Steps"].Value}">{Steps.Select(Step)}</ol>"""));
    }

    private HtmlString Step(Link step, int index) => index switch
    {
        _ when index == Current => Markup.Of($"""<li class="now" aria-current="step">{step.Text}</li>"""),
        _ when index < Current && step.Href is not null =>
            Markup.Of($"""<li class="done"><a href="{step.Href}">{step.Text}</a></li>"""),
        _ => Markup.Of($"""<li class="{(index < Current ? "done" : "")}">{step.Text}</li>"""),
    };
}

/// <summary>Something to know, inside the page. The content says what it means and what to do.</summary>
[HtmlTargetElement("ui-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Info;

    public string? Title { get => field; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Render(Tone, Title, content));
    }

    internal static HtmlString Render(Tone tone, string? title, IHtmlContent content)
    {
        var head = title is null ? HtmlString.Empty : Markup.Of($"<b>{title}</b>");
        var role = tone == Tone.Bad ? "alert" : "status";
        return Markup.Of(
            $"""<div class="notice {tone.Css()}" role="{role}">{Icon.Of(tone.Icon())}<div>{head}<span>{content}</span></div></div>""");
    }
}

/// <summary>A list without rows: why it is empty, and the one thing to do about it (the content).</summary>
[HtmlTargetElement("ui-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Icon { get; set; } = "box";

    public required string Title { get; set; }

    public string? Text { get => field; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var text = Text is null ? HtmlString.Empty : Markup.Of($"<p>{Text}</p>");
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"""<div class="empty">{Components.Icon.Of(Icon)}<h2>{Title}</h2>{text}{content}</div>"""));
    }
}

/// <summary>
/// A question before something that cannot be undone: a button that opens a dialog without any script. The content is
/// what happens, and the form that does it; the way out is added.
/// </summary>
[HtmlTargetElement("ui-ask")]
public sealed class AskTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public required string Id { get; set; }

    public required string Open { get; set; }

    public required string Title { get; set; }

    public string ButtonCss { get; set; } = "btn btn-bad btn-s";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"""
            <button type="button" class="{ButtonCss}" popovertarget="{Id}" aria-haspopup="dialog">{Open}</button>
            <div class="ask stack" id="{Id}" popover role="dialog" aria-labelledby="{Id}-title">
            <div class="row spread"><h2 id="{Id}-title">{Title}</h2><button type="button" class="icon" popovertarget="{Id}"
             popovertargetaction="hide" aria-label="{words["Close"].Value}">{Icon.Of("x")}</button></div>{content}</div>
            """));
    }
}

/// <summary>Files to choose or to drop; inside a form with <c>data-upload</c> the bar shows the progress.</summary>
[HtmlTargetElement("ui-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UploadTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    public required string Name { get; set; }

    public required string Label { get; set; }

    public string? Accept { get => field; set => field = value is "" ? null : value; }

    public bool Multiple { get; set; }

    public string? Hint { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = new FieldParts(Name, Label, words) { Hint = Hint };
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"""
            <div class="field">{parts.Label}<div class="drop">{Icon.Of("upload")}
            <input type="file" id="{parts.Id}" name="{Name}"{Markup.Attr("accept", Accept)}{Markup.Flag("multiple", Multiple)}{parts.State}>
            {parts.After}<progress hidden aria-label="{words["Progress"].Value}"></progress></div></div>
            """));
    }
}

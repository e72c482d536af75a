using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>One of several to choose: what is sent, what is read, and a word beside it (a count, a price).</summary>
public sealed record Choice(string Value, string Text, string? Note = null, bool Disabled = false, string? Group = null);

/// <summary>A list to choose one from.</summary>
[HtmlTargetElement("ui-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public required string Label { get; set; }

    public required IEnumerable<Choice> Items { get; set; }

    public string? Value { get => field; set => field = value is "" ? null : value; }

    public string? Hint { get => field; set => field = value is "" ? null : value; }

    public bool Optional { get; set; }

    /// <summary>The text of an empty first choice.</summary>
    public string? Blank { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FieldParts.NameOf(View, For, Name);
        var parts = new FieldParts(name, Label, words)
        {
            Hint = Hint, Error = FieldParts.ErrorOf(View, name), Optional = Optional,
        };
        var value = Value ?? FieldParts.ValueOf(View, For, name) ?? "";
        var rest = output.Attributes.Select(a => Markup.Attr(a.Name, a.Value?.ToString())).ToList();
        output.Attributes.Clear();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.SetHtmlContent(Markup.Of(
            $"""
            {parts.Label}<select class="input" id="{parts.Id}" name="{name}"{parts.State}{rest}>{BlankOption()}
            {Groups(value)}</select>{parts.After}
            """));
    }

    private HtmlString BlankOption() =>
        Blank is null ? HtmlString.Empty : Markup.Of($"""<option value="">{Blank}</option>""");

    private IEnumerable<IHtmlContent> Groups(string value) => Items.GroupBy(item => item.Group).Select(group =>
        group.Key is null
            ? Markup.Of($"{group.Select(item => Option(item, value))}")
            : Markup.Of($"""<optgroup label="{group.Key}">{group.Select(item => Option(item, value))}</optgroup>"""));

    private static HtmlString Option(Choice item, string value) => Markup.Of(
        $"""
        <option value="{item.Value}"{Markup.Flag("selected", item.Value == value)}{Markup.Flag("disabled", item.Disabled)}>{item.Text}</option>
        """);
}

/// <summary>A group of checkboxes, or of radio buttons with <see cref="One"/>.</summary>
[HtmlTargetElement("ui-checks", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChecksTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public required string Name { get; set; }

    public required string Label { get; set; }

    public required IEnumerable<Choice> Items { get; set; }

    public IEnumerable<string> Values { get; set; } = [];

    public bool One { get; set; }

    public string? Hint { get => field; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = new FieldParts(Name, Label, words) { Hint = Hint, Error = FieldParts.ErrorOf(View, Name) };
        var chosen = Values.ToHashSet(StringComparer.Ordinal);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.SetHtmlContent(Markup.Of(
            $"""{parts.Legend}<div class="checks">{Items.Select(item => Box(item, chosen))}</div>{parts.After}"""));
    }

    private HtmlString Box(Choice item, HashSet<string> chosen) => Markup.Of(
        $"""
        <label class="check"><input type="{(One ? "radio" : "checkbox")}" name="{Name}" value="{item.Value}"{Markup.Flag("checked", chosen.Contains(item.Value))}{Markup.Flag("disabled", item.Disabled)}>
        <span>{item.Text}{Note(item.Note)}</span></label>
        """);

    private static HtmlString Note(string? note) =>
        note is null ? HtmlString.Empty : Markup.Of($"""<span class="hint">{note}</span>""");
}

/// <summary>One checkbox bound to a yes or no.</summary>
[HtmlTargetElement("ui-check", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public required string Label { get; set; }

    public string? Hint { get => field; set => field = value is "" ? null : value; }

    public bool Checked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FieldParts.NameOf(View, For, Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var on = For is null ? Checked : FieldParts.ValueOf(View, For, name)
            ?.StartsWith("true", StringComparison.OrdinalIgnoreCase) == true;
        var error = FieldParts.ErrorOf(View, name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.SetHtmlContent(Markup.Of(
            $"""
            <label class="check"><input type="checkbox" id="{id}" name="{name}" value="true"{Markup.Flag("checked", on)}{Markup.Attr("aria-describedby", error is null ? null : id + "-error")}>
            <span>{Label}{Hinted()}</span></label>{Wrong(id, error)}
            """));
    }

    private HtmlString Hinted() => Hint is null ? HtmlString.Empty : Markup.Of($"""<span class="hint">{Hint}</span>""");

    private static HtmlString Wrong(string id, string? error) =>
        error is null ? HtmlString.Empty : Markup.Of($"""<span class="error" id="{id}-error">{error}</span>""");
}

using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Components;

/// <summary>What every kind of field shares: a label that is always seen, a hint, and the error beside it.</summary>
internal sealed class FieldParts(string name, string label, IStringLocalizer<Words> words)
{
    public string Name => name;

    public string Id { get; } = TagBuilder.CreateSanitizedId(name, "_");

    public string? Hint { get; init; }

    public string? Error { get; init; }

    public bool Required { get; init; }

    public bool Optional { get; init; }

    public string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (null, _) => $"{Id}-error",
        (_, null) => $"{Id}-hint",
        _ => $"{Id}-error {Id}-hint",
    };

    public IHtmlContent Label => Markup.Of($"""<label for="{Id}">{label}{Mark()}</label>""");

    public IHtmlContent Legend => Markup.Of($"""<legend>{label}{Mark()}</legend>""");

    public IHtmlContent After => Markup.Of($"{ErrorText()}{HintText()}");

    public IHtmlContent State => Markup.Of(
        $"{Markup.Attr("aria-invalid", Error is null ? null : "true")}{Markup.Attr("aria-describedby", DescribedBy)}");

    public static string? ErrorOf(ViewContext view, string name) =>
        view.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage
            : null;

    public static string? ValueOf(ViewContext view, ModelExpression? expression, string name) =>
        view.ViewData.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is not null
            ? entry.AttemptedValue
            : Convert.ToString(expression?.Model, System.Globalization.CultureInfo.InvariantCulture);

    public static string NameOf(ViewContext view, ModelExpression? expression, string? name) => expression is null
        ? name ?? throw new InvalidOperationException("A field needs 'for' or 'name'.")
        : view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);

    private HtmlString Mark() => Optional
        ? Markup.Of($"""<span class="opt-note"> {words["(optional)"].Value}</span>""")
        : HtmlString.Empty;

    private HtmlString ErrorText() => Error is null
        ? HtmlString.Empty
        : Markup.Of($"""<span class="error" id="{Id}-error">{Error}</span>""");

    private HtmlString HintText() => Hint is null
        ? HtmlString.Empty
        : Markup.Of($"""<span class="hint" id="{Id}-hint">{Hint}</span>""");
}

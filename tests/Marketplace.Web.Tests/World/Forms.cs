using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Marketplace.Web.Tests.World;

/// <summary>A form as a page shows it, and what sending it untouched would say.</summary>
public sealed record PageForm(string Action, string Method, IReadOnlyList<FormField> Fields)
{
    /// <summary>Every form of a page; the token is left out, since a visitor brings an own one.</summary>
    public static IReadOnlyList<PageForm> In(Answer answer, string path)
    {
        if (!answer.IsHtml) return [];
        return [.. answer.Page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Select(f => Read(f, path))];
    }

    public IEnumerable<KeyValuePair<string, string>> Body(Func<FormField, string>? change = null) =>
        Fields.Where(f => f.IsSent).Select(f => KeyValuePair.Create(f.Name, change is null ? f.Value : change(f)));

    private static PageForm Read(IHtmlFormElement form, string path)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : path;
        if (action.StartsWith('?')) action = path.Split('?')[0] + action;
        var owner = form.Owner!;
        var elements = form.QuerySelectorAll("input, select, textarea, button").Concat(form.Id is { Length: > 0 } id
            ? owner.QuerySelectorAll($"[form='{id}']") : []).Distinct();
        return new PageForm(
            action, (form.GetAttribute("method") ?? "get").ToUpperInvariant(),
            [.. elements.Select(FormField.Read).OfType<FormField>().Where(f => f.Name != "__RequestVerificationToken")]);
    }
}

/// <param name="Kind">The input's type, <c>select</c> or <c>textarea</c>.</param>
/// <param name="IsSent">Whether a browser would send it: an unticked box is not.</param>
public sealed record FormField(string Name, string Kind, string Value, bool IsSent, IReadOnlyList<string> Choices)
{
    /// <summary>Where somebody can type what they like.</summary>
    public bool IsTyped => Kind is "text" or "search" or "email" or "url" or "tel" or "textarea" or "number" or "date" or "password";

    internal static FormField? Read(IElement element) => element switch
    {
        _ when element.HasAttribute("disabled") || element.GetAttribute("name") is not { Length: > 0 } => null,
        IHtmlTextAreaElement area => new(area.Name!, "textarea", area.TextContent, true, []),
        IHtmlSelectElement select => Read(select),
        IHtmlInputElement { Type: "checkbox" or "radio" } box => new(
            box.Name!, box.Type, box.GetAttribute("value") ?? "on", box.HasAttribute("checked"), [box.GetAttribute("value") ?? "on"]),
        IHtmlInputElement { Type: "submit" or "image" or "reset" or "file" } => null,
        IHtmlInputElement input => new(input.Name!, input.Type, input.GetAttribute("value") ?? "", true, []),
        _ => null,
    };

    private static FormField Read(IHtmlSelectElement select)
    {
        var choices = select.QuerySelectorAll("option").Select(o => o.GetAttribute("value") ?? o.TextContent.Trim()).ToList();
        var chosen = select.QuerySelector("option[selected]");
        return new(
            select.Name!, "select", chosen?.GetAttribute("value") ?? chosen?.TextContent.Trim() ?? choices.FirstOrDefault() ?? "",
            choices.Count > 0, choices);
    }
}

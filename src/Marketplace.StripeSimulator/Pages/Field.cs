using static Marketplace.StripeSimulator.Pages.Html;

namespace Marketplace.StripeSimulator.Pages;

/// <summary>A labelled input that says what is wrong beside itself and keeps what was typed.</summary>
internal sealed record Field(string Name, string Label)
{
    public string Value { get; init; } = "";
    public string? Error { get; init; }
    public string? Hint { get; init; }
    public string Type { get; init; } = "text";
    public string InputMode { get; init; } = "text";
    public string Autocomplete { get; init; } = "off";
    public string Placeholder { get; init; } = "";
    public int MaxLength { get; init; } = 100;

    public override string ToString()
    {
        var described = Error is not null ? $"{Name}-error" : Hint is not null ? $"{Name}-hint" : "";
        var state = (described.Length == 0 ? "" : $" aria-describedby=\"{described}\"")
            + (Error is null ? "" : " aria-invalid=\"true\"");
        var note = Error is not null
            ? $"<p class=\"error\" id=\"{Name}-error\">{E(Error)}</p>"
            : Hint is not null ? $"<p class=\"hint\" id=\"{Name}-hint\">{E(Hint)}</p>" : "";
        return $"""
            <div class="field">
              <label for="{Name}">{E(Label)}</label>
              <input id="{Name}" name="{Name}" type="{Type}" inputmode="{InputMode}" autocomplete="{Autocomplete}"
                maxlength="{MaxLength}" placeholder="{E(Placeholder)}" value="{E(Value)}"{state}>
              {note}
            </div>
            """;
    }
}

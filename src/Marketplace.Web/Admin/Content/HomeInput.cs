using System.Globalization;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;

namespace Marketplace.Web.Admin.Content;

/// <summary>The standing hero and the menu as their form has them: a menu line is <c>words | /address</c>.</summary>
public sealed class HomeInput
{
    public string? Pill { get; set; }
    public string? Title { get; set; }
    public string? Lead { get; set; }
    public string? PrimaryText { get; set; }
    public string? PrimaryHref { get; set; }
    public string? SecondaryText { get; set; }
    public string? SecondaryHref { get; set; }
    public string? Menu { get; set; }

    public static HomeInput Of(HomeContent content) => new()
    {
        Pill = content.Hero.Pill, Title = content.Hero.Title, Lead = content.Hero.Lead,
        PrimaryText = content.Hero.Primary.Text, PrimaryHref = content.Hero.Primary.Href,
        SecondaryText = content.Hero.Secondary.Text, SecondaryHref = content.Hero.Secondary.Href,
        Menu = string.Join('\n', content.Navigation.Select(l => $"{l.Text} | {l.Href}")),
    };

    public HomeHero ToHero(HomeHero before) => before with
    {
        Pill = Pill?.Trim() ?? "",
        Title = Title?.Trim() ?? "",
        Lead = Lead?.Trim() ?? "",
        Primary = Link(PrimaryText, PrimaryHref),
        Secondary = Link(SecondaryText, SecondaryHref),
    };

    public IReadOnlyList<HomeLink> ToMenu() =>
    [
        .. (Menu ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line =>
            line.LastIndexOf('|') is var bar and >= 0
                ? new HomeLink(line[..bar].Trim(), line[(bar + 1)..].Trim()) : new HomeLink(line, "")),
    ];

    /// <summary>The rules of the message's parts, beside the fields that hold them.</summary>
    public static Error Beside(Error wrong) => wrong with
    {
        Fields = wrong.Fields?.GroupBy(f => f.Key.Split('[')[0] switch
        {
            "Navigation" or "Navigation.Count" => nameof(Menu),
            "Hero" => nameof(PrimaryHref),
            var key => key.Replace("Hero.", "", StringComparison.Ordinal),
        }).ToDictionary(g => g.Key, g => g.SelectMany(f => f.Value).ToArray()),
    };

    private static HomeLink Link(string? text, string? href) =>
        new(text?.Trim() ?? "", string.IsNullOrWhiteSpace(href) ? "/" : href.Trim());
}

/// <summary>Moments as a date and time field of a form has them.</summary>
internal static class FormDate
{
    public static string? Type(DateTime? utc, DisplayClock clock) =>
        utc is { } moment ? DisplayClock.Typed(clock.Local(moment)) : null;
}

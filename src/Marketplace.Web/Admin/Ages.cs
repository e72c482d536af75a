using System.Globalization;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin;

/// <summary>How long something takes or waits, in one number.</summary>
public static class Ages
{
    public static string Say(TimeSpan span, IStringLocalizer<Words> words) => span switch
    {
        { TotalMilliseconds: < 1000 } => words["{0} ms", Whole(span.TotalMilliseconds)],
        { TotalSeconds: < 60 } => words["{0} s", Whole(span.TotalSeconds)],
        { TotalMinutes: < 60 } => words["{0} min", Whole(span.TotalMinutes)],
        { TotalHours: < 48 } => words["{0} h", Whole(span.TotalHours)],
        _ => words.Count((long)span.TotalDays, "{0} day", "{0} days"),
    };

    /// <summary>How long somebody waits; the milliseconds of what has just come tell nobody anything.</summary>
    public static string Waits(TimeSpan span, IStringLocalizer<Words> words) =>
        IsNow(span) ? words["just now"] : words["waits {0}", Say(span, words)];

    /// <summary>How long the first of several waits.</summary>
    public static string Oldest(TimeSpan span, IStringLocalizer<Words> words) =>
        IsNow(span) ? words["just now"] : words["the oldest for {0}", Say(span, words)];

    private static bool IsNow(TimeSpan span) => span.TotalSeconds < 1;

    private static string Whole(double number) => Math.Floor(Math.Max(0, number)).ToString("N0", CultureInfo.CurrentCulture);
}

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

    private static string Whole(double number) => Math.Floor(Math.Max(0, number)).ToString("N0", CultureInfo.CurrentCulture);
}

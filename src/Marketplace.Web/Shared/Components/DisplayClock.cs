using System.Globalization;

namespace Marketplace.Web.Shared.Components;

/// <summary>The reader's now: the clock of the process in the time zone that this request shows.</summary>
public sealed class DisplayClock(TimeProvider time)
{
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public DateTime Today => Local(UtcNow).Date;

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>A local moment as a form's date and time field has it; <see cref="Instant"/> reads it.</summary>
    public static string Typed(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// The instant that a date and time of a form mean here; null for what is no date or falls into the hour that
    /// the clocks skip in spring.
    /// </summary>
    public DateTime? Instant(string? typed)
    {
        if (!DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 2000 or > 2200)
            return null;
        var local = DateTime.SpecifyKind(read, DateTimeKind.Unspecified);
        return Zone.IsInvalidTime(local) ? null : TimeZoneInfo.ConvertTimeToUtc(local, Zone);
    }
}

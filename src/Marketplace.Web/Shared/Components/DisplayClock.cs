namespace Marketplace.Web.Shared.Components;

/// <summary>The reader's now: the clock of the process in the time zone that this request shows.</summary>
public sealed class DisplayClock(TimeProvider time)
{
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public DateTime Today => Local(UtcNow).Date;

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}

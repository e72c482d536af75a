using System.Runtime.InteropServices;
using Marketplace.Kernel.Values;

namespace Marketplace.Money.Statements;

/// <summary>A calendar month in UTC, and the ids of what was booked in it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Month(int Year, int Number)
{
    public static Month Of(DateTime utc) => new(utc.Year, utc.Month);

    public DateTime BeginsUtc => new(Year, Number, 1, 0, 0, 0, DateTimeKind.Utc);

    public DateTime EndsUtc => BeginsUtc.AddMonths(1);

    public string FirstId => Ids.NotBefore(new DateTimeOffset(BeginsUtc));

    public string EndId => Ids.NotBefore(new DateTimeOffset(EndsUtc));

    public override string ToString() => $"{Year:D4}-{Number:D2}";

    /// <summary>Null for anything but <c>2026-03</c>.</summary>
    public static Month? Parse(string? text) => DateTime.TryParseExact(
        text, "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture,
        System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var first)
        && first.Year >= 2000 ? Of(first) : null;
}
